import { useState } from 'react'
import { isDay, type Day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './invoice.module.css'

/** When a draft is to be issued and due, and what it says beneath its lines. */
export function DatesDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useWords()
  const execute = useExecute()
  const [issuedOn, setIssuedOn] = useState<Day>(invoice.issuedOn)
  const [dueOn, setDueOn] = useState<Day>(invoice.dueOn)
  const [note, setNote] = useState(invoice.note)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async (): Promise<void> => {
    const done = t('billing.invoice.deeds.datesSaved')
    const input = { id: invoice.id, issuedOn, dueOn, note: note.trim() }
    if ((await execute('invoice.update', input, { done, onRefused: setRefusal })) !== null) onClose()
  }
  const day = (set: (day: Day) => void) => (picked: string | null) => {
    if (picked !== null && isDay(picked)) set(picked)
  }
  return (
    <FormDialog
      title={t('billing.invoice.deeds.datesTitle')}
      deed={t('billing.invoice.deeds.datesSave')}
      refusal={refusal}
      onClose={onClose}
      onSubmit={submit}
    >
      <DateField label={t('billing.invoice.deeds.datesIssued')} value={issuedOn} onChange={day(setIssuedOn)} />
      <DateField label={t('billing.invoice.deeds.datesDue')} value={dueOn} onChange={day(setDueOn)} />
      <TextArea label={t('billing.invoice.note')} value={note} onChange={setNote} className={cx(css.wide)} />
    </FormDialog>
  )
}
