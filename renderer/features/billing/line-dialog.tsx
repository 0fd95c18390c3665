import { useState } from 'react'
import { parseSignedMoney, parsePercent, parseWhole } from '#shared/i18n/parse.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Invoice, InvoiceLine } from '#shared/model/invoice.ts'
import { CountField } from '../../parts/count-field.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { VatFields } from '../../parts/vat-fields.tsx'
import { cx } from '../../ui/cx.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './invoice.module.css'

interface LineDialogProps {
  invoice: Invoice
  /** The one that is changed; without it one is added. */
  line: InvoiceLine | undefined
  onClose: () => void
}

/**
 * A line of a draft. How much of an agreement it stands for cannot be changed here: only what is charged for it, which
 * is a favour and does not come back (decision 18).
 */
export function LineDialog({ invoice, line, onClose }: LineDialogProps) {
  const { t, format } = useWords()
  const execute = useExecute()
  const { currency } = invoice
  const vat = line?.vat ?? invoice.tax.vat
  const [text, setText] = useState(line?.text ?? '')
  const [count, setCount] = useState(String(line?.quantity ?? 1))
  const [price, setPrice] = useState(line ? format.amount(line.unitPrice, currency) : '')
  const [rate, setRate] = useState(format.exactPercent(vat.basisPoints).replace('%', ''))
  const [reason, setReason] = useState(vat.reason)
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const isFree = line === undefined || (line.engagementId === null && line.unit === 'unit')
  const needsText = isChecked && text.trim() === ''

  const submit = async (): Promise<void> => {
    setChecked(true)
    const parsed = {
      price: parseSignedMoney(price, currency, format.language),
      count: parseWhole(count),
      rate: parsePercent(rate),
    }
    if (text.trim() === '' || !parsed.price.ok || !parsed.rate.ok || (isFree && !parsed.count.ok)) return
    const written = {
      ...(line ?? { kind: 'other' as const }),
      text: text.trim(),
      unitPrice: parsed.price.value,
      vat: { basisPoints: parsed.rate.value, reason: parsed.rate.value === 0 ? reason.trim() : '' },
      ...(isFree && parsed.count.ok ? { quantity: parsed.count.value } : {}),
    }
    const lines = line
      ? invoice.lines.map((each) => (each.id === line.id ? written : each))
      : [...invoice.lines, written]
    const name = text.trim()
    const done = line ? t('billing.invoice.lines.saved', { name }) : t('billing.invoice.lines.added', { name })
    if ((await execute('invoice.update', { id: invoice.id, lines }, { done, onRefused: setRefusal })) !== null)
      onClose()
  }
  return (
    <FormDialog
      title={line ? t('billing.invoice.lines.dialogEdit') : t('billing.invoice.lines.dialogAdd')}
      deed={line ? t('billing.invoice.lines.save') : t('billing.invoice.lines.addDeed')}
      refusal={refusal}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t('billing.invoice.lines.text')}
        value={text}
        onChange={setText}
        error={needsText ? t('billing.invoice.lines.needsText') : undefined}
        className={cx(css.wide)}
        autoFocus
      />
      {isFree ? (
        <CountField
          label={t('billing.invoice.lines.quantity')}
          unit={t('billing.invoice.lines.units')}
          value={count}
          onChange={setCount}
          isChecked={isChecked}
        />
      ) : null}
      <MoneyField
        label={t('billing.invoice.lines.price')}
        currency={currency}
        isSigned
        value={price}
        onChange={setPrice}
        isChecked={isChecked}
        {...(isFree ? {} : { className: cx(css.wide) })}
      />
      <VatFields {...{ rate, reason, isChecked }} onRate={setRate} onReason={setReason} />
    </FormDialog>
  )
}
