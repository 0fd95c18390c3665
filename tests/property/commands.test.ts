import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommandInput, CommandName } from '#shared/commands/index.ts'
import { doneOf, emptyBook, invoicesFor, type Book } from '#shared/domain/book.ts'
import { adjustments } from '#shared/domain/ledger/closing.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { termsOf } from '#shared/domain/periods.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { addDays, addMonths, day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { addSeconds, dayAt } from '#shared/kernel/instant.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import { agreementInputs } from '#tests/support/agreement-inputs.ts'
import { agreement, ROME, testId, zone } from '#tests/support/agreements.ts'
import { billingInputs } from '#tests/support/billing-inputs.ts'
import {
  before,
  entryOf,
  gapAnswer,
  filesOf,
  idsOf,
  one,
  oneOrOwn,
  perkOf,
  perks,
  whenOf,
  type Draw,
} from '#tests/support/draws.ts'
import { bothTotals, printBook, session, type Session } from '#tests/support/session.ts'

/** An input for every command, good or bad. A new command has none, and does not compile until it has. */
const inputs: { readonly [Name in CommandName]: (at: Session, draw: Draw) => CommandInput<Name> } = {
  'preferences.set': (_at, { a, flag }) =>
    flag
      ? { target: minor(a), billing: { dueDays: a % 90 } }
      : { listRate: minor(a), currency: 'EUR', minutesPerDay: (a % 1440) + 1 },
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
  'client.update': (at, { a, b, flag }) => ({
    id: one(idsOf(at, 'clients'), a),
    archived: flag,
    contacts: b % 2 === 0 ? [{ name: `${b}`, email: '' }] : [],
  }),
  'client.remove': (at, { a }) => ({ id: one(idsOf(at, 'clients'), a) }),
  'client.merge': (at, { a, b }) => ({ id: one(idsOf(at, 'clients'), a), into: one(idsOf(at, 'clients'), b) }),
  ...agreementInputs,
  'retainer.told': (at, { a, b, c }) => ({
    id: one(idsOf(at, 'engagements', 'retainer'), a),
    period: addMonths(day('2026-01-01'), b % 12),
    shares: [(c % 3) + 1, 100],
  }),
  'engagement.update': (at, { a, flag }) => ({ id: one(idsOf(at, 'engagements'), a), name: `${a}`, archived: flag }),
  'engagement.billFrom': (at, { a, b, c }) => ({
    works: [a, b].map((each) => ({
      id: one(idsOf(at, 'engagements'), each),
      billedFrom: addDays(day('2026-01-01'), c % 400),
    })),
  }),
  'engagement.remove': (at, { a }) => ({ id: one(idsOf(at, 'engagements'), a) }),
  'timer.start': (at, { a, b, c, flag }) => ({
    engagementId: oneOrOwn(at, a),
    note: `${b}`,
    ...perkOf(c),
    ...(flag ? { at: before(at, (b % 7200) - 60) } : {}),
  }),
  'timer.stop': (at, { b, flag }) => (flag ? { at: before(at, (b % 7200) - 60) } : {}),
  'timer.backdate': (at, { b }) => ({ start: before(at, (b % 90_000) - 60) }),
  'timer.unstop': (at, { a }) => entryOf(at, a),
  'timer.describe': (at, { a, b, flag }) => ({
    ...(flag ? { note: `${a}`, tags: [`${b}`], billable: b % 2 === 0 } : { engagementId: oneOrOwn(at, a) }),
    ...(b % 4 === 0 ? { perkId: null } : perkOf(b)),
  }),
  'clock.moved': (_at, { a, flag }) => ({ seconds: (a % 7200) * (flag ? -1 : 1) }),
  'gap.open': (at, { a, b, flag }) => ({
    from: before(at, (a % 90_000) + 60),
    to: before(at, b % 3600),
    cause: flag ? 'idle' : 'gone',
  }),
  'gap.answer': (at, draw) => gapAnswer(at, draw),
  'entry.create': (at, draw) => ({
    engagementId: oneOrOwn(at, draw.a),
    when: whenOf(at, draw),
    ...perkOf(draw.c),
  }),
  'entry.update': (at, draw) => ({
    ...entryOf(at, draw.a),
    ...(draw.flag ? { when: whenOf(at, { ...draw, flag: draw.c % 2 === 0 }) } : { engagementId: oneOrOwn(at, draw.b) }),
    ...(draw.c % 3 === 0 ? { billable: draw.flag, task: `${draw.b}` } : {}),
    ...(draw.c % 5 === 0 ? { perkId: null } : perkOf(draw.c)),
  }),
  'entry.remove': (at, { a }) => entryOf(at, a),
  'entries.change': (at, { a, b, c, flag }) => ({
    ...filesOf(at, a, b),
    ...(flag ? { engagementId: oneOrOwn(at, c), billable: c % 2 === 0 } : {}),
    addTags: [`${c % 3}`],
    removeTags: [`${b % 3}`],
  }),
  'entries.remove': (at, { a, b }) => filesOf(at, a, b),
  'entries.move': (at, { a, b, c }) => ({ ...filesOf(at, a, b), days: (c % 60) - 55 }),
  'day.set': (at, { a, b, c, flag }) => ({
    engagementId: oneOrOwn(at, a),
    day: addDays(dayAt(at.now, ROME), -(b % 20)),
    seconds: (c % 90) * 600,
    cut: flag,
  }),
  'week.copy': (at, { a }) => {
    const to = addDays(dayAt(at.now, ROME), -(a % 20))
    return { from: addDays(to, -7), to }
  },
  'entry.split': (at, { a, b, flag }) => ({
    ...entryOf(at, a),
    cut: flag ? { seconds: (b * 60) % 20_000 } : { at: before(at, b * 60) },
  }),
  'entry.merge': (at, { a, b }) => ({ entries: [entryOf(at, a), entryOf(at, b)] }),
  'entry.duplicate': (at, { a }) => entryOf(at, a),
  'entry.settle': (at, { a, b, flag }) => ({
    first: entryOf(at, a),
    second: entryOf(at, b),
    keep: flag ? 'half' : a % 2 === 0 ? 'first' : 'second',
  }),
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
  ...billingInputs,
}

