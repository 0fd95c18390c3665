import { parsePercent } from '#shared/i18n/parse.ts'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words.tsx'
import { PercentField } from './percent-field.tsx'

interface VatFieldsProps {
  /** As typed, in percent. */
  rate: string
  reason: string
  onRate: (rate: string) => void
  onReason: (reason: string) => void
  isChecked: boolean
}

/** A rate of VAT and, where that is 0, why: two fields of a form. */
export function VatFields({ rate, reason, onRate, onReason, isChecked }: VatFieldsProps) {
  const { t } = useWords()
  const parsed = parsePercent(rate)
  return (
    <>
      <PercentField label={t('billing.invoice.lines.rate')} value={rate} onChange={onRate} isChecked={isChecked} />
      {parsed.ok && parsed.value === 0 ? (
        <TextField
          label={t('billing.invoice.lines.reason')}
          hint={t('billing.invoice.lines.reasonHint')}
          value={reason}
          onChange={onReason}
        />
      ) : null}
    </>
  )
}
