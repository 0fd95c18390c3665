import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAlerts } from '#shared/domain/alerts.ts'
import { countAll, daysOf, doneOf, emptyBook, preferencesOf, type Book } from '#shared/domain/book.ts'
import { closedUntil } from '#shared/domain/closed.ts'
import { incomeByMonth } from '#shared/domain/income/by-month.ts'
import { packTotals, unpackTotals } from '#shared/domain/packed-totals.ts'
import { runningPeriod } from '#shared/domain/running-period.ts'
import { standingIn, standingOf, type Standing } from '#shared/domain/standing.ts'
import { packStood, unpackStood } from '#shared/domain/stood.ts'
import { calendarOf } from '#shared/domain/working-days.ts'
import { addDays, addToMonth, monthOf } from '#shared/kernel/day.ts'
import { dayAt, addSeconds } from '#shared/kernel/instant.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { isRunning } from '#shared/model/entry.ts'
import { agreement, ROME, testId, zone } from '#tests/support/agreements.ts'
import { anyRounding } from '#tests/support/arbitrary.ts'
import { session, type Session } from '#tests/support/session.ts'

const anyStep = fc.record({
  what: fc.constantFrom(
    'work',
    'work',
    'remove',
    'start',
    'start',
    'stop',
    'deliver',
    'topUp',
    'off',
    'close',
    'reopen',
  ),
  back: fc.integer({ min: 0, max: 70 * 86_400 }),
  length: fc.integer({ min: 60, max: 9 * 3600 }),
  later: fc.integer({ min: 0, max: 5 * 86_400 }),
})
const anyTerms = fc.record({
  basis: fc.constantFrom('hours' as const, 'hours' as const, 'deliverables' as const),
  rollover: fc.option(fc.record({ periods: fc.constantFrom(1, 2, null), cap: fc.constantFrom(null, 120) })),
  overage: fc.constantFrom({ policy: 'bill' as const }, { policy: 'borrow' as const }, { policy: 'absorb' as const }),
  rounding: anyRounding,
  alerts: fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
})
const anyZone = fc.constantFrom(
  ROME,
  zone('America/Sao_Paulo'),
  zone('Australia/Lord_Howe'),
  zone('America/Los_Angeles'),
)
const RETAINER = testId(2)

type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

function retainerIn({ workspace }: Book): Retainer {
  const retainer = workspace.tables.engagements.get(RETAINER)
  if (retainer?.kind !== 'retainer') throw new Error('no retainer')
  return retainer
}

