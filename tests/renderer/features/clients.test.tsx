// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ClientPlace } from '#renderer/features/clients/client-place.tsx'
import { ClientsPlace } from '#renderer/features/clients/clients-place.tsx'
import { clearToasts } from '#renderer/ui/toast.tsx'
import type { Id } from '#shared/kernel/id.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { hourlySchema, retainerSchema } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { agreement } from '#tests/support/agreements.ts'
import { clientNamed, hourlyFor, newId, retainerFor } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

const now = Date.parse('2026-10-22T13:11:30Z') // Thursday, 15:11 in Rome
const pineta = clientNamed('Pineta Hotels')
const hourly = hourlyFor(pineta, '')
const obel = clientNamed('Obel')
const signed = retainerFor(obel, '')
const verel = clientNamed('Maison Verel', { archived: true })

const worked = (engagementId: Id, on: string, hours: number): Edit =>
  made('entries', entrySchema.parse({ id: newId(), engagementId, day: on, seconds: hours * 3600 }))
const edits: Edit[] = [
  ...[pineta, obel, verel].map((client) => made('clients', client)),
  made('engagements', hourly),
  made('engagements', signed),
  ...['04', '05', '06', '07', '08', '09'].map((month) => worked(hourly.id, `2026-${month}-14`, 10)),
  worked(hourly.id, '2026-10-21', 2),
]

beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  act(() => clearToasts())
  cleanup()
  vi.useRealTimers()
})

const press = (name: string, where: HTMLElement = document.body): void =>
  void fireEvent.click(within(where).getByRole('button', { name }))
function type(name: string, text: string): void {
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value: text } })
}
const rows = (name: string): string[] =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => plainText(cell.textContent)).join(' | '))

test('the list says who is ready for a retainer and why, and leads to the editor', async () => {
  const { place } = await showPlace(<ClientsPlace />, { now, edits })
  expect(plainText(document.querySelector('p')?.textContent ?? '')).toBe(
    'Two clients, one of them on retainer. ' +
      'Pineta Hotels is ready for a retainer: work in each of the last 6 months, usually 10 h.',
  )
  expect(rows('Clients')).toEqual([
    'Pineta Hotelswork in each of the last 6 months, usually 10 h | hourly | 2:00 | 62:00 | €90.00 | yesterday | 100 | Make a retainer',
    'Obel | retainer | – | – | €90.00 | never | – | ',
  ])
  press('Make a retainer for Pineta Hotels')
  expect(place()).toEqual({ name: 'newRetainer', clientId: pineta.id })
})

test('archived clients are folded away, not gone', async () => {
  await showPlace(<ClientsPlace />, { now, edits })
  expect(screen.queryByText('Maison Verel')).toBeNull()
  press('Show 1 archived client')
  expect(rows('Archived clients')).toEqual(['Maison Verelno work yet | nothing yet | – | – | €90.00 | never | – | '])
})

test('a new client is refused a name that is taken, and keeps what was typed', async () => {
  const { book, place } = await showPlace(<ClientsPlace />, { now, edits })
  press('New client')
  press('Add the client')
  expect(screen.getByText('A client needs a name')).toBeTruthy()
  type('Name', 'pineta hotels')
  type('List rate', '95')
  press('Add the client')
  await waitFor(() => expect(screen.getByText('There is a client named pineta hotels already')).toBeTruthy())
  type('Name', 'Pineta Group')
  press('Add the client')
  await waitFor(() => expect(place()?.name).toBe('client'))
  const names = [...book.workspace.tables.clients.values()].map(({ name, listRate }) => `${name} ${listRate}`)
  expect(names).toContain('Pineta Group 9500')
})

