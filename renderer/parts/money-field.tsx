import type { Format } from '#shared/i18n/format.ts'
import { parseMoney, parseSignedMoney } from '#shared/i18n/parse.ts'
import type { Minor } from '#shared/kernel/units.ts'
import { useWords } from '../words.tsx'
import { TypedField, type TypedFieldProps } from './typed-field.tsx'

interface MoneyFieldProps extends TypedFieldProps<Minor> {
  currency: string
  /** It may be below zero: what lowers a sum. */
  isSigned?: boolean | undefined
}

/** An amount of money, with the currency's sign where the language puts it. */
export function MoneyField({ currency, isSigned = false, ...field }: MoneyFieldProps) {
  const { format } = useWords()
  const sign = signOf(format, currency)
  return (
    <TypedField
      {...field}
      {...(sign.isBefore ? { prefix: sign.text } : { unit: sign.text })}
      parse={(text) => (isSigned ? parseSignedMoney : parseMoney)(text, currency, format.language)}
      write={(value) => format.amount(value, currency)}
      example={format.amount(123_456, currency)}
    />
  )
}

function signOf(format: Format, currency: string): { text: string; isBefore: boolean } {
  const written = format.money(0, currency, 'never')
  return { text: written.replaceAll(/[\d\s]/g, ''), isBefore: !/^\d/.test(written) }
}
