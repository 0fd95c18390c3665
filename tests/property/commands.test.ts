import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommandInput, CommandName } from '#shared/commands/index.ts'
import { addDays, addMonths, day, monthOf } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { addSeconds, type Instant } from '#shared/kernel/instant.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { EngagementKind } from '#shared/model/engagement.ts'
import { fileMonthOf } from '#shared/model/entry.ts'
import type { TableName } from '#shared/model/workspace.ts'
import { agreement, ROME, testId, zone } from '#tests/support/agreements.ts'
import { bothTotals, printBook, session, type Session } from '#tests/support/session.ts'

/** What chance decides of one step; the step makes of it what the workspace has. */
interface Draw {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly flag: boolean
}

const MISSING = testId(0xffff)
const roundings = [{ mode: 'none' }, { mode: 'up', minutes: 15 }, { mode: 'nearest', minutes: 30 }] as const
const anAgreement = ({ a, b }: Draw): Agreement =>
  agreement({
    startsOn: addDays(day('2025-11-15'), a % 300),
    rounding: roundings[b % roundings.length] ?? roundings[0],
    term: { periods: (a % 12) + 1, atEnd: (['ends', 'renews', 'open'] as const)[b % 3] ?? 'ends' },
  })

const idsOf = (at: Session, table: TableName, kind?: EngagementKind): Id[] =>
  [...at.book.workspace.tables[table].values()]
    .filter((record) => kind === undefined || ('kind' in record && record.kind === kind))
    .map(({ id }) => id)
/** One of those there are; one that is not there when there is none, and now and then. */
const one = (ids: readonly Id[], pick: number): Id => (pick % 17 === 16 ? MISSING : (ids[pick % ids.length] ?? MISSING))
const oneOrOwn = (at: Session, pick: number): Id | null => (pick % 5 === 4 ? null : one(idsOf(at, 'engagements'), pick))
const before = (at: Session, back: number): Instant => addSeconds(at.now, -back)
const spanOf = (at: Session, { b, c }: Draw) => {
  const start = before(at, (b * 977) % 26_000_000)
  return { start, end: addSeconds(start, (c % 200_000) - 500) }
}
const whenOf = (at: Session, draw: Draw) =>
  draw.flag ? spanOf(at, draw) : { day: addDays(day('2025-12-20'), draw.b % 300), seconds: seconds(draw.c % 40_000) }
const entryOf = (at: Session, pick: number) => {
  const id = one(idsOf(at, 'entries'), pick)
  const entry = at.book.workspace.tables.entries.get(id)
  return { id, month: entry ? fileMonthOf(entry) : monthOf(day('2026-01-01')) }
}

/** An input for every command, good or bad. A new command has none, and does not compile until it has. */
const inputs: { readonly [Name in CommandName]: (at: Session, draw: Draw) => CommandInput<Name> } = {
  'preferences.set': (_at, { a, flag }) => (flag ? { target: minor(a) } : { listRate: minor(a), currency: 'EUR' }),
  'daysOff.set': (_at, { a, b, c, flag }) => ({
    daysOff: [a, b, c].map((offset) => ({
      from: addDays(day('2026-01-01'), offset % 365),
      to: addDays(day('2026-01-01'), (offset % 365) + (c % 9)),
      name: '',
      source: flag ? ('holiday' as const) : ('user' as const),
    })),
    ...(flag ? { holidaysOf: 'IT' } : {}),
  }),
  'client.create': (_at, { a }) => ({ name: `Client ${a % 6}`, currency: 'EUR', language: 'en', listRate: minor(a) }),
  'client.update': (at, { a, flag }) => ({ id: one(idsOf(at, 'clients'), a), archived: flag }),
  'hourly.create': (at, { a, b }) => ({ clientId: one(idsOf(at, 'clients'), a), rate: minor(b) }),
  'project.create': (at, { a, b }) => ({
    clientId: one(idsOf(at, 'clients'), a),
    milestones: [{ name: 'All', on: '2026-06-30', amount: minor(b) }],
  }),
  'retainer.create': (at, draw) => ({
    clientId: one(idsOf(at, 'clients'), draw.c),
    agreement: anAgreement(draw),
    adopt: draw.flag,
  }),
  'retainer.update': (at, draw) => ({
    id: one(idsOf(at, 'engagements', 'retainer'), draw.c),
    agreement: anAgreement(draw),
  }),
  'retainer.told': (at, { a, b, c }) => ({
    id: one(idsOf(at, 'engagements', 'retainer'), a),
    period: addMonths(day('2026-01-01'), b % 12),
    shares: [(c % 3) + 1, 100],
  }),
  'engagement.update': (at, { a, flag }) => ({ id: one(idsOf(at, 'engagements'), a), name: `${a}`, archived: flag }),
  'engagement.remove': (at, { a }) => ({ id: one(idsOf(at, 'engagements'), a) }),
  'timer.start': (at, { a, b, flag }) => ({
    engagementId: oneOrOwn(at, a),
    note: `${b}`,
    ...(flag ? { at: before(at, (b % 7200) - 60) } : {}),
  }),
  'timer.stop': (at, { b, flag }) => (flag ? { at: before(at, (b % 7200) - 60) } : {}),
  'timer.backdate': (at, { b }) => ({ start: before(at, (b % 90_000) - 60) }),
  'timer.describe': (at, { a, flag }) => (flag ? { note: `${a}` } : { engagementId: oneOrOwn(at, a) }),
  'entry.create': (at, draw) => ({ engagementId: oneOrOwn(at, draw.a), when: whenOf(at, draw) }),
  'entry.update': (at, draw) => ({
    ...entryOf(at, draw.a),
    ...(draw.flag ? { when: whenOf(at, { ...draw, flag: draw.c % 2 === 0 }) } : { engagementId: oneOrOwn(at, draw.b) }),
    ...(draw.c % 3 === 0 ? { billable: draw.flag } : {}),
  }),
  'entry.remove': (at, { a }) => entryOf(at, a),
  'import.entries': (at, draw) => ({
    source: 'toggl',
    language: 'it',
    rows: [0, 1].map((index) => {
      const start = before(at, 50_000 + draw.b * 60 + index * 7200)
      const client = draw.a % 4 === 0 ? '' : `Client ${draw.a % 6}`
      const said = { client, project: '', task: '', note: `${draw.c}`, tags: [], billable: draw.flag }
      return { ...said, line: index + 2, start, end: addSeconds(start, 3600), seconds: seconds(3600) }
    }),
  }),
}

