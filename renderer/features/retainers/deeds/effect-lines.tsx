import { deedEffect, type DeedEffect, type Turn } from '#shared/domain/deed-effect.ts'
import { doneOf } from '#shared/domain/book.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { cx } from '../../../ui/cx.ts'
import { useBook, useToday } from '../../../workspace.tsx'
import { useWords } from '../../../words.tsx'
import css from './effect-lines.module.css'

interface EffectLinesProps {
  readonly retainer: Retainer
  /** The agreement as it would be; null while something cannot be read. */
  readonly after: Agreement | null
  /** What is asked for once, in minor units. */
  readonly charged?: number | undefined
}

/** What a deed would do, before it is done: what is left, the fees ahead, the last day. Only what would change. */
export function EffectLines({ retainer, after, charged = 0 }: EffectLinesProps) {
  const book = useBook()
  const today = useToday()
  const { agreement, id } = retainer
  if (after === null) return null
  return <Lines {...{ agreement, charged }} effect={deedEffect(agreement, after, doneOf(book, id), today)} />
}

interface LinesProps {
  readonly agreement: Agreement
  readonly effect: DeedEffect
  readonly charged?: number
}

/** An effect that is worked out already, a line for each figure that would be another. */
export function Lines({
  agreement,
  effect: { left, fee, overage, earlier, feesAhead, lastDay },
  charged = 0,
}: LinesProps) {
  const { t, format } = useWords()
  const amount = agreement.basis === 'hours' ? format.hours : format.number
  const money = (value: number): string => format.money(value, agreement.currency)
  const dayText = (day: typeof lastDay.before): string =>
    day === null ? t('retainers.deeds.noEnd') : theDay(format, day, 'long', 'il')
  const moneyLine = (name: string, turn: Turn<number> | null) =>
    turn && turn.before !== turn.after ? { name, before: money(turn.before), after: money(turn.after) } : null
  const lines = [
    left && left.before !== left.after
      ? { name: t('retainers.deeds.left'), before: amount(left.before), after: amount(left.after) }
      : null,
    moneyLine(t('retainers.deeds.feeNow'), fee),
    moneyLine(t('retainers.deeds.overNow'), overage),
    moneyLine(t('retainers.deeds.feesEarlier'), earlier && earlier.fee),
    moneyLine(t('retainers.deeds.overEarlier'), earlier && earlier.overage),
    moneyLine(t('retainers.deeds.feesAhead'), feesAhead),
    lastDay.before === lastDay.after
      ? null
      : { name: t('retainers.deeds.lastDay'), before: dayText(lastDay.before), after: dayText(lastDay.after) },
    charged === 0 ? null : { name: t('retainers.deeds.charged'), before: null, after: money(charged) },
  ].filter((line) => line !== null)
  if (lines.length === 0) return null
  return (
    <dl className={cx(css.lines)} data-surface="well" aria-label={t('retainers.deeds.effect')}>
      {lines.map(({ name, before, after: is }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {before === null ? null : <s>{before}</s>} <b>{is}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}
