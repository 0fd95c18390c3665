import { describe, expect, test } from 'vitest'
import { toInvoice, undecidedOverage } from '#shared/domain/billing/due.ts'
import { applyToBook, type Book } from '#shared/domain/book.ts'
import { standingOf } from '#shared/domain/standing.ts'
import { day } from '#shared/kernel/day.ts'
import { minor, seconds, sumOf } from '#shared/kernel/units.ts'
import { made, replaced } from '#shared/model/change.ts'
import { instant, testId } from '#tests/support/agreements.ts'
import { change, client, close, draft, print, RETAINER, retainer, withRetainer, worked } from '#tests/support/bills.ts'
import { newId } from '#tests/support/books.ts'

describe('what a period leaves to bill', () => {
  const topUps = [
    { id: testId(1), on: day('2026-01-12'), amount: 60, price: minor(9000), reason: '' },
    { id: testId(2), on: day('2026-01-13'), amount: 60, price: minor(8000), reason: '' },
    { id: testId(3), on: day('2026-01-14'), amount: 60, price: minor(0), reason: 'sorry' },
    { id: testId(4), on: day('2026-02-14'), amount: 60, price: minor(7000), reason: '' },
  ]

  test('comes up the day it is over: overage with its time and rate, each top-up, no goodwill', () => {
    const of = retainer({ topUps, overage: { policy: 'bill', rate: minor(12_000) } })
    const book = withRetainer(of, worked('2026-01-31', 15.5))
    draft(book, '2026-01-01')
    expect(print(book, '2026-01-21')).toEqual([])
    expect(print(book, '2026-01-31')).toEqual(['fee 2026-02-01 1000.00'])
    close(book, of, '2026-01-01')
    const [due] = toInvoice(book, day('2026-02-01')) ?? []
    expect(due).toMatchObject({ clientId: client.id, currency: 'EUR', net: 147_000 })
    expect(due?.lines).toEqual([
      {
        engagementId: RETAINER,
        period: '2026-01-01',
        milestoneId: null,
        kind: 'topUp',
        quantity: 1,
        unit: 'unit',
        unitPrice: 9000,
        owed: 9000,
      },
      {
        engagementId: RETAINER,
        period: '2026-01-01',
        milestoneId: null,
        kind: 'topUp',
        quantity: 1,
        unit: 'unit',
        unitPrice: 8000,
        owed: 8000,
      },
      {
        engagementId: RETAINER,
        period: '2026-01-01',
        milestoneId: null,
        kind: 'overage',
        quantity: 9000,
        unit: 'hour',
        unitPrice: 12_000,
        owed: 30_000,
      },
      {
        engagementId: RETAINER,
        period: '2026-02-01',
        milestoneId: null,
        kind: 'fee',
        quantity: 1,
        unit: 'unit',
        unitPrice: 100_000,
        owed: 100_000,
      },
    ])
  })

  test('counts top-ups from the period’s first day to its last', () => {
    const on = (index: number, text: string, price: number) => ({
      id: testId(index),
      on: day(text),
      amount: 60,
      price: minor(price),
      reason: '',
    })
    const book = withRetainer(
      retainer({ topUps: [on(1, '2026-01-01', 1000), on(2, '2026-01-31', 2000), on(3, '2026-02-01', 4000)] }),
    )
    draft(book, '2026-01-01')
    expect(print(book, '2026-02-01').slice(0, 2)).toEqual(['topUp 2026-01-01 10.00', 'topUp 2026-01-01 20.00'])
    draft(book, '2026-02-01')
    expect(print(book, '2026-03-01').slice(0, 1)).toEqual(['topUp 2026-02-01 40.00'])
  })

  test('of deliverables is by the unit', () => {
    const byUnits = retainer({
      basis: 'deliverables',
      listRate: minor(50_000),
      versions: [{ from: day('2026-01-01'), fee: minor(200_000), included: 4 }],
    })
    const book = withRetainer(byUnits)
    applyToBook(book, [
      made('deliveries', { id: newId(), engagementId: RETAINER, day: day('2026-01-20'), units: 6, note: '' }),
    ])
    draft(book, '2026-01-01')
    close(book, byUnits, '2026-01-01')
    expect(toInvoice(book, day('2026-02-01'))?.[0]?.lines[0]).toMatchObject({
      kind: 'overage',
      quantity: 2,
      unit: 'unit',
      unitPrice: 50_000,
      owed: 100_000,
    })
  })

  test('is billed once, closed or not, in whichever order', () => {
    const of = retainer({ topUps })
    for (const first of ['close', 'draft'] as const) {
      const book = withRetainer(of, worked('2026-01-31', 15))
      const sum = () => sumOf(draft(book, '2026-02-01')[0]?.lines ?? [], ({ amount }) => amount)
      draft(book, '2026-01-01')
      if (first === 'close') close(book, of, '2026-01-01')
      expect(sum()).toBe(first === 'close' ? 137_000 : 117_000)
      if (first === 'draft') {
        close(book, of, '2026-01-01')
        expect(sum()).toBe(20_000)
      }
      expect(print(book, '2026-02-01')).toEqual([])
    }
  })

  test('waits for the pass where it asks: the rest comes up, and what was given never does', () => {
    const of = retainer({ topUps })
    const at = () => {
      const book = withRetainer(of, worked('2026-01-31', 15))
      draft(book, '2026-01-01')
      return book
    }
    const waiting = (book: Book) =>
      undecidedOverage(book, day('2026-02-01')).map(({ row }) => [row.period.start, row.overage, row.overageAmount])
    const book = at()
    expect(print(book, '2026-02-01')).toEqual([
      'topUp 2026-01-01 90.00',
      'topUp 2026-01-01 80.00',
      'fee 2026-02-01 1000.00',
    ])
    expect(waiting(book)).toEqual([['2026-01-01', 7200, 20_000]])
    expect(undecidedOverage(book, day('2026-01-31'))).toEqual([])
    close(book, of, '2026-01-01')
    expect(print(book, '2026-02-01')).toContain('overage 2026-01-01 200.00')
    expect(waiting(book)).toEqual([])

    const given = at()
    const favour = { id: testId(5), on: day('2026-01-31'), amount: 120, price: minor(0), reason: 'a favour' }
    close(given, change(given, of, { topUps: [...topUps, favour] }), '2026-01-01')
    expect(print(given, '2026-02-01')).not.toContain('overage 2026-01-01 200.00')
    expect(waiting(given)).toEqual([])
  })

  test('waits for nothing where no pass will ask: it was put away, or is on an invoice already', () => {
    const book = withRetainer(retainer({}, { archived: true }), worked('2026-01-31', 12))
    expect(print(book, '2026-02-01')).toContain('overage 2026-01-01 200.00')
    draft(book, '2026-02-01')
    change(book, retainer({}, { archived: true }), {}, { archived: false })
    applyToBook(book, [made('entries', worked('2026-01-30', 1))])
    expect(print(book, '2026-02-01')).toContain('adjustment 2026-01-01 100.00')
    expect(undecidedOverage(book, day('2026-02-01'))).toEqual([])
  })

  test('is corrected by an adjustment when its time changes after it was billed, before and after it is closed', () => {
    const of = retainer()
    const entry = worked('2026-01-20', 12)
    // An overage that was billed before it was decided on: of one that was put away then.
    const book = withRetainer(retainer({}, { archived: true }), entry)
    draft(book, '2026-01-01')
    draft(book, '2026-02-01')
    change(book, of, {})
    const longer = { ...entry, seconds: seconds(13 * 3600) }
    applyToBook(book, [replaced('entries', entry, longer)])
    expect(print(book, '2026-02-03')).toEqual(['adjustment 2026-01-01 100.00'])
    close(book, of, '2026-01-01')
    expect(print(book, '2026-02-03')).toEqual(['adjustment 2026-01-01 100.00'])
    draft(book, '2026-02-03')
    const shorter = { ...entry, seconds: seconds(11.5 * 3600) }
    applyToBook(book, [replaced('entries', longer, shorter)])
    expect(print(book, '2026-02-04')).toEqual(['adjustment 2026-01-01 -150.00'])
    draft(book, '2026-02-04')
    expect(print(book, '2026-02-05')).toEqual([])
  })

  test('is corrected however long ago it was billed', () => {
    const book = withRetainer(retainer())
    for (const on of ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']) draft(book, on)
    applyToBook(book, [made('entries', worked('2026-01-20', 11))])
    expect(print(book, '2026-04-02')).toEqual([])
    close(book, retainer(), '2026-01-01')
    expect(print(book, '2026-04-02')).toEqual(['overage 2026-01-01 100.00'])
  })

  test('of a closed period worked out at another rate is one amount, as it was reported', () => {
    const of = retainer()
    const book = withRetainer(of, worked('2026-01-20', 12))
    draft(book, '2026-01-01')
    close(book, of, '2026-01-01')
    change(book, of, { listRate: minor(11_000) })
    expect(toInvoice(book, day('2026-02-01'))?.[0]?.lines.slice(0, 2)).toMatchObject([
      { kind: 'overage', quantity: 1, unit: 'unit', unitPrice: 20_000, owed: 20_000 },
      // What the new rate says of a closed period shows against it.
      { kind: 'adjustment', owed: 2000 },
    ])
  })

  test('a top-up that was changed in a closed period is the sum that was reported', () => {
    const of = retainer({ topUps: topUps.slice(0, 2) })
    const book = withRetainer(of)
    draft(book, '2026-01-01')
    close(book, of, '2026-01-01')
    change(book, of, { topUps: topUps.slice(0, 1) })
    expect(print(book, '2026-02-01').slice(0, 2)).toEqual(['topUp 2026-01-01 170.00', 'adjustment 2026-01-01 -80.00'])
  })

  test('a favour on the draft stays one: the agreement says what was owed', () => {
    const book = withRetainer(retainer())
    const [invoice] = draft(book, '2026-01-01')
    if (!invoice) throw new Error('no invoice')
    const lines = invoice.lines.map((line) => ({ ...line, unitPrice: minor(90_000), amount: minor(90_000) }))
    applyToBook(book, [replaced('invoices', invoice, { ...invoice, lines })])
    expect(print(book, '2026-02-05')).toEqual(['fee 2026-02-01 1000.00'])
  })

  test('a line that says nothing of what was owed counts as what it charges', () => {
    const book = withRetainer(retainer())
    const [invoice] = draft(book, '2026-01-01')
    if (!invoice) throw new Error('no invoice')
    const lines = invoice.lines.map((line) => ({ ...line, owed: null, amount: minor(90_000) }))
    applyToBook(book, [replaced('invoices', invoice, { ...invoice, lines })])
    expect(print(book, '2026-02-05')).toEqual(['adjustment 2026-01-01 100.00', 'fee 2026-02-01 1000.00'])
  })

  test('stands oldest first, whatever was looked at before', () => {
    const of = retainer({ startsOn: day('2026-01-01') }, { billedFrom: day('2026-01-01') })
    const book = withRetainer(of)
    draft(book, '2026-03-20')
    const from = day('2026-04-01')
    const [version] = of.agreement.versions
    const after = change(book, of, { startsOn: from, versions: version ? [{ ...version, from }] : [] })
    const periods = () => (toInvoice(book, day('2026-06-02')) ?? []).flatMap(({ lines }) => lines.map((l) => l.period))
    const [cold, months] = [periods(), [1, 2, 3, 4, 5, 6].map((month) => `2026-0${month}-01`)]
    standingOf(book, after, instant('2026-06-02T12:00:00Z'))
    expect([cold, periods()]).toEqual([months, months])
  })

  test('a period that was billed and is no more goes back', () => {
    const of = retainer({ term: { periods: 12, atEnd: 'open' } })
    const book = withRetainer(of)
    draft(book, '2026-01-01')
    draft(book, '2026-01-25')
    const after = change(book, of, { endsOn: day('2026-01-31') })
    expect(print(book, '2026-01-26')).toEqual(['adjustment 2026-02-01 -1000.00'])
    expect(toInvoice(book, day('2026-01-26'))?.[0]?.net).toBe(-100_000)
    draft(book, '2026-01-26')
    expect(print(book, '2026-02-26')).toEqual([])
    // Half of the last: what the ledger says of it.
    change(book, after, { endsOn: day('2026-01-15') })
    expect(print(book, '2026-01-16')).toEqual(['adjustment 2026-01-01 -516.13'])
    expect(print(book, '2026-01-15')).toEqual([])
  })
})
