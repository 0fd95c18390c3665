import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { isSameLot, type Lot } from '#shared/domain/ledger/lots.ts'
import { lastDay, periodAt } from '#shared/domain/periods.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import type { Format } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Day } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { shownAmount } from '#shared/domain/ledger/shown-row.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import type { Work } from './works.ts'

/** A line behind a row of the ledger: what moved, and what it left. To the minute, like the row. */
export interface MoveLine {
  readonly day: Day
  readonly text: string
  readonly amount: number
  readonly left: number
  /** Time that nobody used. */
  readonly isLost: boolean
}

type Step = Pick<MoveLine, 'day' | 'text' | 'amount'> & { readonly isLost?: boolean }

interface Opened {
  readonly agreement: Agreement
  readonly row: LedgerRow
  /** The period is over: it shows how it was closed. */
  readonly isClosed: boolean
  /** What was done, day by day; null while it is not in memory, and then the sums stand for it. */
  readonly works: readonly Work[] | null
}

/** All that moved in a period, in its order; the last line leaves what the row says. */
export function movesOf(t: Translator, format: Format, opened: Opened): MoveLine[] {
  const month = (index: number): string => monthName(t, format, opened.agreement, index)
  const steps = [
    ...came(t, format, opened, month),
    ...went(t, opened, month),
    ...beyond(t, format, opened),
    ...(opened.isClosed ? closed(t, format, opened, month) : []),
  ]
  const cut = (amount: number): number => shownAmount(opened.agreement.basis, amount)
  let level = 0
  return steps.map(({ amount, isLost = false, ...step }) => {
    const before = cut(level)
    level += amount
    return { ...step, isLost, amount: cut(level) - before, left: cut(level) }
  })
}

type MonthName = (index: number) => string

function monthName(t: Translator, format: Format, agreement: Agreement, index: number): string {
  const period = periodAt(agreement, index)
  return period ? periodName(t, format, agreement, period, 'name') : ''
}

function came(t: Translator, format: Format, { agreement, row }: Opened, month: MonthName): Step[] {
  const { period, lots } = row
  const day = period.start
  const earlier = lots.filter((lot) => lot.period < period.index)
  const carried = earlier.map((lot) => ({ day, amount: lot.left, text: carriedText(t, format, agreement, lot, month) }))
  const before = month(period.index - 1)
  // What was reported stands first, then what has changed since: together they are what there is to use.
  const adjusted = { day, amount: row.adjusted, text: t('retainers.moves.adjusted', { month: before }) }
  const reported = carried.map((step, index) => ({ ...step, amount: step.amount - changeOf(row, earlier[index]) }))
  const gone = row.adjustedLots.filter(({ lot }) => !earlier.some((own) => isSameLot(own, lot)))
  const lost = gone.map(({ lot, amount }) => ({
    day,
    amount: -amount,
    text: carriedText(t, format, agreement, lot, month),
  }))
  const came = [...reported, ...lost].filter(({ amount }) => amount !== 0)
  const borrowed = sumOf(came, (step) => step.amount) - row.opening
  const taken = { day, amount: -borrowed, text: t('retainers.moves.taken', { month: before }) }
  const topUps = lots.filter((lot) => lot.source === 'topUp' && lot.period === period.index)
  const included = {
    day,
    amount: row.granted - sumOf(topUps, (lot) => lot.granted),
    text: t('retainers.moves.included', { month: month(period.index) }),
  }
  const added = topUps.map((lot) => addedStep(t, agreement, lot, day))
  return [...came, ...(borrowed > 0 ? [taken] : []), ...(row.adjusted === 0 ? [] : [adjusted]), included, ...added]
}

/** What was added on top, on the day and for what it was; at no price it is a favour, which says why. */
function addedStep(t: Translator, { topUps }: Agreement, { topUpId, granted: amount }: Lot, day: Day): Step {
  const topUp = topUps.find(({ id }) => id === topUpId)
  if (!topUp) return { day, amount, text: t('retainers.moves.topUp') }
  const { on, price, reason } = topUp
  if (price === 0) return { day: on, amount, text: t('retainers.moves.favour', { reason }) }
  return {
    day: on,
    amount,
    text: reason === '' ? t('retainers.moves.topUp') : t('retainers.moves.topUpFor', { reason }),
  }
}

const changeOf = ({ adjustedLots }: LedgerRow, lot: Lot | undefined): number =>
  adjustedLots.find((change) => lot && isSameLot(change.lot, lot))?.amount ?? 0

