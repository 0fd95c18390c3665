import { useState } from 'react'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { parseMoney } from '#shared/i18n/parse.ts'
import { isDay, type Day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { minor, type Minor } from '#shared/kernel/units.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useExecute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './invoice.module.css'

interface PaymentDialogProps {
  invoice: Invoice
  /** What is still due: what is offered, and any part of it can be written instead. Below zero it goes back. */
  left: Minor
  onClose: () => void
}

/** Money that came in, all of it or a part; or that went back, where the client has paid too much. */
export function PaymentDialog({ invoice, left, onClose }: PaymentDialogProps) {
  const { t, format } = useWords()
  const today = useToday()
  const execute = useExecute()
  const isRefund = left < 0
  const [amount, setAmount] = useState(format.amount(minor(Math.abs(left)), invoice.currency))
  const [on, setOn] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const parsed = parseMoney(amount, invoice.currency, format.language)
  const number = numberText(invoice)
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (!parsed.ok || on === null) return
    const sum = format.money(parsed.value, invoice.currency, 'always')
    const done = isRefund
      ? t('billing.invoice.deeds.refunded', { sum, number })
      : t('billing.invoice.deeds.paid', { sum, number })
    const input = { invoiceId: invoice.id, on, amount: minor(isRefund ? 0 - parsed.value : parsed.value), note }
    if ((await execute('payment.record', input, { done, onRefused: setRefusal })) !== null) onClose()
  }
  return (
    <FormDialog
      title={
        isRefund ? t('billing.invoice.deeds.refundTitle', { number }) : t('billing.invoice.deeds.payTitle', { number })
      }
      deed={t('billing.invoice.deeds.payDeed')}
      refusal={refusal}
      onClose={onClose}
      onSubmit={submit}
    >
      <MoneyField
        label={t('billing.invoice.deeds.payAmount')}
        currency={invoice.currency}
        value={amount}
        onChange={setAmount}
        isChecked={isChecked}
        autoFocus
      />
      <DateField
        label={isRefund ? t('billing.invoice.deeds.refundOn') : t('billing.invoice.deeds.payOn')}
        value={on}
        max={today}
        error={isChecked && on === null ? t('billing.invoice.deeds.payDay') : undefined}
        onChange={(picked) => setOn(picked !== null && isDay(picked) ? picked : null)}
      />
      <TextField label={t('billing.invoice.deeds.payNote')} value={note} onChange={setNote} className={cx(css.wide)} />
    </FormDialog>
  )
}
