// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PricingPlace } from '#renderer/features/pricing/pricing-place.tsx'
import { minor } from '#shared/kernel/units.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { hourlySchema } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { clientNamed, hourlyFor, newId } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

const now = Date.parse('2026-10-22T13:11:30Z')

/** A client of ten hours a month, new for each test: what is typed is kept by its client. */
let pineta = clientNamed('Pineta', { listRate: minor(10_000) })
let history: Edit[] = []
beforeEach(() => {
  pineta = clientNamed('Pineta', { listRate: minor(10_000) })
  const hours = hourlySchema.parse({ ...hourlyFor(pineta, ''), rates: [{ from: null, rate: 10_000 }] })
  const worked = (month: string, count: number): Edit =>
    made(
      'entries',
      entrySchema.parse({ id: newId(), engagementId: hours.id, day: `${month}-10`, seconds: count * 3600 }),
    )
  history = [
    made('clients', pineta),
    made('engagements', hours),
    worked('2026-06', 4),
    worked('2026-07', 10),
    worked('2026-08', 12),
    worked('2026-09', 10),
  ]
  vi.useFakeTimers({ now, toFake: ['Date'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const table = (name: string): string[] =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => plainText(cell.textContent)).join(' | '))
const type = (name: string, text: string): void =>
  void fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: text } })
const main = (): string => plainText(document.body.textContent)

test('the example everyone meets stands on the sheet, and follows what is typed', async () => {
  await showPlace(<PricingPlace clientId={pineta.id} />, { now, edits: history })
  expect(main()).toContain(
    'Keep the fee and add 30 min: you earn €95.24 an hour, and €1,200 a year more than with 10% off.',
  )
  expect(table('The offers side by side').slice(0, 4)).toEqual([
    'Fee a month | 1,000.00 | 900.00 | 1,000.00',
    'Time you give | 10:00 | 10:00 | 10:30',
    'What an hour earns | 100.00 | 90.00 | 95.24',
    'Given away in a year | nothing | 1,200.00 | 6 h',
  ])
  expect(screen.getByRole('heading', { name: /Extras beat the discount up to 1.h.6.min.40.s/ })).toBeTruthy()
  act(() => type('Your capacity', '110'))
  expect(table('The offers side by side')[5]).toBe('All 110 h sold this way | 11,000.00 | 9,900.00 | 10,476.19')
  act(() => type('Extra time instead', '90'))
  expect(main()).toContain(
    '1 h 30 min extra is too much to give: an hour earns €86.96, less than the €90 with 10% off.',
  )
  act(() => type('Discount asked', '0'))
  expect(main()).toContain('With 1 h 30 min extra you earn €86.96 an hour. Nobody asks for a discount.')
})

test('what cannot be read is said at its field, and the last sheet stays', async () => {
  await showPlace(<PricingPlace clientId={pineta.id} />, { now, edits: history })
  act(() => type('Discount asked', '120'))
  expect(screen.getByText('At most 100%')).toBeTruthy()
  expect(table('The offers side by side')[0]).toBe('Fee a month | 1,000.00 | 900.00 | 1,000.00')
})

test('the same on the client’s own months: what each would have paid, and what follows', async () => {
  await showPlace(<PricingPlace clientId={pineta.id} />, { now, edits: history })
  expect(table('What each offer would have paid')).toEqual([
    'By the hour | 3,600 | 900 | 400 | 1,200 | 800',
    '10% off | 3,800 | 950 | 900 | 1,100 | 200',
    '30 min extra | 4,200 | 1,050 | 1,000 | 1,200 | 200',
  ])
  expect(main()).toContain('On these months 30 min extra would have paid most, €400 more than 10% off.')
  expect(main()).toContain('A retainer is steadier: its best month pays €200 more than its worst, €800 by the hour.')
})

test('without a client the sheet stands alone', async () => {
  await showPlace(<PricingPlace />, { now, edits: [] })
  expect(screen.getByRole('heading', { level: 1, name: 'Pricing lab' })).toBeTruthy()
  expect(screen.queryByRole('table', { name: 'What each offer would have paid' })).toBeNull()
})

test('what is used is handed on whole: the rate that was typed and the currency with it', async () => {
  const { place } = await showPlace(<PricingPlace clientId={pineta.id} />, { now, edits: history })
  act(() => type('List rate', '120'))
  fireEvent.click(screen.getByRole('button', { name: /^Use this: 30.min extra$/ }))
  expect(place()).toMatchObject({
    name: 'newRetainer',
    offer: { fee: 120_000, currency: 'EUR', listRate: 12_000, extra: 30 },
  })
})

test('what is given so many times, and what is promised, is priced with the extra time and handed on', async () => {
  const { place } = await showPlace(<PricingPlace clientId={pineta.id} />, { now, edits: history })
  const add = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Add a perk' }))
  act(add)
  act(() => type('What it is', 'Strategy call'))
  act(() => type('How often', '2'))
  act(() => type('Takes you, each', '15'))
  // 30 minutes and two calls of 15: the fee is for 11 hours then.
  const offers = (): string[] => table('The offers side by side')
  expect(offers()[2]).toBe('What an hour earns | 100.00 | 90.00 | 90.91')
  expect(offers()[4]).toBe('On top, at list price | nothing | nothing | 100.00')
  expect(table('What each offer would have paid')[2]).toMatch(/^1 h extra \| 4,200/)
  act(add)
  const [, second] = screen.getAllByRole('textbox', { name: 'What it is' })
  fireEvent.change(second as HTMLElement, { target: { value: 'Priority line' } })
  fireEvent.click(screen.getAllByRole('button', { name: /Kind of perk$/ })[1] as HTMLElement)
  fireEvent.click(screen.getByRole('option', { name: /^Promise/ }))
  act(() => type('Worth a month', '80'))
  // A promise takes no time, and is worth what it is said to be.
  expect([offers()[2], offers()[4]]).toEqual([
    'What an hour earns | 100.00 | 90.00 | 90.91',
    'On top, at list price | nothing | nothing | 180.00',
  ])
  fireEvent.click(screen.getByRole('button', { name: /^Use this: 1.h extra$/ }))
  expect(place()).toMatchObject({
    offer: {
      extra: 30,
      perks: [
        { name: 'Strategy call', count: 2, worth: 5000 },
        { name: 'Priority line', count: null, worth: 8000 },
      ],
    },
  })
})