test('a client’s page has their work, hours and readiness; what has time cannot be deleted', async () => {
  const { book } = await showPlace(<ClientPlace id={pineta.id} />, { now, edits })
  expect(plainText(document.querySelector('p')?.textContent ?? '')).toBe(
    '62 h in the last 12 months, 2 h of them this month. An hour came to €90, against a list rate of €90.',
  )
  const offer = screen.getByRole('region', { name: 'Ready for a retainer' })
  expect(rows('Readiness')).toEqual([
    'Months with work | 6 of the last 6 | 35 of 35',
    'How alike | they differ by 0% | 30 of 30',
    'Last worked | yesterday | 20 of 20',
    'History | 6 months | 15 of 15',
  ])
  expect(plainText(offer.textContent)).toContain('10 h a month for €900, for 6 months.')
  expect(plainText(offer.textContent)).toContain('10 h is the middle of the months with work, April 2026 to September')
  press('100 of 100', offer)
  expect(within(await screen.findByRole('dialog')).getAllByRole('row')).toHaveLength(5)
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  expect(rows('Hours by month')[0]).toBe(
    'hourly | – | – | – | – | – | 10:00 | 10:00 | 10:00 | 10:00 | 10:00 | 10:00 | 2:00',
  )
  press('More for hourly')
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  await screen.findByText('62 h are tracked on it, so it stays. Archive it instead', { normalizer: plainText })
  expect(book.workspace.tables.engagements.size).toBe(2)
})

test('what nobody signed is not earned, and what was worked on it costs no hour its worth', async () => {
  const unsigned = (['draft', 'proposed', 'declined'] as const).map((status) =>
    retainerSchema.parse({
      ...retainerFor(pineta, status),
      status,
      agreement: agreement({ startsOn: day('2026-05-01') }),
    }),
  )
  const offered = unsigned.flatMap((each) => [made('engagements', each), worked(each.id, '2026-08-03', 10)])
  await showPlace(<ClientPlace id={pineta.id} />, { now, edits: [...edits, ...offered] })
  expect(plainText(document.querySelector('p')?.textContent ?? '')).toContain('An hour came to €90, against')
})

test('a fee that runs on counts by the days that are over', async () => {
  const byQuarter = retainerSchema.parse({
    ...retainerFor(pineta, 'By the quarter'),
    // From September on: 30 of the 91 days of its only fee lie in the months that are over.
    agreement: agreement({
      startsOn: day('2026-09-01'),
      period: { every: 'quarter', anchor: 'anniversary' },
      versions: [{ from: day('2026-09-01'), fee: minor(91_000), included: 600 }],
    }),
  })
  const quarter = [made('engagements', byQuarter), worked(byQuarter.id, '2026-09-14', 10)]
  await showPlace(<ClientPlace id={pineta.id} />, { now, edits: [...edits, ...quarter] })
  // 60 h at €90 and €300 of the fee, over 70 h.
  expect(plainText(document.querySelector('p')?.textContent ?? '')).toContain('An hour came to €81.43, against')
})

test('the terms of work are those in force, of what it is and by the period it is paid by', async () => {
  const cooper = clientNamed('Cooper')
  const from = (on: string, included: number, isPause = false) => ({
    from: day(on),
    fee: minor(isPause ? 0 : 200_000),
    included,
    isPause,
  })
  const by = (every: 'month' | 'quarter') => ({ every, anchor: 'calendar' as const })
  const term = { periods: 24, atEnd: 'ends' as const }
  const all: [string, Partial<Agreement>][] = [
    ['Articles', { basis: 'deliverables', versions: [from('2026-01-01', 4)] }],
    ['On call', { basis: 'access', period: by('quarter'), versions: [from('2026-01-01', 0)] }],
    ['Quarter', { period: by('quarter'), versions: [from('2026-01-01', 600)] }],
    ['To be raised', { term, versions: [from('2026-01-01', 600), from('2027-01-01', 900)] }],
    ['To rest', { term, versions: [from('2026-01-01', 600), from('2027-01-01', 0, true)] }],
    ['At rest', { term, versions: [from('2026-01-01', 600), from('2026-10-01', 0, true), from('2027-01-01', 600)] }],
  ]
  const raised = hourlySchema.parse({
    ...hourlyFor(cooper, 'Raised'),
    rates: [
      { from: null, rate: 9000 },
      { from: '2027-01-01', rate: 9900 },
    ],
  })
  const work = [
    ...all.map(([name, terms]) => retainerSchema.parse({ ...retainerFor(cooper, name), agreement: agreement(terms) })),
    raised,
  ]
  const edits = [made('clients', cooper), ...work.map((each) => made('engagements', each))]
  await showPlace(<ClientPlace id={cooper.id} />, { now, edits })
  expect(rows('What you agreed').map((row) => row.split(' | ').slice(1, 3).join(': '))).toEqual([
    'Articles: 4 deliverables for €2,000 a month',
    'On call: on call for €2,000 a quarter',
    'Quarter: 10 h for €2,000 a quarter',
    'To be raised: 10 h for €2,000 a month; from 1 January 2027 15 h for €2,000 a month',
    'To rest: 10 h for €2,000 a month, paused from 1 January 2027',
    'At rest: Paused until 31 December',
    'Raised: €90 an hour',
  ])
})

