import { useMemo, useRef, type ReactNode } from 'react'
import { daysOf } from '#shared/domain/book.ts'
import { engagementsOf } from '#shared/domain/naming.ts'
import { verdictOn } from '#shared/domain/offer-verdict.ts'
import { offersOfSheet, offersOn, type Offered } from '#shared/domain/offers.ts'
import { latestTracked, trackedMonths, type TrackedMonth } from '#shared/domain/tracked-months.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Client } from '#shared/model/client.ts'
import { cx } from '../../ui/cx.ts'
import { Statement } from '../../ui/statement.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { useWords } from '../../words.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { MonthsChart } from './months-chart.tsx'
import { useOfferNames } from './offer-names.ts'
import { OutcomeTable } from './outcome-table.tsx'
import type { Sheet } from './sheet.ts'
import css from './own-months.module.css'

/** How many months of a client each offer is tried on. */
const MONTHS = 12

/** What each offer would have paid on the client's own tracked months, and what follows for both sides. */
export function OwnMonths({ sheet, client }: { sheet: Sheet; client: Client }) {
  const { t } = useWords()
  const months = useOwnMonths(client)
  const offered = useOffered(sheet, months)
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  if (months.length === 0) return <p className={cx(css.none)}>{t('pricing.months.none', { client: client.name })}</p>
  return (
    <section className={cx(css.months)} aria-label={t('pricing.months.title', { client: client.name })}>
      <h2 className={cx(css.title)}>{t('pricing.months.title', { client: client.name })}</h2>
      <MonthsVerdict offered={offered} sheet={sheet} />
      <div className={cx(css.both)}>
        <div ref={frame}>{width === null ? null : <MonthsChart offered={offered} width={width} sheet={sheet} />}</div>
        <div>
          <OutcomeTable offered={offered} sheet={sheet} />
          <Foot months={months} sheet={sheet} />
        </div>
      </div>
    </section>
  )
}

function useOwnMonths(client: Client): readonly TrackedMonth[] {
  const book = useBook()
  const today = useToday()
  return useMemo(() => {
    const days = engagementsOf(book, client.id).map(({ id }) => daysOf(book, id))
    const span = latestTracked(days, today, MONTHS)
    return span ? trackedMonths(days, span.from, span.to) : []
  }, [book, client.id, today])
}

/** By the hour, the discounted retainer, the one with extra time: the sheet's columns. */
function useOffered({ input, currency, listRate }: Sheet, months: readonly TrackedMonth[]): readonly Offered[] {
  return useMemo(() => {
    const [list, , discounted, extra] = offersOfSheet(input)
    const offers = [list, discounted, extra].flatMap((offer) => offer ?? [])
    return offersOn(months, offers, { currency, listRate })
  }, [input, currency, listRate, months])
}

/** What the months say: who earns most with what, and how far apart the months would have been. */
function MonthsVerdict({ offered, sheet }: { offered: readonly Offered[]; sheet: Sheet }) {
  const { t, format } = useWords()
  const { earns, steadier } = verdictOn(offered)
  const names = useOfferNames(sheet)
  if (!earns || !steadier) return null
  const money = (value: number): string => format.money(value, sheet.currency, 'never')
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const most = { offer: names[earns.first] ?? '', next: inside(names[earns.next] ?? ''), by: money(earns.by), b }
  const range = (index: number): string => money(offered[index]?.range ?? 0)
  return (
    <Statement size="lead" className={cx(css.verdict)}>
      {t.rich(earns.by === 0 ? 'pricing.months.same' : 'pricing.months.earns', most)}{' '}
      {steadier.by === 0
        ? null
        : t.rich(steadier.first === 0 ? 'pricing.months.steadierHourly' : 'pricing.months.steadier', {
            range: range(steadier.first),
            other: range(0),
            b,
          })}
    </Statement>
  )
}

/** As it stands inside a sentence. */
const inside = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1)

/** What the months are and which terms stand behind the lines. */
function Foot({ months, sheet }: { months: readonly TrackedMonth[]; sheet: Sheet }) {
  const { t, format } = useWords()
  const first = months[0]
  if (!first) return null
  return (
    <p className={cx(css.foot)}>
      {t('pricing.months.foot', {
        hours: format.duration(sumOf(months, ({ charged }) => charged)),
        month: format.month(first.month),
        rate: format.money(sheet.listRate, sheet.currency, 'always'),
      })}
    </p>
  )
}
