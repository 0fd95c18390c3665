import { describe, expect, test } from 'vitest'
import type { Figure } from '#shared/domain/ledger/explain/reason.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement, TopUp } from '#shared/model/agreement.ts'
import { agreement, daysFrom, testId, work } from '#tests/support/agreements.ts'
import { closed } from '#tests/support/closings.ts'
import { ledgerOf } from '#tests/support/explained.ts'
import { table } from '#tests/support/print-ledger.ts'

const worked = (...all: [on: string, hours: number][]) =>
  all.map(([on, hours], index) => work(index + 1, { on, hours }))
const topUp = (index: number, on: string, amount: number, price: number, reason = ''): TopUp => ({
  id: testId(index),
  on: day(on),
  amount,
  price: minor(price),
  reason,
})
const several = (ledger: ReturnType<typeof ledgerOf>, figures: readonly Figure[], index = -1): string =>
  figures.map((figure) => ledger.print(figure, index)).join('\n')

describe('borrowing', () => {
  const ledger = ledgerOf({ overage: { policy: 'borrow' }, term: { periods: 3, atEnd: 'ends' } }, '2026-03-31', {
    entries: worked(['2026-01-20', 12], ['2026-02-20', 9], ['2026-03-20', 11]),
  })
  const figures = ['opening', 'granted', 'overage', 'carriedOut', 'repaid', 'borrowed', 'overageAmount'] as const

  test('what no lot covers is taken from the next month', () => {
    expect(several(ledger, figures, 0)).toBe(table`
      opening: –
      granted: 10:00
        as agreed from 2026-01-01, 1000.00 for 10:00: 10:00
      overage: –
        used: 12:00
          2026-01-20: 12:00
            entry #1: 12:00
        covered included of 2026-01-01/01-31, to 2026-01-31: -10:00
        borrowed from 2026-02-01 on: -2:00
      carriedOut: -2:00
        borrowed from 2026-02-01 on: -2:00
      repaid: –
      borrowed: 2:00
        borrowed from 2026-02-01 on: 2:00
      overageAmount: –
    `)
  })

  test('which opens below zero, and borrows in its turn', () => {
    expect(several(ledger, figures, 1)).toBe(table`
      opening: -2:00
        repaid to 2026-01-01/01-31: -2:00
      granted: 10:00
        as agreed from 2026-01-01, 1000.00 for 10:00: 10:00
      overage: –
        used: 9:00
          2026-02-20: 9:00
            entry #2: 9:00
        covered included of 2026-02-01/02-28, to 2026-02-28: -8:00
        borrowed from 2026-03-01 on: -1:00
      carriedOut: -1:00
        borrowed from 2026-03-01 on: -1:00
      repaid: 2:00
        repaid to 2026-01-01/01-31: 2:00
      borrowed: 1:00
        borrowed from 2026-03-01 on: 1:00
      overageAmount: –
    `)
  })

  test('until the last one bills what it cannot repay', () => {
    expect(several(ledger, ['opening', 'overage', 'carriedOut', 'overageAmount'], 2)).toBe(table`
      opening: -1:00
        repaid to 2026-02-01/02-28: -1:00
      overage: 2:00
        used: 11:00
          2026-03-20: 11:00
            entry #3: 11:00
        covered included of 2026-03-01/03-31, to 2026-03-31: -9:00
      carriedOut: –
      overageAmount: 200.00
        2:00 over at 100.00 (borrow): 200.00
    `)
  })

  test('what a month cannot repay, since it grants less by now, is told as such', () => {
    const terms: Partial<Agreement> = { overage: { policy: 'borrow' } }
    const entries = worked(['2026-01-20', 14], ['2026-02-20', 1])
    const before = agreement(terms)
    const closings = closed(before, { days: daysFrom(entries.slice(0, 1), before) }, 1)
    const smaller = { from: day('2026-02-01'), fee: minor(10_000), included: 60 }
    const later = ledgerOf({ ...terms, versions: [...before.versions, smaller] }, '2026-02-28', { entries, closings })
    expect(several(later, ['opening', 'overage', 'carriedOut'])).toBe(table`
      opening: -4:00
        repaid to 2026-01-01/01-31: -4:00
      overage: 3:00
        used: 1:00
          2026-02-20: 1:00
            entry #2: 1:00
        not repaid to 2026-01-01/01-31: 3:00
        borrowed from 2026-03-01 on: -1:00
      carriedOut: -1:00
        borrowed from 2026-03-01 on: -1:00
    `)
  })
})

