import { z } from 'zod'
import { doneOf, type Book } from '../domain/book.ts'
import { closedUntil, closingsOf } from '../domain/closed.ts'
import { closingOf } from '../domain/ledger/closing.ts'
import { lastDay, periodOn, type Period } from '../domain/periods.ts'
import { addDays } from '../kernel/day.ts'
import { dayAt } from '../kernel/instant.ts'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { made, removed, replaced } from '../model/change.ts'
import type { Closing } from '../model/closing.ts'
import type { Retainer } from '../model/engagement.ts'
import { daySchema, idSchema } from '../model/quantities.ts'
import { checkPeriodStart } from './agreements.ts'
import { defineCommand, edits, nothing, type Context } from './command.ts'
import { found } from './engagements.ts'

/**
 * Keeps a period as it is reported and invoiced (domain.md, Closing a month): the oldest open one first, once it is
 * over and nothing runs in it any more. What changes in it later shows as an adjustment.
 */
export const closePeriod = defineCommand({
  name: 'period.close',
  undo: 'always',
  input: z.object({ engagementId: idSchema, start: daySchema }),
  run(book, { engagementId, start }, context) {
    const retainer = found(book, engagementId, 'retainer')
    if (!retainer) return refused({ code: 'notFound', what: 'engagement' })
    const { agreement } = retainer
    const period = periodOn(agreement, start)
    const refusal = checkPeriodStart(book, retainer, start, 'start') ?? checkClosable(book, retainer, period, context)
    if (refusal) return refused(refusal)
    const kept = closingOf(agreement, doneOf(book, engagementId), start)
    if (!period || !kept) return refused({ code: 'invalid', field: 'start' })
    const id = context.newId()
    const { end } = period
    const closing: Closing = { id, engagementId, start, end, closedAt: context.now, sentAt: null, ...kept }
    return { ...edits(made('closings', closing)), made: id }
  },
})

function checkClosable(book: Book, retainer: Retainer, period: Period | null, context: Context): Refusal | null {
  const { id, status, agreement } = retainer
  if (status !== 'active' && status !== 'ended') return { code: 'notSigned' }
  if (!book.totals) return { code: 'stillCounting' }
  if (!period) return null
  if (context.today < period.end) return { code: 'periodNotOver', lastDay: lastDay(period) }
  const until = closedUntil(book, id)
  const next = until === null ? agreement.startsOn : addDays(until, 1)
  if (next < period.start) return { code: 'earlierOpen', start: next }
  const { running } = book
  const runsInIt = running?.engagementId === id && dayAt(running.start, context.zone) < period.end
  return runsInIt ? { code: 'timerRuns' } : null
}

const noClosing = refused({ code: 'notFound', what: 'closing' })

/** The client has the report: from now on the period is corrected by adjustments alone. */
export const sendPeriod = defineCommand({
  name: 'period.send',
  undo: 'never',
  input: z.object({ id: idSchema }),
  run(book, { id }, { now }) {
    const before = book.workspace.tables.closings.get(id)
    if (!before) return noClosing
    return before.sentAt === null ? edits(replaced('closings', before, { ...before, sentAt: now })) : nothing
  },
})

/** Takes back what was kept of the last closed period, while nobody has seen it; `reopening` tells what that changes. */
export const reopenPeriod = defineCommand({
  name: 'period.reopen',
  undo: 'always',
  input: z.object({ id: idSchema }),
  run(book, { id }) {
    const closing = book.workspace.tables.closings.get(id)
    if (!closing) return noClosing
    const { start, sentAt } = closing
    if (sentAt !== null) return refused({ code: 'reportSent', start })
    const last = closingsOf(book, closing.engagementId).at(-1)
    if (last && last.start > start) return refused({ code: 'laterClosed', start: last.start })
    return edits(removed('closings', closing))
  },
})
