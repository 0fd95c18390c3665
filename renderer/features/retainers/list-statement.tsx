import type { ReactNode } from 'react'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { addDays, type Day } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { feeOn, feesText } from './fees.ts'
import { rulesNow, termAt } from '#shared/domain/term.ts'
import css from './terms-table.module.css'
import { cx } from '../../ui/cx.ts'

/** Who pays how much in advance, and what of it stops: the figures open down to each fee. */
export function ListStatement({ active }: { active: readonly Retainer[] }) {
  const { t } = useWords()
  const today = useToday()
  const running = active.filter(({ agreement }) => termAt(agreement, today).phase === 'running')
  // Who is paused pays nothing now.
  const paying = running.filter(({ agreement }) => !rulesNow(agreement, today).isPause)
  return (
    <Statement className={cx(css.statement)}>
      {paying.length === 0 ? t('retainers.list.paysNobody') : <Pays running={paying} />}{' '}
      <Next active={active} running={running} />
    </Statement>
  )
}

function Pays({ running }: { running: readonly Retainer[] }) {
  const { t } = useWords()
  const count = new Set(running.map(({ clientId }) => clientId)).size
  return t.rich('retainers.list.pays', {
    count,
    number: t('retainers.number', { count }),
    sum: () => (
      <FeeSum key="sum" retainers={running} title={t('retainers.list.sumTitle')} total={t('retainers.list.sumTotal')} />
    ),
  })
}

/** What changes first: what stops, else what renews, else what begins. */
function Next({ active, running }: { active: readonly Retainer[]; running: readonly Retainer[] }): ReactNode {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const written = (day: Day): string => theDay(format, day, day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'long')
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const ends = firstToEnd(running, today, 'ends')
  if (ends) {
    const day = written(ends.day)
    if (ends.retainers.length === running.length)
      return t.rich('retainers.list.stopsAll', { count: running.length, day, b })
    const count = ends.retainers.length
    const title = t('retainers.list.stopsTitle', { day })
    const sum = () => (
      <FeeSum key="stops" retainers={ends.retainers} title={title} total={t('retainers.list.stopsTotal')} />
    )
    return t.rich('retainers.list.stops', { count, number: t('retainers.number', { count }), day, sum, b })
  }
  const renews = firstToEnd(running, today, 'renews')
  const [first] = renews?.retainers ?? []
  if (renews && first) {
    const client = fullName(clientOf(book, first), first)
    return t.rich('retainers.list.renewsNext', { client, day: written(addDays(renews.day, 1)), b })
  }
  const [starts] = active
    .filter((retainer) => !running.includes(retainer))
    .toSorted((x, y) => (x.agreement.startsOn < y.agreement.startsOn ? -1 : 1))
  if (!starts) return null
  const client = fullName(clientOf(book, starts), starts)
  return t.rich('retainers.list.startsNext', { client, day: written(starts.agreement.startsOn), b })
}

/** Those whose running terms end first, in that way, and the last day. */
function firstToEnd(running: readonly Retainer[], today: Day, how: 'ends' | 'renews') {
  const dated = running.flatMap((retainer) => {
    const { lastDay, atEnd } = termAt(retainer.agreement, today)
    return lastDay !== null && atEnd === how ? [{ retainer, lastDay }] : []
  })
  const day = dated.reduce<Day | null>((min, { lastDay }) => (min === null || lastDay < min ? lastDay : min), null)
  return day === null ? null : { day, retainers: dated.flatMap((each) => (each.lastDay === day ? each.retainer : [])) }
}

/** Fees of a month, a sum for each currency: nothing is converted without a rate. */
function FeeSum({ retainers, title, total }: { retainers: readonly Retainer[]; title: string; total: string }) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const sum = feesText(retainers, today, (fee, currency) => format.money(fee, currency), format)
  const rows = retainers.map((retainer) => {
    const client = clientOf(book, retainer)
    const { lastDay } = termAt(retainer.agreement, today)
    return {
      id: retainer.id,
      mark: <ClientMark mark={client.mark} />,
      label: fullName(client, retainer),
      reason:
        lastDay !== null
          ? t('retainers.list.until', { day: theDay(format, lastDay, 'long', 'al') })
          : t('retainers.list.goesOn'),
      figure: format.money(feeOn(retainer.agreement, today), retainer.agreement.currency, 'always'),
    }
  })
  const all = {
    label: total,
    figure: feesText(retainers, today, (fee, currency) => format.money(fee, currency, 'always'), format),
  }
  return (
    <Figure explainLabel={title} explain={<Derivation title={title} rows={rows} total={all} />}>
      {sum}
    </Figure>
  )
}