test('top-ups of several ages are each told by their own name', () => {
  const ledger = ledgerOf(
    {
      term: { periods: 3, atEnd: 'ends' },
      topUps: [
        topUp(1, '2026-01-15', 180, 27_000),
        topUp(2, '2026-02-10', 60, 0, 'Goodwill'),
        topUp(3, '2026-02-12', 120, 18_000),
      ],
    },
    '2026-03-31',
    { entries: worked(['2026-01-20', 11], ['2026-02-20', 12.5], ['2026-03-20', 12]) },
  )
  expect(several(ledger, ['opening', 'granted', 'usedIncluded', 'usedTopUp', 'carriedOut', 'topUpAmount'], 1))
    .toBe(table`
    opening: 2:00
      held top-up #1 of 2026-01-15, to 2026-03-31: 2:00
    granted: 13:00
      as agreed from 2026-01-01, 1000.00 for 10:00: 10:00
      top-up #2 of 2026-02-10 (Goodwill) at –: 1:00
      top-up #3 of 2026-02-12 at 180.00: 2:00
    usedIncluded: 10:00
      drawn included of 2026-02-01/02-28, to 2026-02-28: 10:00
    usedTopUp: 2:30
      drawn top-up #1 of 2026-01-15, to 2026-03-31: 2:00
      drawn top-up #2 of 2026-02-10 (Goodwill), to 2026-03-31: 0:30
    carriedOut: 2:30
      held top-up #2 of 2026-02-10 (Goodwill), to 2026-03-31: 0:30
      held top-up #3 of 2026-02-12, to 2026-03-31: 2:00
    topUpAmount: 180.00
      top-up #2 of 2026-02-10 (Goodwill) at –: –
      top-up #3 of 2026-02-12 at 180.00: 180.00
  `)
  expect(several(ledger, ['usedCarried', 'usedTopUp', 'expired'])).toBe(table`
    usedCarried: –
    usedTopUp: 2:30
      drawn top-up #2 of 2026-02-10 (Goodwill), to 2026-03-31: 0:30
      drawn top-up #3 of 2026-02-12, to 2026-03-31: 2:00
    expired: 0:30
      expired included of 2026-03-01/03-31, to 2026-03-31: 0:30
  `)
})

test('carried time of two ages, capped: each lot says what is drawn, lapses, is dropped and goes on', () => {
  const ledger = ledgerOf({ rollover: { periods: 2, cap: 900 } }, '2026-03-31', {
    entries: worked(['2026-01-10', 2], ['2026-02-10', 1], ['2026-03-10', 4]),
  })
  // January leaves 8. February draws on them, and has 17 left, of which the older 2 go.
  expect(several(ledger, ['dropped', 'carriedOut'], 1)).toBe(table`
    dropped: 2:00
      beyond 15:00, included of 2026-01-01/01-31, to 2026-03-31: 2:00
    carriedOut: 15:00
      held included of 2026-01-01/01-31, to 2026-03-31: 5:00
      held included of 2026-02-01/02-28, to 2026-04-30: 10:00
  `)
  expect(several(ledger, ['opening', 'usedCarried', 'usedIncluded', 'expired', 'dropped', 'carriedOut'], 2)).toBe(table`
    opening: 15:00
      held included of 2026-01-01/01-31, to 2026-03-31: 5:00
      held included of 2026-02-01/02-28, to 2026-04-30: 10:00
    usedCarried: 4:00
      drawn included of 2026-01-01/01-31, to 2026-03-31: 4:00
    usedIncluded: –
    expired: 1:00
      expired included of 2026-01-01/01-31, to 2026-03-31: 1:00
    dropped: 5:00
      beyond 15:00, included of 2026-02-01/02-28, to 2026-04-30: 5:00
    carriedOut: 15:00
      held included of 2026-02-01/02-28, to 2026-04-30: 5:00
      held included of 2026-03-01/03-31, to 2026-05-31: 10:00
  `)
})