const names = Object.keys(inputs) as CommandName[]
/** What is done all day is done more often. */
const anyName = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom<CommandName>(
    'timer.start',
    'timer.stop',
    'entry.create',
    'entry.update',
    'retainer.create',
    'hourly.create',
  ),
)
const anyNumber = fc.nat({ max: 400_000 })
const anyStep = fc.record({
  name: anyName,
  draw: fc.record<Draw>({ a: anyNumber, b: anyNumber, c: anyNumber, flag: fc.boolean() }),
  later: fc.integer({ min: 0, max: 90_000 }),
})
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never
const anySteps = fc.array(anyStep, { maxLength: 60, size: 'max' })
const anyZone = fc.constantFrom(ROME, zone('America/Sao_Paulo'), zone('Australia/Lord_Howe'), zone('Pacific/Apia'))

function take(at: Session, { name, draw, later }: Step): void {
  at.now = addSeconds(at.now, later)
  at.run(name, inputs[name](at, draw))
}

function begin(of: typeof ROME): Session {
  const at = session('2026-10-01T09:00:00Z', of)
  at.run('client.create', { name: 'Client 0', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  at.run('hourly.create', { clientId: testId(1), rate: minor(10_000) })
  return at
}

test('totals that are kept are those that are counted from nothing, after any sequence of commands', () => {
  fc.assert(
    fc.property(anySteps, anyZone, (steps, of) => {
      const at = begin(of)
      for (const step of steps) take(at, step)
      const { kept, counted } = bothTotals(at.book)
      expect(kept).toEqual(counted)
    }),
    { numRuns: 100 },
  )
})

test('undoing all of it gives back the start, or what cannot be undone, to the letter', () => {
  fc.assert(
    fc.property(anySteps, anyZone, (steps, of) => {
      const at = session('2026-10-01T09:00:00Z', of)
      at.run('client.create', { name: 'Client 0', currency: 'EUR', language: 'en', listRate: minor(10_000) })
      at.run('hourly.create', { clientId: testId(1), rate: minor(10_000) })
      for (const step of steps) take(at, step)
      at.undoAll()
      expect(printBook(at.book)).toBe(at.floor())
    }),
    { numRuns: 100 },
  )
})

test('a refusal changes nothing, and at most one timer runs', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const at = begin(ROME)
      for (const { name, draw, later } of steps) {
        at.now = addSeconds(at.now, later)
        const was = printBook(at.book)
        if (!at.run(name, inputs[name](at, draw)).ok) expect(printBook(at.book)).toBe(was)
        const running = [...at.book.workspace.tables.entries.values()].filter(
          (entry) => 'end' in entry && entry.end === null,
        )
        expect(running).toEqual(at.book.running ? [at.book.running] : [])
      }
    }),
    { numRuns: 40 },
  )
})
