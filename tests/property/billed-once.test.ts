import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInvoice, undecidedOverage } from '#shared/domain/billing/due.ts'
import { applyToBook, countAll, doneOf, emptyBook, preferencesOf, type Book } from '#shared/domain/book.ts'
import { adjustments, closingOf } from '#shared/domain/ledger/closing.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { standingOf } from '#shared/domain/standing.ts'
import { addDays, addMonths, day, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { minor, seconds, sumOf } from '#shared/kernel/units.ts'
import { made, removed, replaced } from '#shared/model/change.ts'
import {
  hourlySchema,
  projectSchema,
  retainerSchema,
  type Engagement,
  type Retainer,
} from '#shared/model/engagement.ts'
import { isSpan } from '#shared/model/entry.ts'
import type { Invoice, InvoiceLine } from '#shared/model/invoice.ts'
import { testId } from '#tests/support/agreements.ts'
import { anyAgreement, anyDay } from '#tests/support/arbitrary.ts'
import { bookOf, clientNamed, newId } from '#tests/support/books.ts'
import { invoiceOf, lineOf, vat } from '#tests/support/invoices.ts'

const client = clientNamed('Halden')
const common = { clientId: client.id, name: '' }
const HOURLY = testId(602)
const others: Engagement[] = [
  hourlySchema.parse({ ...common, id: HOURLY, kind: 'hourly', rates: [{ from: null, rate: 9001 }] }),
  projectSchema.parse({
    ...common,
    id: testId(603),
    kind: 'project',
    milestones: [40, 90, 91, 300].map((after, index) => ({
      id: testId(700 + index),
      name: '',
      on: addDays(day('2024-01-01'), after),
      amount: 10_000 * (index + 1),
    })),
  }),
]

const anyStep = fc.record({
  does: fc.constantFrom(
    'work',
    'work',
    'draft',
    'draft',
    'later',
    'later',
    'discard',
    'void',
    'close',
    'favour',
    'topUp',
  ),
  pick: fc.nat(1000),
  amount: fc.nat(20_000),
})
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

interface State {
  readonly book: Book
  today: Day
}

const retainerOf = ({ book }: State): Retainer => book.workspace.tables.engagements.get(testId(601)) as Retainer
const live = ({ book }: State): Invoice[] =>
  [...book.workspace.tables.invoices.values()].filter(({ status }) => status !== 'void')

function draft({ book, today }: State): void {
  for (const { clientId, currency, lines } of toInvoice(book, today) ?? []) {
    const own = lines.map((line) => lineOf(line.unitPrice, vat(2200), line))
    applyToBook(book, [made('invoices', invoiceOf(own, { clientId, currency, status: 'draft' }))])
  }
}

/** The oldest period that is open and over. */
function close(state: State): void {
  const { id, agreement } = retainerOf(state)
  const row = ledger(agreement, doneOf(state.book, id), state.today).find(({ isClosed }) => !isClosed)
  if (!row || row.period.end > state.today) return
  const { start, end } = row.period
  const kept = closingOf(agreement, doneOf(state.book, id), start)
  const closing = {
    id: newId(),
    engagementId: id,
    start,
    end,
    sentAt: null,
    closedAt: '2024-01-01T00:00:00Z' as Instant,
  }
  if (kept) applyToBook(state.book, [made('closings', { ...closing, ...kept })])
}

function take(state: State, { does, pick, amount }: Step): void {
  const { book } = state
  const invoices = live(state)
  const invoice = invoices[pick % invoices.length]
  if (does === 'later') state.today = addDays(state.today, (pick % 45) + 1)
  if (does === 'draft') draft(state)
  if (does === 'close') close(state)
  if (does === 'discard' && invoice?.status === 'draft') applyToBook(book, [removed('invoices', invoice)])
  if (does === 'void' && invoice) applyToBook(book, [replaced('invoices', invoice, { ...invoice, status: 'void' })])
  if (does === 'favour' && invoice) {
    const lines = invoice.lines.map((line) => ({ ...line, unitPrice: minor(0), amount: minor(0) }))
    applyToBook(book, [replaced('invoices', invoice, { ...invoice, lines })])
  }
  if (does === 'work') {
    const engagementId = pick % 3 === 0 ? HOURLY : testId(601)
    const entry = { id: newId(), engagementId, note: '', tags: [], billable: true }
    const on = addDays(state.today, -(pick % 60))
    applyToBook(book, [made('entries', { ...entry, day: on, seconds: seconds(amount + 1) })])
  }
  if (does === 'topUp') {
    const before = retainerOf(state)
    const topUp = { id: newId(), on: addDays(state.today, -(pick % 40)), amount: 30, price: minor(amount), reason: '' }
    const after = { ...before, agreement: { ...before.agreement, topUps: [...before.agreement.topUps, topUp] } }
    applyToBook(book, [replaced('engagements', before, after)])
  }
}

const linesFor = (invoices: Iterable<Invoice>, id: Engagement['id']): InvoiceLine[] =>
  [...invoices].flatMap(({ lines }) => lines.filter(({ engagementId }) => engagementId === id))
const owed = (lines: readonly InvoiceLine[]): number => sumOf(lines, (line) => line.owed ?? line.amount)

/**
 * All that the ledger says of what falls due from the day on that it is billed here, and of what was billed before it:
 * fees by their first day; what goes past a period, once it was decided on, and top-ups by the day after it.
 */
function owedByLedger(state: State): number {
  const { id, agreement, billedFrom = day('1970-01-01') } = retainerOf(state)
  const done = doneOf(state.book, id)
  const lines = linesFor(live(state), id)
  const isBilled = (period: Day, kind?: InvoiceLine['kind']): boolean => {
    const own = lines.filter((line) => line.period === period)
    return (kind === undefined || own.some((line) => line.kind === kind)) && owed(own) !== 0
  }
  const later = new Map(adjustments(agreement, done).map(({ closing, amount }) => [closing.start, amount]))
  return sumOf(ledger(agreement, done, addDays(state.today, 10)), (row) => {
    const { start, end } = row.period
    const fee = start >= billedFrom || isBilled(start, 'fee') ? row.fee : 0
    if (!row.isClosed && end > state.today) return fee
    if (end < billedFrom && !isBilled(start)) return 0
    const { policy } = rulesOn(agreement, start).overage
    return (
      fee + row.topUpAmount + (row.isClosed || policy === 'absorb' ? row.overageAmount : 0) + (later.get(start) ?? 0)
    )
  })
}

/** What a book says that has worked out nothing before. */
function fromNothing({ book, today }: State): unknown {
  const workspace = structuredClone(book.workspace)
  const entries = workspace.tables.entries.values()
  const fresh = emptyBook(workspace, countAll(workspace, entries, preferencesOf(workspace).timeZone))
  return [toInvoice(fresh, today), undecidedOverage(fresh, today)]
}

test('whatever is drafted, discarded, closed and worked, in any order: all that is owed is billed, and once', () => {
  const anyRetainer = anyAgreement.map((agreement) => ({
    ...agreement,
    startsOn: day('2024-01-10'),
    versions: agreement.versions.map((version, index) => ({
      ...version,
      from: addMonths(day('2024-01-10'), index * 3),
    })),
    topUps: [],
  }))
  const anyFrom = fc.record({ billedFrom: anyDay('2024-01-01', 120) }, { requiredKeys: [] })
  fc.assert(
    fc.property(anyRetainer, anyFrom, fc.array(anyStep, { maxLength: 40, size: 'max' }), (agreement, from, steps) => {
      const retainer = retainerSchema.parse({
        ...common,
        id: testId(601),
        kind: 'retainer',
        status: 'active',
        agreement,
        ...from,
      })
      const book = bookOf(made('clients', client), ...[retainer, ...others].map((each) => made('engagements', each)))
      const state: State = { book, today: day('2024-02-20') }
      draft(state)
      for (const step of steps) {
        take(state, step)
        // As Today does: from here on it is known how the ledger stood at the beginning of the month.
        standingOf(book, retainerOf(state), `${state.today}T12:00:00Z` as Instant)
        const said = [toInvoice(book, state.today), undecidedOverage(book, state.today)]
        if (step.pick % 16 === 0) expect(said).toEqual(fromNothing(state))
      }
      draft(state)
      expect(toInvoice(book, state.today)).toEqual([])

      expect(owed(linesFor(live(state), testId(601)))).toBe(owedByLedger(state))
      const hours = linesFor(live(state), HOURLY)
      const byMonth = new Map<string, number>()
      for (const entry of book.workspace.tables.entries.values()) {
        if (isSpan(entry) || entry.engagementId !== HOURLY) continue
        const month = monthOf(entry.day)
        if (month < monthOf(state.today)) byMonth.set(month, (byMonth.get(month) ?? 0) + entry.seconds)
      }
      expect(owed(hours)).toBe(sumOf(byMonth.values(), (charged) => scaleRounded(charged, 9001, 3600)))

      for (const kind of ['fee', 'overage', 'milestone'] as const) {
        const keys = live(state).flatMap(({ lines }) =>
          lines
            .filter((line) => line.kind === kind)
            .map((line) => `${line.engagementId} ${line.milestoneId ?? line.period}`),
        )
        expect(new Set(keys).size).toBe(keys.length)
      }
    }),
    { numRuns: 100 },
  )
})
