import { z } from 'zod'
import { doneOf, type Book } from '../domain/book.ts'
import { closedUntil, closingsOf } from '../domain/closed.ts'
import { adjustments, closingOf } from '../domain/ledger/closing.ts'
import { scaleOf } from '../domain/ledger/close-period.ts'
import type { Done } from '../domain/ledger/row.ts'
import { lastDay, periodOn, periodsUntil, type Period } from '../domain/periods.ts'
import { plainReport } from '../domain/report/report.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { defined } from '../kernel/defined.ts'
import type { Id } from '../kernel/id.ts'
import { dayAt } from '../kernel/instant.ts'
import { by } from '../kernel/order.ts'
import { done, refused, type Outcome, type Refusal } from '../kernel/refusal.ts'
import { minor } from '../kernel/units.ts'
import type { TopUp } from '../model/agreement.ts'
import { made, removed, replaced } from '../model/change.ts'
import { reportSchema, type Closing, type ReportMade } from '../model/closing.ts'
import type { Retainer } from '../model/engagement.ts'
import { daySchema, idSchema, textSchema } from '../model/quantities.ts'
import { checkPeriodStart } from './agreements.ts'
import { defineCommand, edits, nothing, type Context } from './command.ts'
import { found } from './engagements.ts'

/**
 * Keeps a period as it is reported and invoiced (domain.md, Closing a month): the oldest open one first (with `earlier`
 * all before it go along), once it is over and nothing runs in it any more. What changes in it later shows as an
 * adjustment. With `goodwill`, the reason, what no lot covers is given at 0 in place of being billed or borrowed: to
 * the whole minute, as all that is added to a period is.
 */
export const closePeriod = defineCommand({
  name: 'period.close',
  undo: 'always',
  input: z.object({
    engagementId: idSchema,
    start: daySchema,
    earlier: z.boolean().default(false),
    goodwill: textSchema.optional(),
  }),
  run(book, { engagementId, start, earlier, goodwill }, context) {
    const retainer = found(book, engagementId, 'retainer')
    if (!retainer) return refused({ code: 'notFound', what: 'engagement' })
    const period = periodOn(retainer.agreement, start)
    const refusal =
      checkPeriodStart(book, retainer, start, 'start') ?? checkClosable(book, retainer, period, earlier, context)
    if (refusal) return refused(refusal)
    const closed = closingsUntil(book, retainer, start, context)
    const last = closed.at(-1)
    if (!period || last?.start !== start) return refused({ code: 'invalid', field: 'start' })
    if (goodwill === undefined) return { ...edits(...closed.map((each) => made('closings', each))), made: last.id }
    const given = withGoodwill(retainer, period, last, goodwill, context)
    if (!given.ok) return given
    const before = closed.slice(0, -1)
    const done = withClosings(doneOf(book, engagementId), before)
    const kept = closingOf(given.value.retainer.agreement, done, start)
    if (!kept) return refused({ code: 'invalid', field: 'start' })
    return {
      ...edits(
        replaced('engagements', retainer, given.value.retainer),
        ...before.map((each) => made('closings', each)),
        made('closings', { ...last, ...kept, goodwill: given.value.topUpId }),
      ),
      made: last.id,
    }
  },
})

/** The closings of all open periods up to the one that begins on `start`, oldest first. */
function closingsUntil(book: Book, { id, agreement }: Retainer, start: Day, { now, newId }: Context): Closing[] {
  const closed: Closing[] = []
  const done = doneOf(book, id)
  for (const period of periodsUntil(agreement, start)) {
    if (done.closings?.has(period.start)) continue
    const kept = closingOf(agreement, withClosings(done, closed), period.start)
    if (!kept) break
    const { start: from, end } = period
    closed.push({ id: newId(), engagementId: id, start: from, end, closedAt: now, sentAt: null, ...kept })
  }
  return closed
}

const withClosings = (done: Done, closed: readonly Closing[]): Done => ({
  ...done,
  closings: new Map([...(done.closings ?? []), ...closed.map((each) => [each.start, each] as const)]),
})

/** The agreement with a favour on the period's last day, of all that `over` says that no lot covers. */
function withGoodwill(
  retainer: Retainer,
  period: Period,
  { figures: { overage, borrowed } }: Closing,
  reason: string,
  { newId }: Context,
): Outcome<{ retainer: Retainer; topUpId: Id }> {
  if (reason.trim() === '') return refused({ code: 'required', field: 'goodwill' })
  const { agreement } = retainer
  const amount = Math.ceil((overage + borrowed) / scaleOf(agreement))
  if (amount <= 0) return refused({ code: 'invalid', field: 'goodwill' })
  const topUp: TopUp = { id: newId(), on: lastDay(period), amount, price: minor(0), reason: reason.trim() }
  const topUps = [...agreement.topUps, topUp].toSorted(by(({ on }) => on))
  return done({ retainer: { ...retainer, agreement: { ...agreement, topUps } }, topUpId: topUp.id })
}

