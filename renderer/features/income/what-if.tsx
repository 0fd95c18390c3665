import { useMemo, useState, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { largestOf } from '#shared/domain/income/steadiness.ts'
import { oneMoreIn, supposedBook, type OneMore } from '#shared/domain/income/supposed.ts'
import type { Format } from '#shared/i18n/format.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Translator } from '#shared/i18n/translator.ts'
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
  /** Who could be lost: whose share is told above, if anything is to come of it. */
  readonly losable: Id | null
  readonly more: OneMore | null
  /** Whether that is supposed. */
  readonly isLeft: boolean
  readonly isMore: boolean
  readonly setLeft: (on: boolean) => void
  readonly setMore: (on: boolean) => void
  /** The book and its figures as they would be; where nothing is supposed, as they are. */
  readonly book: Book
  readonly view: IncomeView
}

/** Whether anything is. */
export const isSupposed = ({ isLeft, isMore }: Supposing): boolean => isLeft || isMore

/** Switches that change all figures of the place, and nothing that is kept. */
export function useSupposing(book: Book, view: IncomeView, today: Day): Supposing {
  const [left, setLeft] = useState(false)
  const [isMore, setMore] = useState(false)
  const losable = useMemo(() => losableIn(view), [view])
  const more = useMemo(() => oneMoreIn(book, view.currency, today), [book, view.currency, today])
  const without = left ? losable : null
  const added = isMore ? more : null
  const supposed = useMemo(() => {
    if (without === null && added === null) return { book, view }
    const other = supposedBook(book, { without, more: added })
    return { book: other, view: incomeView(other, today) }
  }, [book, view, today, without, added])
  return { losable, more, isLeft: without !== null, isMore: added !== null, setLeft, setMore, ...supposed }
}

/** Of whom nothing is to come, nothing can be lost. */
function losableIn(view: IncomeView): Id | null {
  const largest = largestOf(view.steady)?.clientId ?? null
  const isAhead = view.months.some(
    ({ month, parts }) =>
      month > view.now && parts.some(({ engagementId }) => view.clientOf(engagementId)?.id === largest),
  )
  return isAhead ? largest : null
}

interface WhatIfProps {
  readonly supposing: Supposing
  /** As it is. */
  readonly now: IncomeView
}

/** What is supposed, in words. */
const leftWords = (t: Translator, now: IncomeView, client: Id): string =>
  t('income.whatIf.without', { client: nameInWords(now.nameOf(client)) })

function moreWords(t: Translator, format: Format, { client, agreement }: OneMore): string {
  const terms = agreement.versions[0]
  return t('income.whatIf.more', {
    client: nameInWords(client.name),
    hours: format.duration((terms?.included ?? 0) * 60),
    fee: format.money(terms?.fee ?? 0, agreement.currency),
  })
}

/** What one more retainer would do, and losing the largest client (domain.md, Steadiness). */
export function WhatIf({ supposing, now }: WhatIfProps) {
  const { t, format } = useWords()
  const { losable, more, isLeft, isMore, setLeft, setMore } = supposing
  if (losable === null && more === null) return null
  return (
    <div role="group" aria-label={t('income.whatIf.title')} className={cx(css.whatIf)}>
      <span className={cx(css.title)}>{t('income.whatIf.title')}</span>
      {losable ? <Switch label={leftWords(t, now, losable)} isSelected={isLeft} onChange={setLeft} /> : null}
      {more ? <Switch label={moreWords(t, format, more)} isSelected={isMore} onChange={setMore} /> : null}
    </div>
  )
}

/**
 * What the year ahead guarantees then, and how many months that covers. It has its room before anything is supposed, so
 * that nothing moves under the pointer.
 */
export function WhatIfEffect({ supposing, now }: WhatIfProps) {
  const { t, format } = useWords()
  const { losable, more, isLeft, isMore, view } = supposing
  if (losable === null && more === null) return null
  const supposed = [
    ...(isLeft && losable ? [leftWords(t, now, losable)] : []),
    ...(isMore && more ? [moreWords(t, format, more)] : []),
  ]
  return (
    <p aria-live="polite" className={cx(css.effect)}>
      {isSupposed(supposing) ? (
        <>
          <span className={cx(css.onPaper)}>
            {t('income.whatIf.title')} {format.list(supposed)}:{' '}
          </span>
          <span>
            <Effect now={now} after={view} />
          </span>
        </>
      ) : null}
    </p>
  )
}

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