test('a project is added with its fee on its day; a fault stays at its field', async () => {
  await showPlace(<ClientPlace id={obel.id} />, { now, edits })
  press('Add work')
  fireEvent.click(await screen.findByRole('menuitem', { name: 'A project' }))
  const dialog = await screen.findByRole('dialog', { name: 'A project for Obel' })
  type('Name', 'Launch')
  type('Fee', 'abc')
  press('Add', dialog)
  expect(screen.getByText('Not an amount. Write it like 1,234.56')).toBeTruthy()
  expect(screen.getByText('Choose the day on which it is paid')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Launch')
})

test('two clients that are the same become one, with all that was agreed; one undo would bring both back', async () => {
  const [twin, stays] = [clientNamed('Twin'), clientNamed('Stays')]
  const hours = hourlyFor(twin, '')
  const edits = [made('clients', twin), made('clients', stays), made('engagements', hours)]
  const { book, place } = await showPlace(<ClientPlace id={twin.id} />, { now, edits })
  fireEvent.click(screen.getByRole('button', { name: 'More for Twin' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Make one with another client' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Make them one' }))
  expect(within(dialog).getByText('Choose the client that stays')).toBeTruthy()
  const box = within(dialog).getByRole('combobox')
  act(() => box.focus())
  fireEvent.change(box, { target: { value: 'Sta' } })
  fireEvent.click(await screen.findByRole('option', { name: 'Stays' }))
  fireEvent.click(within(dialog).getByRole('button', { name: 'Make them one' }))
  await waitFor(() => expect(book.workspace.tables.clients.has(twin.id)).toBe(false))
  expect(book.workspace.tables.engagements.get(hours.id)).toMatchObject({ clientId: stays.id, name: 'Twin' })
  await waitFor(() => expect(place()).toEqual({ name: 'client', id: stays.id }))
})

test('a client with a history is not deleted and is told why; a contact is added and removed', async () => {
  const kept = clientNamed('Kept')
  const { book } = await showPlace(<ClientPlace id={kept.id} />, {
    now,
    edits: [made('clients', kept), made('engagements', hourlyFor(kept, ''))],
  })
  const contacts = (): unknown => book.workspace.tables.clients.get(kept.id)?.contacts
  fireEvent.click(screen.getByRole('button', { name: 'Add a contact' }))
  fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Marta' } })
  fireEvent.change(screen.getByRole('textbox', { name: 'Email' }), { target: { value: 'marta@kept.example' } })
  fireEvent.click(screen.getByRole('button', { name: 'Add the contact' }))
  await waitFor(() => expect(contacts()).toEqual([{ name: 'Marta', email: 'marta@kept.example' }]))
  fireEvent.click(await screen.findByRole('button', { name: 'Remove Marta' }))
  await waitFor(() => expect(contacts()).toEqual([]))
  fireEvent.click(screen.getByRole('button', { name: 'More for Kept' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Delete this client' }))
  await waitFor(() => expect(document.querySelector('[role="alertdialog"]')?.textContent).toContain('rchive'))
  expect(book.workspace.tables.clients.has(kept.id)).toBe(true)
})

test('a client’s page has the ledgers of all that was signed: what runs is open, what is over opens', async () => {
  const retainer = (name: string, from: string, patch: object = {}) => {
    const made = retainerFor(obel, name)
    if (made.kind !== 'retainer') throw new Error('no retainer')
    const versions = made.agreement.versions.map((version) => ({ ...version, from: day(from) }))
    return { ...made, ...patch, agreement: { ...made.agreement, startsOn: day(from), versions } }
  }
  const running = retainer('Content', '2026-09-01')
  const trial = retainer('Trial', '2026-01-01')
  const over = {
    ...trial,
    agreement: { ...trial.agreement, term: { ...trial.agreement.term, periods: 2, atEnd: 'ends' as const } },
  }
  const engagements = [hourly, running, over, retainer('Next', '2026-01-01', { status: 'draft' })]
  const work = [worked(running.id, '2026-09-14', 4), worked(over.id, '2026-01-14', 7)]
  await showPlace(<ClientPlace id={obel.id} />, {
    now,
    edits: [made('clients', obel), ...engagements.map((each) => made('engagements', each)), ...work],
  })
  expect(screen.getAllByRole('heading', { level: 3 }).map((head) => plainText(head.textContent))).toEqual([
    'Ledger Contentsince 1 September 2026',
    'Ledger Trial1 January 2026 – 28 February 2026',
  ])
  const used = (name: string): string[] =>
    within(screen.getByRole('heading', { level: 3, name }).parentElement as HTMLElement)
      .queryAllByRole('rowheader')
      .map((head) => `${plainText(head.textContent)} ${plainText(head.parentElement?.children[4]?.textContent ?? '')}`)
  const heads = ['Ledger Content since 1 September 2026', 'Ledger Trial 1 January 2026 – 28 February 2026'] as const
  expect(used(heads[0])).toEqual(['September 4:00', 'October –', '2 months 4:00'])
  expect(used(heads[1])).toEqual([])
  press('Ledger Trial')
  expect(used(heads[1])).toEqual(['January 7:00', 'February –', '2 months 7:00'])
  // Each figure says why it is what it is, here too.
  press('7:00', screen.getByRole('heading', { level: 3, name: heads[1] }).parentElement as HTMLElement)
  expect(plainText((await screen.findByRole('dialog', { name: 'Used in January 2026' })).textContent)).toContain(
    '14 January',
  )
})

test('a client of long ago has the months that there were and what an hour of them came to, back to the first', async () => {
  const old = clientNamed('Karst')
  const work = hourlySchema.parse({ ...hourlyFor(old, ''), rates: [{ from: null, rate: 8000 }] })
  const past = [worked(work.id, '2011-03-10', 5), worked(work.id, '2012-11-05', 2), worked(work.id, '2013-02-10', 3)]
  await showPlace(<ClientPlace id={old.id} />, {
    now,
    edits: [made('clients', old), made('engagements', work), ...past],
  })
  expect(plainText(document.querySelector('main p, p')?.textContent ?? '')).toBe(
    'Nothing in the last 12 months; 10 h before, the last on 10 February 2013. ' +
      'From March 2012 to February 2013 an hour came to €80, against a list rate of €90.',
  )
  const hours = (): string => rows('Hours by month')[0] ?? ''
  screen.getByRole('columnheader', { name: /^Mar ?2012$/ })
  expect(hours()).toMatch(/2:00 \| – \| – \| 3:00$/)
  expect(screen.getByRole('button', { name: 'The twelve months after' }).hasAttribute('disabled')).toBe(true)
  press('The twelve months before')
  expect(hours()).toMatch(/\| 5:00 \|/)
  expect(screen.getByRole('button', { name: 'The twelve months before' }).hasAttribute('disabled')).toBe(true)
  press('The twelve months after')
  expect(hours()).toMatch(/3:00$/)
})