describe('how long a lot can be used', () => {
  const topUps = [topUp(1, '2026-01-15', 60, 0)]
  const held = (terms: Partial<Agreement>): string => ledgerOf({ topUps, ...terms }, '2026-01-31').print('carriedOut')

  test('for ever, while there is no end', () => {
    const open = { term: { periods: 12, atEnd: 'open' } } as const
    expect(held(open)).toBe('carriedOut: 1:00\n  held top-up #1 of 2026-01-15, for ever: 1:00')
  })

  test('to the end, where one was agreed on after it was granted', () => {
    const open: Partial<Agreement> = { topUps, term: { periods: 12, atEnd: 'open' } }
    const agreed = agreement(open)
    const closings = closed(agreed, { days: daysFrom([], agreed) }, 1)
    const ending = (on: string) => ledgerOf({ ...open, endsOn: day(on) }, '2026-01-31', { closings })
    expect(ending('2026-03-15').print('carriedOut')).toBe(
      'carriedOut: 1:00\n  held top-up #1 of 2026-01-15, to 2026-03-15: 1:00',
    )
  })

  test('to the end too, where what it was granted for is cut short', () => {
    const rolling: Partial<Agreement> = { rollover: { periods: 2, cap: null } }
    const agreed = agreement(rolling)
    const closings = closed(agreed, { days: daysFrom([], agreed) }, 1)
    const cut = ledgerOf({ ...rolling, endsOn: day('2026-02-10') }, '2026-01-31', { closings })
    expect(cut.print('carriedOut')).toBe('carriedOut: 10:00\n  held included of 2026-01-01/01-31, to 2026-02-10: 10:00')
  })
})

describe('after a closed month that comes to something else by now', () => {
  /** January closed on 6 hours, or on more, and told with `hours`; February, with nothing done in it. */
  const february = (terms: Partial<Agreement>, then: number, hours: number) => {
    const rolling = { rollover: { periods: 1, cap: null }, ...terms }
    const agreed = agreement(rolling)
    const closings = closed(agreed, { days: daysFrom(worked(['2026-01-10', then]), agreed) }, 1)
    return ledgerOf(rolling, '2026-02-28', { entries: worked(['2026-01-10', hours]), closings })
  }

  test('the opening is what was reported, and beside it stands what the lot has less', () => {
    expect(several(february({}, 6, 9), ['opening', 'adjusted', 'carriedOut'])).toBe(table`
      opening: 4:00
        held included of 2026-01-01/01-31, to 2026-02-28: 4:00
      adjusted: -3:00
        adjusted included of 2026-01-01/01-31, to 2026-02-28: -3:00
      carriedOut: 10:00
        held included of 2026-02-01/02-28, to 2026-03-31: 10:00
    `)
  })

  test('a lot that is there only now was not in the opening', () => {
    expect(several(february({}, 10, 8), ['opening', 'adjusted'])).toBe(table`
      opening: –
      adjusted: 2:00
        adjusted included of 2026-01-01/01-31, to 2026-02-28: 2:00
    `)
  })

  test('a lot that is gone was, and what is borrowed by now is told with it', () => {
    expect(several(february({ overage: { policy: 'borrow' } }, 6, 13), ['opening', 'adjusted', 'repaid'])).toBe(table`
      opening: 4:00
        held included of 2026-01-01/01-31, to 2026-02-28: 4:00
      adjusted: -7:00
        adjusted included of 2026-01-01/01-31, to 2026-02-28: -4:00
        repaid to 2026-01-01/01-31: -3:00
      repaid: 3:00
        repaid to 2026-01-01/01-31: 3:00
    `)
  })

  test('what was borrowed then is in the opening, and what is borrowed beyond it is not', () => {
    expect(several(february({ overage: { policy: 'borrow' } }, 12, 13), ['opening', 'adjusted'])).toBe(table`
      opening: -2:00
        repaid to 2026-01-01/01-31: -2:00
      adjusted: -1:00
        repaid to 2026-01-01/01-31: -1:00
    `)
  })
})