function checkClosable(
  book: Book,
  retainer: Retainer,
  period: Period | null,
  earlier: boolean,
  context: Context,
): Refusal | null {
  const { id, status, agreement } = retainer
  if (status !== 'active' && status !== 'ended') return { code: 'notSigned' }
  if (!book.totals) return { code: 'stillCounting' }
  if (!period) return null
  if (context.today < period.end) return { code: 'periodNotOver', lastDay: lastDay(period) }
  const until = closedUntil(book, id)
  const next = until === null ? agreement.startsOn : addDays(until, 1)
  if (next < period.start && !earlier) return { code: 'earlierOpen', start: next }
  const { running } = book
  const runsInIt = running?.engagementId === id && dayAt(running.start, context.zone) < period.end
  return runsInIt ? { code: 'timerRuns' } : null
}

const noClosing = refused({ code: 'notFound', what: 'closing' })

/** Changes what a closed period's report says and how; the entries stay as they are. Once it was sent it stays. */
export const writeReport = defineCommand({
  name: 'report.write',
  undo: 'always',
  // Not the model's schema made partial: its defaults would come in for the fields that are not named.
  input: z.object({
    id: idSchema,
    by: reportSchema.shape.by.optional(),
    saysTime: z.boolean().optional(),
    intro: textSchema.optional(),
    words: z
      .array(z.object({ from: textSchema, to: textSchema }))
      .max(10_000)
      .optional(),
  }),
  run(book, { id, ...patch }) {
    const before = book.workspace.tables.closings.get(id)
    const retainer = before && found(book, before.engagementId, 'retainer')
    if (!before || !retainer) return noClosing
    if (before.sentAt !== null) return refused({ code: 'reportSent', start: before.start })
    const report: ReportMade = { ...(before.report ?? plainReport(retainer.agreement)), ...defined(patch) }
    return edits(replaced('closings', before, { ...before, report }))
  },
})

/**
 * The client has the report: from now on the period is corrected by adjustments alone. What they got is kept as it
 * was; what it told of earlier periods is not told again.
 */
export const sendPeriod = defineCommand({
  name: 'period.send',
  undo: 'never',
  input: z.object({
    id: idSchema,
    /** The paper and its table, as JSON text. */
    report: z.object({ paper: z.string().max(2_000_000), table: z.string().max(2_000_000) }).optional(),
  }),
  run(book, { id, report }, { now }) {
    const before = book.workspace.tables.closings.get(id)
    if (!before) return noClosing
    if (before.sentAt !== null) return nothing
    const retainer = found(book, before.engagementId, 'retainer')
    if (!report || !retainer) return edits(replaced('closings', before, { ...before, sentAt: now }))
    const { agreement } = retainer
    const told = adjustments(agreement, doneOf(book, retainer.id))
      .filter(({ closing }) => closing.start < before.start)
      .map(({ closing, by: change }) => ({ start: closing.start, by: { ...change } }))
    const made: ReportMade = { ...(before.report ?? plainReport(agreement)), sent: { ...report, told } }
    return edits(replaced('closings', before, { ...before, sentAt: now, report: made }))
  },
})

/**
 * Takes back what was kept of the last closed period, while nobody has seen it; `reopening` tells what that changes.
 * The favour that was done when it was closed goes with it.
 */
export const reopenPeriod = defineCommand({
  name: 'period.reopen',
  undo: 'always',
  input: z.object({ id: idSchema }),
  run(book, { id }) {
    const closing = book.workspace.tables.closings.get(id)
    if (!closing) return noClosing
    const { start, sentAt, goodwill } = closing
    if (sentAt !== null) return refused({ code: 'reportSent', start })
    const last = closingsOf(book, closing.engagementId).at(-1)
    if (last && last.start > start) return refused({ code: 'laterClosed', start: last.start })
    const retainer = found(book, closing.engagementId, 'retainer')
    if (goodwill === undefined || !retainer) return edits(removed('closings', closing))
    const topUps = retainer.agreement.topUps.filter((topUp) => topUp.id !== goodwill)
    const after: Retainer = { ...retainer, agreement: { ...retainer.agreement, topUps } }
    return edits(removed('closings', closing), replaced('engagements', retainer, after))
  },
})
