// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TodayPlace } from '#renderer/features/today/today-place.tsx'
import { withPause } from '#shared/domain/versions.ts'
import { day } from '#shared/kernel/day.ts'
import { minor, seconds } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made, type Edit } from '#shared/model/change.ts'
import type { Client } from '#shared/model/client.ts'
import { hourlySchema, type Engagement, type Retainer } from '#shared/model/engagement.ts'
import type { Language } from '#shared/model/quantities.ts'
import { agreement } from '#tests/support/agreements.ts'
import { clientNamed, hourlyFor, newId, retainerFor } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

/** Monday, the last day of November. */
const NOW = Date.parse('2026-11-30T15:00:00Z')
const november = { startsOn: day('2026-11-01'), term: { periods: 12, atEnd: 'open' as const } }

beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const acme = clientNamed('Acme')
const obel = clientNamed('Obel')
const retainer = (client: Client, terms: Partial<Agreement> = {}): Retainer => ({
  ...(retainerFor(client, '') as Retainer),
  agreement: agreement({ ...november, ...terms }),
})
const worked = ({ id }: Engagement, on: string, hours: number): Edit =>
  made('entries', {
    id: newId(),
    engagementId: id,
    note: '',
    tags: [],
    billable: true,
    day: day(on),
    seconds: seconds(Math.round(hours * 3600)),
  })
const paused = (terms: Partial<Agreement> = november) =>
  withPause(agreement({ ...november, ...terms }).versions, { from: day('2026-11-01'), to: day('2027-01-01') })

const isClient = (record: Client | Engagement): record is Client => !('clientId' in record)

async function show(records: readonly (Client | Engagement)[], edits: readonly Edit[], language: Language = 'en') {
  const kept = records.map((each) => (isClient(each) ? made('clients', each) : made('engagements', each)))
  await showPlace(<TodayPlace />, { now: NOW, edits: [...kept, ...edits], language })
  await screen.findByRole('heading', { level: 1 })
}
const statement = (): string => plainText(screen.getByRole('heading', { level: 1 }).textContent)
const rowOf = (name: string): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(`^${name}`) }).closest('li') as HTMLElement
const rowText = (name: string): string => plainText(rowOf(name).textContent)
const todos = (): string[] =>
  within(screen.getByRole('complementary'))
    .getAllByRole('listitem')
    .map((item) => plainText(item.textContent))

/** Half an hour on each working day from the 2nd to the 27th, which are twenty. */
const halfHours = (engagement: Engagement): Edit[] =>
  [2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27].map((date) =>
    worked(engagement, `2026-11-${String(date).padStart(2, '0')}`, 0.5),
  )

test('a pace that asks for more than the last day has runs out on it', async () => {
  const own = retainer(acme, { versions: [{ from: day('2026-11-01'), fee: minor(100_000), included: 615 }] })
  await show([acme, own], halfHours(own))
  expect(statement()).toContain('At this pace Acme runs out today.')
  expect(rowText('Acme')).toContain('Runs out today, on the last day')
})

test('what is used up is not said to last, and what is paused is not counted', async () => {
  const [own, other] = [retainer(acme), retainer(obel, { versions: paused() })]
  await show([acme, obel, own, other], [worked(own, '2026-11-10', 10)])
  expect(statement()).toContain('Acme has no hours left.')
  expect(rowText('Acme')).toContain('All of it is used')
  const row = rowOf('Obel')
  expect(plainText(row.textContent)).toContain('Paused until 31 December')
  // Of nothing there is neither a stay nor a figure.
  expect(within(row).queryByRole('img')).toBeNull()
  expect(row.textContent).not.toContain('0:00')
})

test('of deliverables no pace is said, in either language', async () => {
  const own = retainer(acme, {
    basis: 'deliverables',
    versions: [{ from: day('2026-11-01'), fee: minor(100_000), included: 4 }],
  })
  const deliveries = made('deliveries', {
    id: newId(),
    engagementId: own.id,
    day: day('2026-11-04'),
    units: 3,
    note: '',
  })
  await show([acme, own], [deliveries], 'it')
  expect(statement()).not.toContain('Acme')
  expect(statement()).not.toContain('basta')
  expect(rowText('Acme')).toContain('1 da consegnare entro il 30 novembre')
})

