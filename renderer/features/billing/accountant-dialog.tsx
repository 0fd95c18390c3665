import { useState } from 'react'
import { accountantTable } from '#shared/documents/accountant-table.ts'
import { addMonths, day, addDays, type Day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { bridge } from '../../bridge.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { cx } from '../../ui/cx.ts'
import { Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './billing.module.css'

const parts = ['year', '1', '2', '3', '4'] as const
type Part = (typeof parts)[number]

/** The first and the last day of a year, or of a quarter of it. */
function spanOf(year: number, part: Part): [Day, Day] {
  const first = day(`${year}-01-01`)
  if (part === 'year') return [first, day(`${year}-12-31`)]
  const from = addMonths(first, (Number(part) - 1) * 3)
  return [from, addDays(addMonths(from, 3), -1)]
}

/** All that was issued in a year or a quarter, as a table for whoever keeps the books. */
export function AccountantDialog({ onClose }: { onClose: () => void }) {
  const { t, format } = useWords()
  const book = useBook()
  const thisYear = Number(useToday().slice(0, 4))
  const issued = [...book.workspace.tables.invoices.values()].flatMap(({ year }) => year ?? [])
  const years = [...new Set([thisYear, ...issued])].toSorted((a, b) => b - a)
  const [year, setYear] = useState(String(thisYear))
  const [part, setPart] = useState<Part>('year')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [from, to] = spanOf(Number(year), part)
  const rows = accountantTable(t, book, from, to)
  const save = async (): Promise<void> => {
    const span = part === 'year' ? year : `${year} ${t('billing.accountant.quarter', { number: Number(part) })}`
    const name = `Mainstay ${t('billing.accountant.file')} ${span}`
    const outcome = await bridge().saveTable({ name, rows })
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (!outcome.ok || outcome.value === null) return
    showToast({ text: t('app.tableSaved', { name: outcome.value.name }) })
    onClose()
  }
  return (
    <FormDialog
      title={t('billing.accountant.title')}
      deed={t('billing.accountant.save')}
      {...{ refusal, onClose }}
      onSubmit={save}
    >
      <Select
        label={t('billing.accountant.year')}
        value={year}
        onChange={setYear}
        options={years.map((each) => ({ id: String(each), label: String(each) }))}
      />
      <Select<Part>
        label={t('billing.accountant.part')}
        value={part}
        onChange={setPart}
        options={parts.map((id) => ({
          id,
          label:
            id === 'year' ? t('billing.accountant.whole') : t('billing.accountant.quarter', { number: Number(id) }),
        }))}
      />
      <p className={cx(css.wide)}>
        {t('billing.accountant.words', {
          count: rows.length - 1,
          from: format.day(from, 'long'),
          to: format.day(to, 'long'),
        })}
      </p>
    </FormDialog>
  )
}
