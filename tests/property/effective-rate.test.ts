import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overall, ratesByMonth } from '#shared/domain/effective-rate.ts'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { totalBetween } from '#shared/domain/totals.ts'
import { addDays, firstDayOf, addToMonth, monthOf } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { retainerSchema } from '#shared/model/engagement.ts'
import { daysFrom, testId } from '#tests/support/agreements.ts'
import { anyAgreement, anyDay, anyDeliveries, anyEntries } from '#tests/support/arbitrary.ts'
import { clientNamed } from '#tests/support/books.ts'

const client = clientNamed('Acme')

test('the months of an agreement hold all that its ledger holds, and no minute or cent more', () => {
  fc.assert(
    fc.property(
      anyAgreement,
      anyEntries,
      anyDeliveries,
      anyDay('2024-01-01', 900),
      (agreement, entries, deliveries, asOf) => {
        const done = { days: daysFrom(entries, agreement), deliveries }
        // The day before a period begins: what has begun is over, and none of its fee lies ahead.
        const rows = ledger(agreement, done, asOf)
        const today = addDays(rows.at(-1)?.period.end ?? asOf, -1)
        const span = { today, from: monthOf(agreement.startsOn), to: monthOf(today) }
        const retainer = retainerSchema.parse({
          id: testId(1),
          clientId: client.id,
          kind: 'retainer',
          name: '',
          status: 'active',
          agreement,
        })
        const months = ratesByMonth(retainer, done, client, span)
        const all = overall(months)
        const counted = ledger(agreement, done, today)
        expect(all.earned).toBe(sumOf(counted, (row) => row.fee + row.overageAmount + row.topUpAmount))
        expect(all.perks).toBe(sumOf(counted, (row) => sumOf(row.perks, ({ covered }) => covered)))
        const next = firstDayOf(addToMonth(span.to, 1))
        if (months.length > 0) expect(all.worked).toBe(totalBetween(done.days, firstDayOf(span.from), next).worked)
        if (agreement.overage.policy !== 'absorb') expect(all.overServicing).toBe(0)
        for (const { worked, rate } of months) expect(rate === null).toBe(worked === 0)
      },
    ),
    { numRuns: 1000 },
  )
})