const names = Object.keys(inputs) as CommandName[]
/** What is done all day is done more often. */
const anyName = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom<CommandName>(
    'timer.start',
    'timer.stop',
    'gap.open',
    'gap.answer',
    'entry.create',
    'entry.update',
    'retainer.create',
    'hourly.create',
    'retainer.change',
    'retainer.pause',
    'retainer.topUp',
    'delivery.record',
    'period.close',
    'period.close',
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

/** Whether it changed anything. */
function take(at: Session, { name, draw, later }: Step): boolean {
  at.now = addSeconds(at.now, later)
  const ran = at.run(name, inputs[name](at, draw))
  return ran.ok && ran.edits.length > 0
}

function begin(of: typeof ROME): Session {
  const at = session('2026-10-01T09:00:00Z', of)
  at.run('client.create', { name: 'Client 0', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  at.run('hourly.create', { clientId: testId(1), rate: minor(10_000) })
  at.run('retainer.create', {
    clientId: testId(1),
    agreement: agreement({ rollover: { periods: 1, cap: 300 }, perks }),
  })
  return at
}

/** What is kept beside the tables, in an order that does not depend on how it came about. */
const indexesOf = (book: Book): string => {
  invoicesFor(book, testId(1))
  const { deliveries, closings, invoices, running } = book
  const sorted = (index: ReadonlyMap<Id, ReadonlyMap<string, unknown>>) =>
    [...index]
      .filter(([, own]) => own.size > 0)
      .map(([id, own]) => [id, [...own].toSorted(([a], [b]) => (a < b ? -1 : 1))] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([sorted(deliveries), sorted(closings), sorted(invoices ?? new Map()), running])
}

/** The row of each closed period with the terms that are in force on it, by whose it is and its first day. */
function closedRows({ book }: Session): Map<string, string> {
  const rows = new Map<string, string>()
  for (const [id, closings] of book.closings) {
    const engagement = book.workspace.tables.engagements.get(id)
    const last = [...closings.keys()].toSorted().at(-1)
    if (engagement?.kind !== 'retainer' || last === undefined) continue
    const { agreement } = engagement
    for (const row of ledger(agreement, doneOf(book, id), last)) {
      const { start } = row.period
      const terms = { ...termsOf(agreement, row.period), ...rulesOn(agreement, start) }
      rows.set(`${id} ${start}`, JSON.stringify([row, terms]))
    }
  }
  return rows
}

test('totals that are kept are those that are counted from nothing, after any sequence of commands', () => {
  fc.assert(
    fc.property(anySteps, anyZone, (steps, of) => {
      const at = begin(of)
      // From here on it is followed, change by change.
      invoicesFor(at.book, testId(1))
      for (const step of steps) take(at, step)
      const { kept, counted } = bothTotals(at.book)
      expect(kept).toEqual(counted)
      expect(indexesOf(at.book)).toBe(indexesOf(emptyBook(at.book.workspace, at.book.totals)))
    }),
    { numRuns: 1000 },
  )
})

test('what is closed stays as it was reported, whatever follows, and terms never adjust it', () => {
  fc.assert(
    fc.property(anySteps, anyZone, (steps, of) => {
      const at = begin(of)
      let reported = closedRows(at)
      for (const step of steps) {
        if (!take(at, step)) continue
        const now = closedRows(at)
        for (const [period, row] of now) if (reported.get(period) !== row) expect(reported.has(period)).toBe(false)
        reported = now
      }
      for (const engagement of at.book.workspace.tables.engagements.values())
        if (engagement.kind === 'retainer')
          for (const { by } of adjustments(engagement.agreement, doneOf(at.book, engagement.id)))
            for (const agreed of ['granted', 'fee', 'topUpAmount']) expect(by).not.toHaveProperty(agreed)
    }),
    { numRuns: 1000 },
  )
})

test('undoing all of it gives back the start, or what cannot be undone, to the letter', () => {
  fc.assert(
    fc.property(anySteps, anyZone, (steps, of) => {
      const at = begin(of)
      for (const step of steps) take(at, step)
      at.undoAll()
      expect(printBook(at.book)).toBe(at.floor())
    }),
    { numRuns: 1000 },
  )
})

test('a refusal changes nothing, and at most one timer runs', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const at = begin(ROME)
      let was = printBook(at.book)
      for (const { name, draw, later } of steps) {
        at.now = addSeconds(at.now, later)
        const { ok } = at.run(name, inputs[name](at, draw))
        const is = printBook(at.book)
        if (!ok) expect(is).toBe(was)
        was = is
        const running = [...at.book.workspace.tables.entries.values()].filter(
          (entry) => 'end' in entry && entry.end === null,
        )
        expect(running).toEqual(at.book.running ? [at.book.running] : [])
      }
    }),
    { numRuns: 1000 },
  )
})
