import { z } from 'zod'
import { defined } from '../kernel/defined.ts'
import { addMonths, type Day, type Month, monthOf, monthsBetween } from '../kernel/day.ts'
import { dayAt } from '../kernel/instant.ts'
import { refused, type Refusal } from '../kernel/refusal.ts'
import { sumOf } from '../kernel/units.ts'
import { daysOf, type Book } from '../domain/book.ts'
import { engagementsOf } from '../domain/naming.ts'
import { termEnd } from '../domain/periods.ts'
import { agreementSchema, type Agreement } from '../model/agreement.ts'
import { made, removed, replaced, type Edit } from '../model/change.ts'
import type { Engagement, Retainer } from '../model/engagement.ts'
import { isRunning, isSpan, type TimeEntry } from '../model/entry.ts'
import { daySchema, idSchema, minorSchema, textSchema } from '../model/quantities.ts'
import { defineCommand, edits, type Context } from './command.ts'
import { checkLength } from './names.ts'

const named = { clientId: idSchema, name: textSchema.default('') }
const milestone = z.object({ name: textSchema, on: daySchema, amount: minorSchema })

export const createHourly = defineCommand({
  name: 'hourly.create',
  undo: 'always',
  input: z.object({ ...named, rate: minorSchema }),
  run(book, { clientId, name, rate }, { newId }) {
    const rates = [{ from: null, rate }]
    return add(book, {
      id: newId(),
      kind: 'hourly',
      clientId,
      name,
      archived: false,
      rates,
      rounding: { mode: 'none' },
    })
  },
})

export const createProject = defineCommand({
  name: 'project.create',
  undo: 'always',
  input: z.object({ ...named, milestones: z.array(milestone) }),
  run(book, { clientId, name, milestones }, { newId }) {
    const parts = milestones.map((part) => ({ ...part, id: newId() }))
    return add(book, {
      id: newId(),
      kind: 'project',
      clientId,
      name,
      archived: false,
      milestones: parts,
      budgetMinutes: null,
    })
  },
})

/**
 * Makes a retainer. With `adopt` the time already tracked for the client from the agreement's start on is counted on
 * it: those entries move to the new agreement, in the same change, so that one undo puts everything back.
 */
export const createRetainer = defineCommand({
  name: 'retainer.create',
  undo: 'always',
  input: z.object({ ...named, agreement: agreementSchema, adopt: z.boolean().default(false) }),
  months: (book, { clientId, agreement, adopt }) => (adopt ? trackedMonths(book, clientId, agreement.startsOn) : []),
  run(book, { clientId, name, agreement, adopt }, context) {
    const refusal = checkAgreement(agreement)
    if (refusal) return refused(refusal)
    if (adopt && !book.totals) return refused({ code: 'stillCounting' })
    const retainer: Retainer = {
      id: context.newId(),
      kind: 'retainer',
      clientId,
      name,
      archived: false,
      status: 'active',
      agreement,
    }
    const adopted = adopt ? adoptedEntries(book, retainer, context) : []
    return add(book, retainer, adopted)
  },
})

/** Other terms for the whole of an agreement: for what was written wrong. A change from a day on is a version. */
export const updateRetainer = defineCommand({
  name: 'retainer.update',
  undo: 'always',
  input: z.object({ id: idSchema, name: textSchema.optional(), agreement: agreementSchema }),
  run(book, { id, agreement, ...patch }) {
    const before = book.workspace.tables.engagements.get(id)
    if (before?.kind !== 'retainer') return refused({ code: 'notFound', what: 'engagement' })
    const refusal =
      checkLength(patch.name ?? '', before.name) ?? checkAgreement(agreement) ?? checkRounding(book, before, agreement)
    return refusal
      ? refused(refusal)
      : edits(replaced('engagements', before, { ...before, ...defined(patch), agreement }))
  },
})

