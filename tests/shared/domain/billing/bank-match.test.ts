import { describe, expect, it } from 'vitest'
import { matchIncoming } from '#shared/domain/billing/bank-match.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { testId } from '#tests/support/agreements.ts'
import { session, type Session } from '#tests/support/session.ts'

const CLIENT = testId(1)
const TODAY = day('2026-10-22')

/** Invoices of these amounts, issued on 1 October: 2026-001 and so on. */
function begin(...amounts: number[]): { at: Session; ids: string[] } {
  const at = session('2026-10-22T13:11:00Z')
  at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
  const ids = amounts.map((unitPrice) => {
    const ran = at.run('invoice.draft', { clientId: CLIENT, lines: [{ kind: 'other', text: 'Work', unitPrice }] })
    if (!ran.ok || ran.made === undefined) throw new Error('no draft')
    at.run('invoice.issue', { id: ran.made, on: day('2026-10-01') })
    return ran.made
  })
  return { at, ids }
}

const line = (amount: number, words = '', on = '2026-10-10') => ({ on: day(on), amount: minor(amount), words })
const match = ({ book }: Session, ...lines: ReturnType<typeof line>[]) =>
  matchIncoming(book.workspace, lines, 'EUR', TODAY).map(({ invoiceId, how }) => [how, invoiceId])

describe('money that came in', () => {
  it.each(['2026-001', 'Invoice 2026/1', 'fatt. 1/2026', 'ref 001-26', 'RIF 2026 001'])(
    'knows a number in %s',
    (words) => {
      const { at, ids } = begin(5000, 5000)
      expect(match(at, line(5000, words))).toEqual([['both', ids[0]]])
    },
  )

  it.each(['2026-0010', '12026-001', 'order 1', '20261', '28/1/2026', 'of 2026-01-28', '28.01.26', '1/2026/5'])(
    'sees none in %s',
    (words) => {
      expect(match(begin(5000, 5000).at, line(5000, words))).toEqual([[null, null]])
    },
  )

  it('is a part of what is named, and no more than that', () => {
    const { at, ids } = begin(5000)
    expect(match(at, line(2000, '2026-001'))).toEqual([['number', ids[0]]])
    expect(match(at, line(6000, '2026-001'))).toEqual([[null, null]])
  })

  it.each(['retainer 03/2026', 'retainer 3-26', '2026-003', '3/2026'])(
    'is for the only one with that amount, whatever else could be the number of another in %s',
    (words) => {
      const { at, ids } = begin(5000, 6000, 122_000, 100_000)
      expect(match(at, line(100_000, words))).toEqual([['amount', ids[3]]])
    },
  )

  it('takes what may be a month for a number where the amount fits, and for a part only what cannot be one', () => {
    const { at, ids } = begin(5000, 5000, 5000)
    expect(match(at, line(5000, 'retainer 03/2026'))).toEqual([['both', ids[2]]])
    expect(match(at, line(2000, 'retainer 03/2026'))).toEqual([[null, null]])
    expect(match(at, line(2000, 'rif. 003/2026'))).toEqual([['number', ids[2]]])
  })

  it('is for the only one with that amount left; of two nobody can tell', () => {
    const { at, ids } = begin(5000, 7000, 7000)
    expect(match(at, line(5000))).toEqual([['amount', ids[0]]])
    expect(match(at, line(7000))).toEqual([[null, null]])
  })

  it('pays nothing twice, and nothing before it was issued', () => {
    const { at, ids } = begin(5000)
    expect(match(at, line(5000, 'a'), line(5000, 'b'))).toEqual([
      ['amount', ids[0]],
      [null, null],
    ])
    expect(match(at, line(5000, '', '2026-09-30'))).toEqual([[null, null]])
  })

  it('is known when it was recorded, by hand or from a file, as often as it was', () => {
    const { at, ids } = begin(5000, 5000)
    at.run('payment.record', { invoiceId: (ids[0] ?? '') as never, on: day('2026-10-10'), amount: minor(5000) })
    expect(match(at, line(5000), line(5000, '2026-002'))).toEqual([
      ['known', null],
      ['both', ids[1]],
    ])
    const [first] = matchIncoming(at.book.workspace, [line(100, 'x')], 'EUR', TODAY)
    at.run('payments.import', {
      payments: [
        { invoiceId: (ids[1] ?? '') as never, on: day('2026-10-10'), amount: minor(100), source: first?.source ?? '' },
      ],
    })
    expect(match(at, line(100, 'X '))).toEqual([['known', null]])
    // The same line twice in one file is two payments.
    expect(match(at, line(100, 'x'), line(100, 'x'))[1]).toEqual([null, null])
  })

  it('is not known by what was recorded by hand in another currency', () => {
    const { at, ids } = begin(5000)
    at.run('client.create', { name: 'Halden', currency: 'USD', language: 'en', listRate: minor(10_000) })
    const other = [...at.book.workspace.tables.clients.values()].find(({ name }) => name === 'Halden')
    const lines = [{ kind: 'other' as const, text: 'Work', unitPrice: minor(5000) }]
    const ran = at.run('invoice.draft', { clientId: other?.id ?? CLIENT, lines })
    if (!ran.ok || ran.made === undefined) throw new Error('no draft')
    at.run('invoice.issue', { id: ran.made, on: day('2026-10-01') })
    at.run('payment.record', { invoiceId: ran.made, on: day('2026-10-10'), amount: minor(5000) })
    expect(match(at, line(5000))).toEqual([['amount', ids[0]]])
    expect(matchIncoming(at.book.workspace, [line(5000)], 'USD', TODAY)).toMatchObject([{ how: 'known' }])
  })

  it('is of one currency', () => {
    const { at } = begin(5000)
    expect(matchIncoming(at.book.workspace, [line(5000)], 'USD', TODAY)).toMatchObject([{ how: null }])
  })
})
