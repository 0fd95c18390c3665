// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RetainerPlace } from '#renderer/features/retainers/retainer-place.tsx'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { withPause } from '#shared/domain/versions.ts'
import { day } from '#shared/kernel/day.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { deliverySchema } from '#shared/model/delivery.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { clientNamed, newId, retainerFor } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

const now = Date.parse('2026-10-22T13:11:30Z') // Thursday, 15:11 in Rome
const halden = clientNamed('Halden')
/** Ten hours a month for 1,000 since January, a year that renews; six hours used of October. */
const base = retainerFor(halden, '') as Retainer

beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  act(() => clearToasts())
  cleanup()
  vi.useRealTimers()
})

async function show(changed: Partial<Retainer> = {}, more: readonly Edit[] = [], on = '2026-10-05') {
  const retainer = retainerSchema.parse({ ...base, ...changed })
  const used = entrySchema.parse({ id: newId(), engagementId: base.id, day: on, seconds: 6 * 3600 })
  const edits: Edit[] = [made('clients', halden), made('engagements', retainer), made('entries', used), ...more]
  const { book, place } = await showPlace(<RetainerPlace id={base.id} />, { now, edits })
  const kept = (): Retainer => book.workspace.tables.engagements.get(base.id) as Retainer
  return { kept, place, all: () => [...book.workspace.tables.engagements.values()] as Retainer[] }
}

async function choose(deed: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: 'More for Halden' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: deed }))
}
const type = (name: string, text: string): void =>
  void fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: text } })
const dialog = (): HTMLElement => screen.getByRole('dialog')
const effect = (): string[] =>
  [...dialog().querySelectorAll('dl > div')].map((line) => plainText(line.textContent).trim())
const press = (name: string): void => void fireEvent.click(within(dialog()).getByRole('button', { name }))

test('time is added at list price, with what that does shown first', async () => {
  const { kept } = await show()
  await choose('Add time')
  type('How much time', '2')
  expect(effect()).toEqual(['Left this period4:00 6:00', 'On the next invoice €180'])
  press('Add the time')
  await waitFor(() => expect(kept().agreement.topUps).toMatchObject([{ on: '2026-10-22', amount: 120, price: 18_000 }]))
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'How much time' })).toBeNull())
})

test('a favour costs nothing and says why', async () => {
  const { kept } = await show()
  await choose('Give time as a favour')
  type('How much time', '1')
  press('Give the time')
  expect(screen.getByText('Say why in a few words')).toBeTruthy()
  expect(kept().agreement.topUps).toEqual([])
  type('Why', 'The launch slipped by our mistake')
  expect(effect()).toEqual(['Left this period4:00 5:00'])
  press('Give the time')
  await waitFor(() => expect(kept().agreement.topUps).toMatchObject([{ amount: 60, price: 0 }]))
})

test('a pause takes its fees away and nothing else, and can be ended', async () => {
  const { kept } = await show()
  await choose('Pause')
  type('For', '2')
  expect(effect()).toEqual(['Fees, the next twelve months€12,000 €10,000'])
  press('Pause it')
  await waitFor(() =>
    expect(kept().agreement.versions.map(({ from, fee }) => [from, fee])).toEqual([
      ['2026-01-01', 100_000],
      ['2026-11-01', 0],
      ['2027-01-01', 100_000],
    ]),
  )
})

/** October is paused, until the end of November. */
const resting = (): Partial<Retainer> => {
  const pause = { from: day('2026-09-01'), to: day('2026-12-01') }
  return { agreement: { ...base.agreement, versions: withPause(base.agreement.versions, pause) } }
}

test('a pause of the period that runs takes its fee too, and what was worked in it is past the hours', async () => {
  await show()
  await choose('Pause')
  fireEvent.click(within(dialog()).getByRole('button', { name: /From$/ }))
  fireEvent.click(screen.getByRole('option', { name: '1 October 2026' }))
  expect(effect()).toEqual([
    'Left this period4:00 0:00',
    'Fee, this period€1,000 €0',
    'Past the hours, this period€0 €540',
  ])
})

test('a pause is said with its end, beside the name, in the agreement’s sentence and in place of what is left', async () => {
  await show(resting(), [], '2026-08-05')
  const now = screen.getByRole('region', { name: 'This period' })
  expect(plainText(now.textContent)).toMatch(/^Paused until 30 November.*nothing owed, nothing granted/)
  // In the sentence, and beside the name.
  expect(screen.getAllByText(/^paused until 30 November$/)).toHaveLength(2)
  expect(plainText(document.body.textContent)).toContain(
    'It is paused until 30 November: nothing is owed and nothing granted.',
  )
})

test('a pause that ends sooner leaves paused what was paused; it is asked from when', async () => {
  const { kept } = await show(resting())
  await choose('End the pause')
  // The next month is proposed; the one that runs can be counted whole.
  expect(effect()).toEqual(['Fees, the next twelve months€11,000 €12,000'])
  fireEvent.click(within(dialog()).getByRole('button', { name: /It goes on from$/ }))
  fireEvent.click(screen.getByRole('option', { name: /^1 November 2026/ }))
  press('Go on')
  await waitFor(() =>
    expect(kept().agreement.versions.map(({ from, fee }) => [from, fee])).toEqual([
      ['2026-01-01', 100_000],
      ['2026-09-01', 0],
      ['2026-11-01', 100_000],
    ]),
  )
})

