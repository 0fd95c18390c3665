import { useMemo, useRef, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { allKinds, cashFlow } from '#shared/domain/income/cash-flow.ts'
import type { MonthsOfWork } from '#shared/domain/income/mix.ts'
import { addToMonth, monthOf } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { cx } from '../../ui/cx.ts'
import { useWidth } from '../../ui/use-width.ts'
import { CashStatement } from './cash-statement.tsx'
import { CashChart } from './cash-chart.tsx'
import { MONTHS_AHEAD, MONTHS_BACK, type IncomeView } from './income-view.ts'
import css from './pages.module.css'

interface CashPageProps {
  readonly book: Book
  readonly view: IncomeView
  /** The way back to what is earned. */
  readonly basis: ReactNode
}

/** Income as money comes in: what was paid, what is open, what will be invoiced (domain.md, Income: cash). */
export function CashPage({ book, view, basis }: CashPageProps) {
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  const { currency, today, now, exchange } = view
  const paid = useMemo(() => monthsPaid(book) ?? { first: now, last: now }, [book, now])
  const year = useMemo(
    () => cashFlow(book, currency, today, addToMonth(now, -MONTHS_BACK), addToMonth(now, MONTHS_AHEAD - 1), exchange),
    [book, currency, today, now, exchange],
  )
  const received = sumOf(year, (month) => (month.month < now ? allKinds(month.received) : 0))
  return (
    <>
      <CashStatement {...{ view, year, received }} hasPaid={book.workspace.tables.payments.size > 0} />
      <figure ref={frame} className={cx(css.figure)}>
        {width === null ? null : <CashChart {...{ book, view, basis, width, paid, year, received }} />}
      </figure>
    </>
  )
}

/** The first and the last month in which anything was paid. */
const monthsPaid = ({ workspace }: Book): MonthsOfWork | null =>
  [...workspace.tables.payments.values()].reduce<MonthsOfWork | null>((found, { on }) => {
    const month = monthOf(on)
    const { first, last } = found ?? { first: month, last: month }
    return { first: month < first ? month : first, last: month > last ? month : last }
  }, null)
