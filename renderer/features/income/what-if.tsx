import { useMemo, useState, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
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
  /** Who could be lost: whose share of the past is told above, and who brings most of what is to come. Mostly one. */
  readonly losable: readonly Id[]
  readonly more: OneMore | null
  /** Those of them who are supposed to have left. */
  readonly without: readonly Id[]
  readonly isMore: boolean
  readonly setWithout: (client: Id, on: boolean) => void
  readonly setMore: (on: boolean) => void
  /** The book and its figures as they would be; where nothing is supposed, as they are. */
  readonly book: Book
  readonly view: IncomeView
}

/** Whether anything is. */
export const isSupposed = ({ without, isMore }: Supposing): boolean => without.length > 0 || isMore

/** Switches that change all figures of the place, and nothing that is kept. */
export function useSupposing(book: Book, view: IncomeView, today: Day): Supposing {
  const [left, setLeft] = useState<readonly Id[]>([])
  const [isMore, setMore] = useState(false)
  const losable = useMemo(() => losableIn(view), [view])
  const more = useMemo(() => oneMoreIn(book, view.currency, today), [book, view.currency, today])
  const without = useMemo(() => losable.filter((id) => left.includes(id)), [losable, left])
  const added = isMore ? more : null
  const supposed = useMemo(() => {
    if (without.length === 0 && added === null) return { book, view }
    const gone = without.reduce((of, id) => supposedBook(of, { without: id, more: null }), book)
    const other = supposedBook(gone, { without: null, more: added })
    return { book: other, view: incomeView(other, today) }
  }, [book, view, today, without, added])
  const setWithout = (client: Id, on: boolean): void =>
    setLeft((before) => (on ? [...before, client] : before.filter((id) => id !== client)))
  return { losable, more, without, isMore: added !== null, setWithout, setMore, ...supposed }
}

/** Of whom nothing is to come, nothing can be lost. */
function losableIn({ steady, clientsAhead, months, now, clientOf }: IncomeView): Id[] {
  const behind = steady.clients[0]?.clientId
  const isAhead = months.some(
    ({ month, parts }) => month > now && parts.some(({ engagementId }) => clientOf(engagementId)?.id === behind),
  )
  const ahead = clientsAhead[0]?.clientId
  return [...new Set([...(behind && isAhead ? [behind] : []), ...(ahead ? [ahead] : [])])]
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
  const { losable, more, without, isMore, setWithout, setMore } = supposing
  if (losable.length === 0 && more === null) return null
  return (
    <div role="group" aria-label={t('income.whatIf.title')} className={cx(css.whatIf)}>
      <span className={cx(css.title)}>{t('income.whatIf.title')}</span>
      {losable.map((client) => (
        <Switch
          key={client}
          label={leftWords(t, now, client)}
          isSelected={without.includes(client)}
          onChange={(on) => setWithout(client, on)}
        />
      ))}
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
  const { losable, more, without, isMore, view } = supposing
  if (losable.length === 0 && more === null) return null
  const supposed = [
    ...without.map((client) => leftWords(t, now, client)),
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