test('a pause that is to come can be taken back', async () => {
  const pause = { from: day('2026-12-01'), to: day('2027-02-01') }
  const { kept } = await show({ agreement: { ...base.agreement, versions: withPause(base.agreement.versions, pause) } })
  expect(kept().agreement.versions).toHaveLength(3)
  await choose('Take back the pause from 1 December 2026')
  await waitFor(() => expect(kept().agreement.versions).toEqual(base.agreement.versions))
})

test('an early end says what it gives up, and can be taken back', async () => {
  const { kept } = await show()
  await choose('End early')
  expect(effect()).toEqual(['Fees, the next twelve months€12,000 €0', 'Ends31 December 2026 31 October 2026'])
  press('End it on that day')
  await waitFor(() => expect(kept().agreement.endsOn).toBe('2026-10-31'))
  await choose('Take back the early end')
  await waitFor(() => expect(kept().agreement.endsOn).toBeNull())
})

test('a term that ends is renewed as a draft of its own, on the next rung of the ladder', async () => {
  const { all } = await show({
    agreement: { ...base.agreement, term: { periods: 10, atEnd: 'ends' }, trial: true, leadsTo: 6 },
  })
  await choose('Write the next term')
  // October is the last of ten; the next six begin in November, and all of them lie within twelve months.
  expect(plainText(document.querySelector('dl')?.textContent ?? '')).toMatch(/€0 €6,000.*31 October 2026 30 April 2027/)
  press('Make the draft')
  await waitFor(() => expect(all()).toHaveLength(2))
  expect(all()[1]).toMatchObject({
    status: 'draft',
    follows: base.id,
    agreement: { startsOn: '2026-11-01', term: { periods: 6, atEnd: 'ends' }, trial: false },
  })
})

test('a draft is proposed, declined, proposed again and signed; what does not fit is not offered', async () => {
  const { kept } = await show({ status: 'draft' })
  for (const [deed, status] of [
    ['Proposed to the client', 'proposed'],
    ['The client declined', 'declined'],
    ['Proposed to the client', 'proposed'],
    ['The client signed', 'active'],
  ] as const) {
    await choose(deed)
    if (status === 'declined') {
      type('In their words (optional)', 'Next year perhaps')
      press('Note the no')
    }
    await waitFor(() => expect(kept().status).toBe(status))
    const outcome = status === 'declined' ? { cause: 'price', note: 'Next year perhaps' } : null
    expect(kept().outcome).toEqual(outcome && expect.objectContaining(outcome))
  }
  fireEvent.click(screen.getByRole('button', { name: 'More for Halden' }))
  expect(screen.queryByRole('menuitem', { name: 'The client signed' })).toBeNull()
  expect(screen.getByRole('menuitem', { name: 'Pause' })).toBeTruthy()
})

test('what is delivered is noted, counts, and can be taken away again', async () => {
  const agreement = {
    ...base.agreement,
    basis: 'deliverables',
    versions: [{ from: '2026-01-01', fee: 200_000, included: 4 }],
  }
  await show({ agreement } as never)
  const now = (): string => plainText(screen.getByRole('region', { name: 'This period' }).textContent)
  expect(now()).toContain('4 of 4 to deliver')
  await choose('Note a delivery')
  type('How many', '3')
  type('Which one (optional)', 'Autumn articles')
  press('Note it')
  await waitFor(() => expect(now()).toContain('1 of 4 to deliver'))
  const noted = await screen.findByRole('table', { name: 'Delivered this period' })
  expect(plainText(noted.textContent)).toContain('Autumn articles')
  fireEvent.click(within(noted).getByRole('button', { name: 'Take away what was noted on 22 October' }))
  await waitFor(() => expect(now()).toContain('4 of 4 to deliver'))
})

test('a perk that was used keeps its name where the perks are told by a version', async () => {
  const perk = { id: 'call', name: 'Strategy call', minutes: null, count: 2, value: 0 }
  const agreement = {
    ...base.agreement,
    versions: [{ from: '2026-01-01', fee: 100_000, included: 600, perks: [perk] }],
  }
  const used = deliverySchema.parse({ id: newId(), engagementId: base.id, day: '2026-10-14', units: 1, perkId: 'call' })
  await show({ agreement } as never, [made('deliveries', used)])
  const noted = await screen.findByRole('table', { name: 'Delivered this period' })
  expect(plainText(noted.textContent)).toContain('Strategy call')
})

test('of deliverables some more are added at the price of each', async () => {
  const agreement = {
    ...base.agreement,
    basis: 'deliverables',
    listRate: 50_000,
    versions: [{ from: '2026-01-01', fee: 200_000, included: 4 }],
  }
  const { kept } = await show({ agreement } as never)
  await choose('Add deliverables')
  type('How many', '2')
  expect(effect()).toEqual(['Left this period4 6', 'On the next invoice €1,000'])
  press('Add them')
  await waitFor(() => expect(kept().agreement.topUps).toMatchObject([{ amount: 2, price: 100_000 }]))
})
