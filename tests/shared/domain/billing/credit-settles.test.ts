import { expect, test } from 'vitest'
import { toInvoice } from '#shared/domain/billing/due.ts'
import { day, monthOf, type Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import { minor, type Minor } from '#shared/kernel/units.ts'
import { draftOf } from '#shared/i18n/invoice-lines.ts'
import { agreement, instant, ROME, testId } from '#tests/support/agreements.ts'
import { session, type Session } from '#tests/support/session.ts'

const CLIENT = testId(1)

function begin(now: string): Session {
  const at = session(now)
  at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  return at
}
const madeBy = (ran: ReturnType<Session['run']>): Id => {
  if (!ran.ok || ran.made === undefined) throw new Error(JSON.stringify(ran))
  return ran.made
}
const today = (at: Session): Day => dayAt(at.now, ROME)
const due = (at: Session): string[] =>
  (toInvoice(at.book, today(at)) ?? []).flatMap(({ lines }) =>
    lines.map(({ kind, period, owed }) => `${kind} ${period} ${owed}`),
  )
/** Drafts the one bill there is and issues it. */
function bill(at: Session): Id {
  const [first] = toInvoice(at.book, today(at)) ?? []
  if (!first) throw new Error('nothing to invoice')
  const id = madeBy(at.run('invoice.draft', draftOf(at.book, first, today(at))))
  expect(at.run('invoice.issue', { id })).toMatchObject({ ok: true })
  return id
}
function credit(at: Session, id: Id, amount: Minor): number | null | undefined {
  const lineId = at.book.workspace.tables.invoices.get(id)?.lines[0]?.id
  if (!lineId) throw new Error('no line')
  const note = madeBy(at.run('invoice.credit', { id, lines: [{ lineId, amount }] }))
  expect(at.run('invoice.issue', { id: note })).toMatchObject({ ok: true })
  return at.book.workspace.tables.invoices.get(note)?.lines[0]?.owed
}

/** Ten hours of March billed in April, two of which were wrong and are taken out. */
function withTwoTooMany(): { at: Session; id: Id } {
  const at = begin('2026-04-02T09:00:00Z')
  const engagementId = madeBy(at.run('hourly.create', { clientId: CLIENT, name: '', rate: minor(10_000) }))
  const work = (on: string, seconds: number) =>
    madeBy(at.run('entry.create', { engagementId, when: { day: day(on), seconds } }))
  work('2026-03-10', 8 * 3600)
  const wrong = work('2026-03-11', 2 * 3600)
  const id = bill(at)
  expect(at.run('entry.remove', { id: wrong, month: monthOf(day('2026-03-11')) })).toMatchObject({ ok: true })
  return { at, id }
}

test('what a credit note gives back is not given back once more, though it is given up', () => {
  const { at, id } = withTwoTooMany()
  expect(due(at)).toEqual(['adjustment 2026-03-01 -20000'])
  expect(credit(at, id, minor(15_000))).toBe(-15_000)
  expect(due(at)).toEqual(['adjustment 2026-03-01 -5000'])
  expect(credit(at, id, minor(30_000))).toBe(-5000)
  expect(due(at)).toEqual([])
})

test('nothing was too much: all of it is given up, and neither comes back', () => {
  const { at, id } = withTwoTooMany()
  credit(at, id, minor(20_000))
  expect(credit(at, id, minor(80_000))).toBe(0)
  at.now = instant('2026-05-02T09:00:00Z')
  expect(due(at)).toEqual([])
})

test('an advance of a period that was paused since is settled before the period is over', () => {
  const at = begin('2026-01-01T09:00:00Z')
  const id = madeBy(at.run('retainer.create', { clientId: CLIENT, agreement: agreement() }))
  bill(at)
  at.now = instant('2026-01-25T09:00:00Z')
  const february = bill(at)
  const pause = { id, from: day('2026-02-01'), to: day('2026-03-01') }
  expect(at.run('retainer.pause', pause)).toMatchObject({ ok: true })
  expect(credit(at, february, minor(100_000))).toBe(-100_000)
  at.now = instant('2026-03-01T09:00:00Z')
  expect(due(at)).toEqual(['fee 2026-03-01 100000'])
})
