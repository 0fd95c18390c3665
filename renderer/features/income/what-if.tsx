import { useMemo, useState, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { oneMoreIn, supposedBook, type OneMore } from '#shared/domain/income/supposed.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { cx } from '../../ui/cx.ts'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../words.tsx'
import { incomeView, type IncomeView } from './income-view.ts'
import { MonthsFigure } from './months-figure.tsx'
import css from './what-if.module.css'

/** What can be supposed of a book, and what is. */
export interface Supposing {
  /** Who brings most of what is to come; null where nothing is. */
  readonly largest: Id | null
  readonly more: OneMore | null
  readonly isWithout: boolean
  readonly isMore: boolean
  readonly setWithout: (on: boolean) => void
  readonly setMore: (on: boolean) => void
  /** The book and its figures as they would be; where nothing is supposed, as they are. */
  readonly book: Book
  readonly view: IncomeView
}

/** Switches that change all figures of the place, and nothing that is kept. */
export function useSupposing(book: Book, view: IncomeView, today: Day): Supposing {
  const [isWithout, setWithout] = useState(false)
  const [isMore, setMore] = useState(false)
  const largest = view.clientsAhead[0]?.clientId ?? null
  const more = useMemo(() => oneMoreIn(book, view.currency, today), [book, view.currency, today])
  const without = isWithout ? largest : null
  const added = isMore ? more : null
  const supposed = useMemo(() => {
    if (without === null && added === null) return { book, view }
    const other = supposedBook(book, { without, more: added })
    return { book: other, view: incomeView(other, today) }
  }, [book, view, today, without, added])
  return { largest, more, isWithout: without !== null, isMore: added !== null, setWithout, setMore, ...supposed }
}

interface WhatIfProps {
  readonly supposing: Supposing
  /** As it is. */
  readonly now: IncomeView
}

/** What one more retainer would do, and losing the largest client (domain.md, Steadiness). */
export function WhatIf({ supposing, now }: WhatIfProps) {
  const { t, format } = useWords()
  const { largest, more, isWithout, isMore, setWithout, setMore, view } = supposing
  if (largest === null && more === null) return null
  const terms = more?.agreement.versions[0]
  return (
    <div role="group" aria-label={t('income.whatIf.title')} className={cx(css.whatIf)}>
      <span className={cx(css.title)}>{t('income.whatIf.title')}</span>
      {largest === null ? null : (
        <Switch
          label={t('income.whatIf.without', { client: nameInWords(now.nameOf(largest)) })}
          isSelected={isWithout}
          onChange={setWithout}
        />
      )}
      {more && terms ? (
        <Switch
          label={t('income.whatIf.more', {
            client: nameInWords(more.client.name),
            hours: format.duration(terms.included * 60),
            fee: format.money(terms.fee, more.agreement.currency),
          })}
          isSelected={isMore}
          onChange={setMore}
        />
      ) : null}
      <p aria-live="polite" className={cx(css.effect)}>
        {isWithout || isMore ? <Effect now={now} after={view} /> : null}
      </p>
    </div>
  )
}

/** The difference in a sentence: what the year ahead guarantees, and how many months that covers. */
function Effect({ now, after }: { now: IncomeView; after: IncomeView }) {
  const { t, format } = useWords()
  const ahead = ({ months, now: month }: IncomeView) =>
    months.filter((each) => each.month >= month).map((each) => ({ month: each.month, amount: each.sums.guaranteed }))
  const money = (view: IncomeView): string =>
    format.money(
      sumOf(ahead(view), ({ amount }) => amount),
      view.currency,
    )
  const covered = ({ steady }: IncomeView): number => steady.covered.length
  const opens = (view: IncomeView, title: string) => (text: ReactNode) => (
    <MonthsFigure title={title} currency={view.currency} months={ahead(view)} total={t('income.month.total')}>
      {text}
    </MonthsFigure>
  )
  const words = {
    after: money(after),
    before: money(now),
    was: opens(after, t('income.whatIf.thenTitle')),
    now: opens(now, t('income.whatIf.nowTitle')),
  }
  return (
    <>
      {t.rich('income.whatIf.effect', words)}
      {now.target === null
        ? null
        : ` ${t('income.whatIf.covered', { after: covered(after), now: format.number(covered(now)) })}`}
    </>
  )
}