test('the headline and the list begin with the one that is furthest over', async () => {
  const [bit, much] = [retainer(acme), retainer(obel)]
  await show([acme, obel, bit, much], [worked(bit, '2026-11-10', 11), worked(much, '2026-11-10', 14)])
  expect(statement()).toContain('Obel is 4 h past what was agreed; one other falls short too.')
  expect(todos().map((each) => each.split(' is ')[0])).toEqual(['Obel', 'Acme'])
})

test('what is past the agreed says what the ledger makes of it', async () => {
  const borrow = { overage: { policy: 'borrow' as const, rate: minor(9000) } }
  const ending = retainer(acme, { ...borrow, term: { periods: 1, atEnd: 'ends' } })
  const small = retainer(obel, {
    ...borrow,
    versions: [
      { from: day('2026-11-01'), fee: minor(100_000), included: 600 },
      { from: day('2026-12-01'), fee: minor(10_000), included: 60 },
    ],
  })
  const halden = clientNamed('Halden')
  const going = retainer(halden, borrow)
  await show(
    [acme, obel, halden, ending, small, going],
    [worked(ending, '2026-11-10', 14), worked(small, '2026-11-10', 13), worked(going, '2026-11-10', 12)],
  )
  expect(todos().slice(0, 3)).toEqual([
    expect.stringContaining('It is billed at €90.00 an hour.'),
    expect.stringContaining('The next period lends 1 h, the rest is billed at €90.00 an hour.'),
    expect.stringContaining('It comes off the next period.'),
  ])
})

test('a row of another period than the month says its own, and the head is of both', async () => {
  const own = retainer(acme)
  const other = retainer(obel, { startsOn: day('2026-11-15'), period: { every: 'month', anchor: 'anniversary' } })
  const call = retainer(clientNamed('Zed'), { basis: 'access', period: { every: 'quarter', anchor: 'calendar' } })
  const zed = { ...clientNamed('Zed'), id: call.clientId }
  await show([acme, obel, zed, other, own, call], [])
  const names = [rowText('Acme'), rowText('Obel'), rowText('Zed')]
  expect(names[0]).not.toContain('–')
  expect(names[1]).toContain('15 Nov – 14 Dec')
  expect(names[2]).toContain('1 Nov – 31 Dec')
  expect(names[2]).toContain('on call, quarterly')
  expect(screen.queryByText('hours left in November')).toBeNull()
  screen.getByText('left in the period')
  expect(rowOf('Acme').className).toContain('onLine')
  expect(rowOf('Obel').className).not.toContain('onLine')
  // The month's rows stand together, so that the line through them is one.
  expect(rowOf('Acme').compareDocumentPosition(rowOf('Obel')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('another currency has its symbol, and what the sum is without is said', async () => {
  const dollars = clientNamed('Pine', { currency: 'USD' })
  const [euros, other] = [hourlyFor(acme, ''), hourlyFor(dollars, '')]
  const old = hourlySchema.parse({ ...hourlyFor(clientNamed('Old', { currency: 'USD' }), ''), clientId: obel.id })
  await show(
    [acme, dollars, { ...obel, currency: 'USD' }, euros, other, old],
    [worked(euros, '2026-11-10', 2), worked(other, '2026-11-10', 3), worked(old, '2026-10-10', 3)],
  )
  const list = screen.getByText('November so far').closest('ul') as HTMLElement
  expect(within(list).getByRole('button', { name: /270/ }).textContent).toBe('$270.00')
  expect(
    within(list)
      .getAllByRole('button', { name: /180/ })
      .map(({ textContent }) => textContent),
  ).toEqual(['180.00', '€180.00'])
  const left = plainText(within(list).getByText(/for want of a rate/).textContent)
  expect(left).toBe('Not in it for want of a rate: Pine, paid in US dollars. Give the rate in Income')
})

test('a gap of the day is read with what it is', async () => {
  const own = retainer(acme)
  const span = (from: string, to: string): Edit =>
    made('entries', {
      id: newId(),
      engagementId: own.id,
      note: '',
      tags: [],
      billable: true,
      start: `2026-11-30T${from}:00Z` as never,
      end: `2026-11-30T${to}:00Z` as never,
    })
  await show([acme, own], [span('08:00', '09:00'), span('09:12', '10:00')])
  const ribbon = screen.getByRole('list', { name: 'Today’s entries' })
  expect(plainText(within(ribbon).getByText(/not tracked/).textContent)).toBe('12 min not tracked')
  expect(within(ribbon).getByText('12').getAttribute('aria-hidden')).toBe('true')
})