function carriedText(t: Translator, format: Format, agreement: Agreement, lot: Lot, month: MonthName): string {
  const until = Number.isFinite(lot.expiresAfter) ? periodAt(agreement, lot.expiresAfter) : null
  if (!until) return t('retainers.moves.carriedIn', { month: month(lot.period) })
  return t('retainers.moves.carriedInUntil', { month: month(lot.period), day: theDay(format, lastDay(until)) })
}

/** The draws, each with the work that made it where that is known. What no lot covers is drawn on nothing. */
function went(t: Translator, { agreement, row, works }: Opened, month: MonthName): Step[] {
  const { period } = row
  const drawn = row.moves.filter((move) => move.kind === 'draw')
  const uncovered = row.used - sumOf(drawn, (move) => move.amount)
  const draws: { lot: Lot | null; amount: number }[] = [...drawn, { lot: null, amount: uncovered }]
  if (works && sumOf(works, (work) => work.amount) === row.used)
    return perWork(t, { agreement, works, draws, row, month })
  const text = (lot: Lot | null): string => {
    if (!lot) return t('retainers.moves.usedOver')
    return lot.period === period.index
      ? t('retainers.moves.used', { month: month(period.index) })
      : t('retainers.moves.usedFrom', { month: month(lot.period) })
  }
  return draws
    .filter(({ amount }) => amount > 0)
    .map(({ lot, amount }) => ({ day: lastDay(period), amount: -amount, text: text(lot) }))
}

interface PerWork {
  readonly agreement: Agreement
  readonly works: readonly Work[]
  readonly draws: readonly { lot: Lot | null; amount: number }[]
  readonly row: LedgerRow
  readonly month: MonthName
}

/** Each work takes from the draws in their order; one that takes from two lots has two lines. */
function perWork(t: Translator, { agreement, works, draws, row, month }: PerWork): Step[] {
  const unnamed = t(agreement.basis === 'deliverables' ? 'retainers.moves.delivered' : 'retainers.moves.noNote')
  const queue = draws.map((draw) => ({ ...draw }))
  return works.flatMap((work) => {
    const note = work.note === '' ? unnamed : work.note
    const steps: Step[] = []
    let open = work.amount
    for (const draw of queue) {
      const amount = Math.min(open, draw.amount)
      if (amount === 0) continue
      open -= amount
      draw.amount -= amount
      const isEarlier = draw.lot !== null && draw.lot.period < row.period.index
      const text = isEarlier ? t('retainers.moves.entryFrom', { note, month: month(draw.lot?.period ?? 0) }) : note
      steps.push({ day: work.day, amount: -amount, text })
    }
    return steps
  })
}

function beyond(t: Translator, format: Format, { agreement, row }: Opened): Step[] {
  if (row.overage === 0) return []
  const { currency } = agreement
  const { overage, listRate } = rulesOn(agreement, row.period.start)
  const text =
    overage.policy === 'absorb'
      ? t('retainers.moves.absorbed')
      : t('retainers.moves.billed', {
          amount: format.money(row.overageAmount, currency),
          rate: format.money(overage.rate ?? listRate, currency),
        })
  return [{ day: lastDay(row.period), amount: row.overage, text }]
}

function closed(t: Translator, format: Format, { agreement, row }: Opened, month: MonthName): Step[] {
  const day = lastDay(row.period)
  const next = month(row.period.index + 1)
  const expired = row.moves
    .filter((move) => move.kind === 'expire')
    .map(({ lot, amount }): Step => {
      const text = t('retainers.moves.expired', { month: month(lot.period) })
      return { day, amount: -amount, text, isLost: true }
    })
  const cap = (rulesOn(agreement, row.period.start).rollover?.cap ?? 0) * scaleOf(agreement)
  const written = (amount: number): string => amountInColumn(format, agreement.basis, amount)
  const left = written(row.dropped + row.carriedOut)
  const dropped: Step = {
    day,
    amount: -row.dropped,
    text: t('retainers.moves.dropped', { left, cap: written(cap) }),
    isLost: true,
  }
  const carried = t('retainers.moves.carriedOut', { month: next })
  const out: Step = {
    day,
    amount: -row.carriedOut,
    text: row.carriedOut > 0 ? carried : t('retainers.moves.borrowed', { month: next }),
  }
  return [...expired, ...(row.dropped > 0 ? [dropped] : []), ...(row.carriedOut === 0 ? [] : [out])]
}