export const updateEngagement = defineCommand({
  name: 'engagement.update',
  undo: 'always',
  input: z.object({ id: idSchema, name: textSchema.optional(), archived: z.boolean().optional() }),
  run(book, { id, ...patch }) {
    const before = book.workspace.tables.engagements.get(id)
    if (!before) return refused({ code: 'notFound', what: 'engagement' })
    const refusal = checkLength(patch.name ?? '', before.name)
    if (refusal) return refused(refusal)
    return edits(replaced('engagements', before, { ...before, ...defined(patch) }))
  },
})

/** Only what has no time on it can go; else it is archived. */
export const removeEngagement = defineCommand({
  name: 'engagement.remove',
  undo: 'always',
  input: z.object({ id: idSchema }),
  run(book, { id }) {
    const engagement = book.workspace.tables.engagements.get(id)
    if (!engagement) return refused({ code: 'notFound', what: 'engagement' })
    if (book.running?.engagementId === id) return refused({ code: 'timerRuns' })
    if (!book.totals) return refused({ code: 'stillCounting' })
    const seconds = workedOnAll(book, id)
    return seconds > 0 ? refused({ code: 'hasTime', seconds }) : edits(removed('engagements', engagement))
  },
})

function add(book: Book, engagement: Engagement, more: Edit[] = []) {
  if (!book.workspace.tables.clients.has(engagement.clientId)) return refused({ code: 'notFound', what: 'client' })
  const refusal = checkLength(engagement.name)
  return refusal ? refused(refusal) : { ...edits(made('engagements', engagement), ...more), made: engagement.id }
}

const workedOnAll = (book: Book, id: Engagement['id']): number =>
  sumOf(daysOf(book, id).values(), (total) => total.worked)

function checkAgreement(agreement: Agreement): Refusal | null {
  const { versions, startsOn } = agreement
  const field = 'agreement.versions'
  if (versions.some((version) => version.from < startsOn)) return { code: 'versionBeforeStart', field, startsOn }
  const isInOrder = versions.every((version, index) => index === 0 || version.from > (versions[index - 1]?.from ?? ''))
  return isInOrder ? null : { code: 'invalid', field }
}

/** Another rounding would charge the past anew (domain.md: every rounding is dated), so it waits for dated ones. */
function checkRounding(book: Book, { id, agreement }: Retainer, after: Agreement): Refusal | null {
  const { mode, minutes } = agreement.rounding
  if (mode === after.rounding.mode && minutes === after.rounding.minutes) return null
  if (!book.totals) return { code: 'stillCounting' }
  return workedOnAll(book, id) > 0 ? { code: 'roundingInUse', field: 'agreement.rounding' } : null
}

/** The files in which the client's entries from a day on may lie; a month to each side for the zone. */
function trackedMonths(book: Book, clientId: Retainer['clientId'], from: Day): Month[] {
  const days = engagementsOf(book, clientId).flatMap((engagement) => [...daysOf(book, engagement.id).keys()])
  const last = days.reduce((latest, day) => (day > latest ? day : latest), from)
  return monthsBetween(monthOf(addMonths(from, -1)), monthOf(addMonths(last, 1)))
}

/** The client's hourly time from the start of the agreement up to the end of its term. */
function adoptedEntries(book: Book, retainer: Retainer, { zone }: Context): Edit[] {
  const { startsOn } = retainer.agreement
  const end = termEnd(retainer.agreement)
  const hourly = new Set(
    engagementsOf(book, retainer.clientId).flatMap((engagement) =>
      engagement.kind === 'hourly' ? [engagement.id] : [],
    ),
  )
  const dayOf = (entry: TimeEntry): Day => (isSpan(entry) ? dayAt(entry.start, zone) : entry.day)
  return [...book.workspace.tables.entries.values()]
    .filter((entry) => entry.engagementId !== null && hourly.has(entry.engagementId) && !isRunning(entry))
    .filter((entry) => dayOf(entry) >= startsOn && (end === null || dayOf(entry) < end))
    .map((entry) => replaced('entries', entry, { ...entry, engagementId: retainer.id }))
}
