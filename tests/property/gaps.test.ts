import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gapSeconds, openGaps } from '#shared/domain/gaps.ts'
import { addSeconds, secondsBetween, type Instant } from '#shared/kernel/instant.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import { isSpan, type SpanEntry } from '#shared/model/entry.ts'
import { testId } from '#tests/support/agreements.ts'
import { session, type Session } from '#tests/support/session.ts'

/** Somebody who works, is away, comes back, and may say what it was; everything takes its time. */
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('work' as const), seconds: fc.integer({ min: 0, max: 20_000 }) }),
  fc.record({
    kind: fc.constant('away' as const),
    seconds: fc.oneof(fc.integer({ min: 1, max: 7200 }), fc.integer({ min: 7200, max: 90_000 })),
    /** How long after they came back it is noticed. */
    noticed: fc.integer({ min: 0, max: 60 }),
  }),
  fc.record({ kind: fc.constant('stop' as const) }),
  fc.record({ kind: fc.constant('start' as const), own: fc.boolean() }),
)
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 25 })

function begin(): Session {
  const at = session('2026-10-23T06:00:00Z')
  at.run('client.create', { name: 'Client', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  at.run('hourly.create', { clientId: testId(1), rate: minor(10_000) })
  at.run('timer.start', { engagementId: testId(2), note: 'Draft' })
  return at
}

function take(at: Session, step: typeof anyStep extends fc.Arbitrary<infer Step> ? Step : never): void {
  if (step.kind === 'work') at.now = addSeconds(at.now, step.seconds)
  else if (step.kind === 'stop') at.run('timer.stop', {})
  else if (step.kind === 'start') at.run('timer.start', { engagementId: step.own ? null : testId(2) })
  else {
    const from = at.now
    const to = addSeconds(from, step.seconds)
    at.now = addSeconds(to, step.noticed)
    at.run('gap.open', { from, to, cause: 'idle' })
  }
}

const spans = ({ book }: Session): SpanEntry[] => [...book.workspace.tables.entries.values()].filter(isSpan)
/** All that is counted by now, in seconds. */
const counted = (at: Session): number =>
  spans(at).reduce((sum, { start, end }) => sum + secondsBetween(start, end ?? at.now), 0)
const shared = (at: Session, from: Instant, to: Instant): number =>
  spans(at).reduce((sum, { start, end }) => {
    const [first, last] = [start > from ? start : from, (end ?? at.now) < to ? (end ?? at.now) : to]
    return sum + (last > first ? secondsBetween(first, last) : 0)
  }, 0)

test('a question that is not answered lies in no entry, begins where it began, and what was worked is all there', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const at = begin()
      const began = new Map<string, Instant>()
      let worked = 0
      for (const step of steps) {
        const before = at.now
        const ran = at.book.running !== null
        take(at, step)
        if (ran && step.kind === 'work') worked += secondsBetween(before, at.now)
        if (at.book.running && step.kind === 'away') worked += step.noticed
        for (const gap of openGaps(at.book)) {
          expect(shared(at, gap.from, gap.to)).toBe(0)
          expect(gap.from).toBe(began.get(gap.id) ?? gap.from)
          began.set(gap.id, gap.from)
        }
        expect(counted(at)).toBe(worked)
      }
    }),
    { numRuns: 1000 },
  )
})

test('no answer adds time that was not asked for, and each can be taken back', () => {
  fc.assert(
    fc.property(
      anySteps,
      fc.nat(),
      fc.constantFrom('break', 'stopped', 'work', 'later', 'others'),
      (steps, which, answer) => {
        const at = begin()
        for (const step of steps) take(at, step)
        const gaps = openGaps(at.book)
        const gap = gaps[which % gaps.length]
        if (!gap) return
        const before = counted(at)
        const said = gapSeconds(gap)
        const part = seconds(Math.ceil(said / 3))
        const parts = [
          { engagementId: null, seconds: part },
          ...(said >= 2 * part ? [{ engagementId: testId(2), seconds: part }] : []),
        ]
        const ran = at.run('gap.answer', answer === 'others' ? { id: gap.id, answer, parts } : { id: gap.id, answer })
        expect(ran.ok).toBe(true)
        const added = counted(at) - before
        if (answer === 'break' || answer === 'later') expect(added).toBe(0)
        if (answer === 'stopped') expect(added).toBeLessThanOrEqual(0)
        if (answer === 'work') expect(added).toBe(said)
        if (answer === 'others') expect(added).toBe(part * parts.length)
        expect(openGaps(at.book)).toHaveLength(answer === 'later' ? gaps.length : gaps.length - 1)
        at.undoAll()
        expect(openGaps(at.book)).toEqual([])
      },
    ),
    { numRuns: 1000 },
  )
})
