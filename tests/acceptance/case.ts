import { z } from 'zod'
import { ledger } from '#shared/domain/ledger/ledger.ts'
import { outlook } from '#shared/domain/income/outlook.ts'
import { pricing } from '#shared/domain/pricing.ts'
import { lastDay } from '#shared/domain/periods.ts'
import { tally, type Totals } from '#shared/domain/totals.ts'
import type { Id } from '#shared/kernel/id.ts'
import { agreementSchema, type Agreement } from '#shared/model/agreement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { daySchema, minorSchema, minutesSchema, zoneSchema } from '#shared/model/quantities.ts'

/** One figure that is not as it should be. */
export interface Difference {
  readonly row: string
  readonly field: string
  readonly expected: unknown
  readonly got: unknown
}

const anId = (index: number): Id => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}` as Id
const amount = z.looseObject({ minutes: z.int().optional(), units: z.int().optional() })

/** An agreement as the cases write it: amounts under the name of their unit, nothing that has no bearing on a figure. */
const caseAgreement = z
  .looseObject({
    versions: z.array(
      z.looseObject({
        from: z.string(),
        fee: z.int(),
        includedMinutes: z.int().optional(),
        includedUnits: z.int().optional(),
      }),
    ),
    topUps: z.array(amount).optional(),
  })
  .transform((written): Agreement =>
    agreementSchema.parse({
      ...written,
      // The form promises no order; the model wants the oldest first.
      versions: written.versions
        .map(({ from, fee, includedMinutes, includedUnits }) => ({
          from,
          fee,
          included: includedMinutes ?? includedUnits ?? 0,
        }))
        .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)),
      topUps: (written.topUps ?? []).map((topUp, index) => ({
        ...topUp,
        id: anId(index),
        amount: topUp.minutes ?? topUp.units ?? 0,
      })),
    }),
  )

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const ledgerCase = z.object({
  timeZone: zoneSchema,
  asOf: daySchema,
  agreement: caseAgreement,
  entries: z.array(z.looseObject({})),
  deliveries: z.array(z.object({ day: daySchema, units: z.int() })).default([]),
  expect: z.object({ rows: z.array(rowSchema) }),
})
const pricingCase = z.object({
  input: z.looseObject({
    minutesPerPeriod: minutesSchema,
    listRate: minorSchema,
    discountPercent: z.number(),
    perks: z.array(z.object({ name: z.string(), minutes: minutesSchema })),
    periodsPerYear: z.int(),
    capacityMinutes: minutesSchema,
  }),
  expect: rowSchema,
})
const incomeCase = z.object({
  asOf: daySchema,
  target: z.int(),
  agreements: z.array(
    z.object({ clientId: z.string(), noticeDays: z.int(), agreement: z.looseObject({}) }).transform((written) => ({
      clientId: written.clientId,
      agreement: caseAgreement.parse({ ...written.agreement, noticeDays: written.noticeDays }),
    })),
  ),
  expect: z.object({
    months: z.array(rowSchema),
    monthsCovered: z.int(),
    largestClientShareBasisPoints: z.int().nullable(),
  }),
})

/** Runs a case (acceptance/README.md) against the product's own rules. @throws when the file is not a case. */
export function check(json: unknown): Difference[] {
  const { kind } = z.looseObject({ kind: z.string().default('ledger') }).parse(json)
  if (kind === 'pricing') return checkPricing(pricingCase.parse(json))
  if (kind === 'income') return checkIncome(incomeCase.parse(json))
  if (kind === 'ledger') return checkLedger(ledgerCase.parse(json))
  throw new Error(`no such kind of case: ${kind}`)
}

function checkLedger({ timeZone, asOf, agreement, entries, deliveries, expect }: z.infer<typeof ledgerCase>) {
  const totals: Totals = new Map()
  for (const [index, entry] of entries.entries()) {
    const parsed = entrySchema.parse({ ...entry, id: anId(index), engagementId: null })
    tally(totals, parsed, 1, timeZone, agreement.rounding)
  }
  const rows = ledger(agreement, { days: totals.get(null) ?? new Map(), deliveries }, asOf)
  const printed = rows.map(({ period, lots: _lots, moves: _moves, ...figures }) => ({
    start: period.start,
    end: lastDay(period),
    ...figures,
  }))
  return compareRows(expect.rows, printed, (row) => String(row['start']))
}

function checkPricing({ input, expect }: z.infer<typeof pricingCase>): Difference[] {
  const discountBasisPoints = Math.round(input.discountPercent * 100)
  return compare('', expect, { ...pricing({ ...input, discountBasisPoints }) })
}

function checkIncome({ asOf, target, agreements, expect }: z.infer<typeof incomeCase>): Difference[] {
  const { months, ...figures } = outlook(agreements, target, asOf)
  const { months: expectedMonths, ...expected } = expect
  return [
    ...compare('', expected, figures),
    ...compareRows(
      expectedMonths,
      months.map((month) => ({ ...month })),
      (row) => String(row['month']),
    ),
  ]
}

type Figures = Readonly<Record<string, unknown>>

function compareRows(expected: Figures[], got: Figures[], name: (row: Figures) => string): Difference[] {
  const length = compare('', { rows: expected.length }, { rows: got.length })
  return [...length, ...expected.flatMap((row, index) => compare(name(row), row, got[index] ?? {}))]
}

const compare = (row: string, expected: Figures, got: Figures): Difference[] =>
  Object.entries(expected)
    .filter(([field, value]) => !Object.is(got[field], value))
    .map(([field, value]) => ({ row, field, expected: value, got: got[field] }))