function begin(terms: Parameters<typeof agreement>[0], of: typeof ROME): Session {
  const at = session('2026-03-20T09:00:00Z', of)
  at.run('client.create', { name: 'One', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  at.run('retainer.create', { clientId: testId(1), agreement: agreement(terms) })
  return at
}

function take(at: Session, { what, back, length, later }: Step): void {
  at.now = addSeconds(at.now, later)
  const start = addSeconds(at.now, -back - length)
  const day = dayAt(start, preferencesOf(at.book.workspace).timeZone)
  const [entry] = at.book.workspace.tables.entries.values()
  switch (what) {
    case 'work':
      return void at.run('entry.create', { engagementId: RETAINER, when: { start, end: addSeconds(start, length) } })
    case 'remove':
      return entry && void at.run('entry.remove', { id: entry.id, month: dayAt(start, ROME).slice(0, 7) })
    case 'start':
      return void at.run('timer.start', { engagementId: RETAINER, note: '', at: addSeconds(at.now, -length) })
    case 'stop':
      return void at.run('timer.stop', {})
    case 'deliver':
      return void at.run('delivery.record', { engagementId: RETAINER, day, units: 1 })
    case 'topUp':
      return void at.run('retainer.topUp', { id: RETAINER, on: day, amount: 60, price: minor(0), reason: 'A gift' })
    case 'off':
      return void at.run('daysOff.set', { daysOff: [{ from: day, to: day, name: '' }] })
    case 'close': {
      const next = closedUntil(at.book, RETAINER)
      const open = next === null ? retainerIn(at.book).agreement.startsOn : addDays(next, 1)
      return void at.run('period.close', { engagementId: RETAINER, start: open })
    }
    case 'reopen': {
      const last = [...at.book.workspace.tables.closings.keys()].at(-1)
      return last && void at.run('period.reopen', { id: last })
    }
    default:
      return what satisfies never
  }
}

/** From nothing: another book of the same records, with the timer's run as an entry of its own. */
function counted({ book, now }: Session): Standing | null {
  const { timeZone } = preferencesOf(book.workspace)
  const entries = [...book.workspace.tables.entries.values()].map((entry) =>
    isRunning(entry) && entry.start < now ? { ...entry, end: now } : entry,
  )
  const again = emptyBook(book.workspace, countAll(book.workspace, entries, timeZone))
  const { agreement: agreed } = retainerIn(again)
  const [today, calendar] = [dayAt(now, timeZone), calendarOf(preferencesOf(book.workspace))]
  const period = runningPeriod(agreed, doneOf(again, RETAINER), today, calendar)
  return period && standingIn(agreed, period, today, calendar)
}

const anySteps = fc.array(anyStep, { maxLength: 25, size: 'max' })

test('the standing that is kept is that which is worked out from nothing, after any work and with any timer', () => {
  fc.assert(
    fc.property(anyTerms, anyZone, anySteps, (terms, of, steps) => {
      const at = begin(terms, of)
      for (const step of steps) {
        take(at, step)
        expect(standingOf(at.book, retainerIn(at.book), at.now)).toEqual(counted(at))
      }
    }),
    { numRuns: 1000 },
  )
})

/** The same records and totals in another process, with or without what is known of how the ledgers stood. */
function across(book: Book, knows: boolean): Book {
  const { workspace, totals } = book
  if (!totals) throw new Error('no totals')
  const there = unpackTotals(packTotals(totals))
  const packed = JSON.parse(JSON.stringify(packStood(totals))) as ReturnType<typeof packStood>
  if (knows) unpackStood(there, packed, workspace.tables.engagements)
  return emptyBook(workspace, there)
}

test('a window that is told how ledgers stood shows the standing, and the income, of one that works out all of it', () => {
  fc.assert(
    fc.property(anyTerms, anyZone, anySteps, fc.integer({ min: 0, max: 3 }), (terms, of, steps, ago) => {
      const at = begin(terms, of)
      const income = ({ book, now }: Pick<Session, 'book' | 'now'>) => {
        const month = monthOf(dayAt(now, of))
        return incomeByMonth(book, 'EUR', dayAt(now, of), addToMonth(month, -ago), month)
      }
      for (const step of steps) {
        take(at, step)
        const retainer = retainerIn(at.book)
        const kept = [income(at), daysOf(at.book, RETAINER).ends]
        standingOf(at.book, retainer, at.now)
        const [told, alone] = [across(at.book, true), across(at.book, false)]
        expect(income({ ...at, book: told })).toEqual(income({ ...at, book: alone }))
        expect(kept).toEqual([income({ ...at, book: alone }), daysOf(alone, RETAINER).ends])
        // And is kept again, for the next step to find.
        expect(income(at)).toEqual(kept[0])
        expect(standingOf(told, retainer, at.now)).toEqual(standingOf(alone, retainer, at.now))
      }
    }),
    { numRuns: 400 },
  )
})

test('each share of a period alerts at most once, and none that was reached is missed', () => {
  fc.assert(
    fc.property(anyTerms, anySteps, (terms, steps) => {
      const at = begin(terms, ROME)
      const heard = new Map<string, Set<number>>()
      for (const step of steps) {
        take(at, step)
        const standing = standingOf(at.book, retainerIn(at.book), at.now)
        if (!standing) continue
        const { row, usedShare } = standing
        const period = row.period.start
        const shares = dueAlerts(retainerIn(at.book), standing)
        const known = heard.get(period) ?? new Set<number>()
        heard.set(period, known)
        for (const share of shares) {
          expect(known.has(share)).toBe(false)
          expect(terms.alerts).toContain(share)
          known.add(share)
        }
        for (const share of terms.alerts) if (usedShare * 100 > share + 1e-9) expect(known.has(share)).toBe(true)
        if (shares.length > 0) at.run('retainer.told', { id: RETAINER, period, shares })
        expect(dueAlerts(retainerIn(at.book), standing)).toEqual([])
      }
    }),
    { numRuns: 1000 },
  )
})
