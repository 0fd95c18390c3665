import { parsePercent } from '#shared/i18n/parse.ts'
import { useWords } from '../words.tsx'
import { TypedField, type TypedFieldProps } from './typed-field.tsx'

/** A share of the whole; its value is in 1/100 of a percent. */
export function PercentField(field: TypedFieldProps<number>) {
  const { format } = useWords()
  return (
    <TypedField
      {...field}
      unit="%"
      parse={parsePercent}
      write={(basisPoints) => format.exactPercent(basisPoints).replace('%', '')}
    />
  )
}
