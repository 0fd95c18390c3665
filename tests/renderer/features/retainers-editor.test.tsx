// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { RetainerEditor } from '#renderer/features/retainers/retainer-editor.tsx'
import type { Id } from '#shared/kernel/id.ts'
import { minor } from '#shared/kernel/units.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { hourlySchema, type Engagement } from '#shared/model/engagement.ts'
import { clientNamed, hourlyFor, retainerFor } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'
import { field, leave, ledgerRows, now, press, sentence, standStill, type, worked } from './editor-face.ts'

standStill()

/** Hourly work at a rate of its own. */
const atRate = (engagement: Engagement, rate: number): Engagement =>
  hourlySchema.parse({ ...engagement, rates: [{ from: null, rate }] })

/** A client by the hour, new for each test: a draft that was left behind is found again by its client. */
let acme = clientNamed('Acme')
let hours = hourlyFor(acme, '')
let base: Edit[] = []
/** Acme's history: 8, 13 and 10 hours, and 4 of this month. */
let history: Edit[] = []
beforeEach(() => {
  acme = clientNamed('Acme', { listRate: minor(10_000) })
  hours = atRate(hourlyFor(acme, ''), 10_000)
  base = [made('clients', acme), made('engagements', hours)]
  history = [
    worked(hours.id, '2026-07-10', 8 * 3600, 'Brief'),
    worked(hours.id, '2026-08-10', 13 * 3600, 'Layout'),
    worked(hours.id, '2026-09-10', 10 * 3600, 'Review'),
    worked(hours.id, '2026-10-05', 4 * 3600, 'Mail'),
  ]
})
const obel = clientNamed('Obel')
const agreed = retainerFor(obel, '')

/** What is wrong, beside its field. */
const faults = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[aria-invalid="true"], [data-invalid] [aria-describedby]')].map((input) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim(),
  )

/** Three months back on the month of the start, by its keys: 1 November becomes 1 August. */
function startInAugust(): void {
  const month = screen.getAllByRole('spinbutton')[1] as HTMLElement
  for (let times = 0; times < 3; times += 1) fireEvent.keyDown(month, { key: 'ArrowDown' })
}

test('the fee is at the rate that the client really pays', async () => {
  const cheaper = atRate(hourlyFor(acme, 'Mails'), 8000)
  const edits = [
    made('clients', acme),
    made('engagements', cheaper),
    worked(cheaper.id, '2026-09-10', 10 * 3600, 'Mail'),
  ]
  await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits })
  expect([field('Hours a month').value, field('Fee a month').value]).toEqual(['10', '800.00'])
})

test('a client’s history suggests the terms, and the ledger stands over their own months', async () => {
  await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: [...base, ...history] })
  expect([field('Hours a month').value, field('Fee a month').value]).toEqual(['10', '1,000.00'])
  expect(sentence()).toContain('Acme pays €1,000 on the first of each month for 10 h.')
  expect(ledgerRows()).toEqual([
    'July | – | 10:00 | – | 8:00 | 2:00 | – | – | 125.00',
    'August | – | 10:00 | 3:00 | 13:00 | – | – | – | 76.92',
    'September | – | 10:00 | – | 10:00 | – | – | – | 100.00',
    'October | – | 10:00 | – | 4:00 | 6:00 left, 9 days to go | 250.00',
  ])
})

test('sentence and ledger follow each key; what cannot be read yet leaves them at the last terms', async () => {
  await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: [...base, ...history] })
  type('Hours a month', '12')
  expect(sentence()).toContain('for 12 h.')
  await waitFor(() => expect(ledgerRows()[1]).toBe('August | – | 12:00 | 1:00 | 13:00 | – | – | – | 76.92'))
  type('Hours a month', '12:')
  expect(sentence()).toContain('for 12 h.')
  const unread = 'The terms have a figure that cannot be read yet. The ledger follows the last ones that could.'
  expect(screen.getByText(unread)).toBeTruthy()
})

test.each([
  ['Fee a month', 'abc', 'Not an amount. Write it like 1,234.56'],
  ['Fee a month', '1,5', 'In English the decimal mark is a point. Did you mean 1.5?'],
  ['Hours a month', '0', 'At least a minute. With no hours there is nothing to draw on'],
  ['Term', '0', 'At least one month'],
  ['Term', '1.5', 'A whole number, like 12'],
  ['Notice', '-3', 'Not below zero'],
])('%s "%s" is checked on leaving, stays as typed and is not saved', async (name, text, fault) => {
  const { book } = await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: base })
  type('Hours a month', '10')
  type('Fee a month', '1000')
  type(name, text)
  expect(faults()).toEqual([])
  leave(name)
  expect(faults()).toEqual([fault])
  press('Make the retainer')
  await waitFor(() => expect(document.activeElement).toBe(field(name)))
  expect(field(name).value).toBe(text)
  expect(book.workspace.tables.engagements.size).toBe(1)
})

test('in Italian a point is no decimal mark', async () => {
  await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: base, language: 'it' })
  type('Compenso al mese', '1.5')
  leave('Compenso al mese')
  expect(faults()).toEqual(['In italiano i decimali vogliono la virgola. Intendevi 1,5?'])
})

test('time is offered for taking over only when there is some, and comes along in one change', async () => {
  const { bridge, book } = await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: [...base, ...history] })
  expect(screen.queryByRole('checkbox')).toBeNull()
  startInAugust()
  const box = screen.getByRole('checkbox', { name: 'Count the time already tracked since 1 August 2026' })
  expect((box as HTMLInputElement).checked).toBe(true)
  expect(screen.getByText('27 h in 3 entries move here from the hourly work', { normalizer: plainText })).toBeTruthy()
  expect(ledgerRows()).toHaveLength(3)
  press('Make the retainer')
  const made = await waitFor(() => {
    const retainer = [...book.workspace.tables.engagements.values()].find(({ kind }) => kind === 'retainer')
    if (!retainer) throw new Error('not yet')
    return retainer
  })
  const on = (id: Id): number =>
    [...book.workspace.tables.entries.values()].filter(({ engagementId }) => engagementId === id).length
  expect([on(hours.id), on(made.id)]).toEqual([1, 3])
  await act(() => bridge.undo({}))
  expect([on(hours.id), on(made.id)]).toEqual([4, 0])
})

test('a client is made with the agreement; a name that is taken is said at its field and nothing typed is lost', async () => {
  const { book, place } = await showPlace(<RetainerEditor />, { now, edits: base })
  press('New client')
  type('Name of the new client', 'ACME')
  type('Hours a month', '8')
  type('Fee a month', '600')
  press('Make the retainer')
  await waitFor(() => expect(faults()).toEqual(['There is a client named ACME already']))
  expect([field('Hours a month').value, book.workspace.tables.engagements.size]).toEqual(['8', 1])
  type('Name of the new client', 'Nordlys')
  press('Make the retainer')
  await waitFor(() => expect(place()?.name).toBe('retainer'))
  const names = [...book.workspace.tables.clients.values()].map(({ name }) => name)
  expect(names).toEqual(['Acme', 'Nordlys'])
})

test('what an agreement gave stays struck beneath what other terms give, and each clause can be put back', async () => {
  const edits = [made('clients', obel), made('engagements', agreed), worked(agreed.id, '2026-09-03', 6 * 3600)]
  const { book } = await showPlace(<RetainerEditor id={agreed.id} />, { now, edits })
  expect(screen.queryByRole('radiogroup', { name: 'Which terms' })).toBeNull()
  type('Hours a month', '8')
  await waitFor(() => expect(ledgerRows()[8]).toContain('2:004:00was 4:00'))
  expect(screen.getByRole('radiogroup', { name: 'Which terms' })).toBeTruthy()
  press('Put back')
  await waitFor(() => expect(ledgerRows()[8]).toBe('September | – | 10:00 | – | 6:00 | 4:00 | – | – | 166.67'))
  type('Fee a month', '900')
  expect(plainText(document.querySelector('footer')?.textContent ?? '')).toContain('From 1 November 2026')
  press('Save the terms')
  const saved = (): unknown => book.workspace.tables.engagements.get(agreed.id)
  // From the next month on, unless another day is chosen: what was worked stays under the terms of its time.
  const versions = [{ fee: 100_000 }, { from: '2026-11-01', fee: 90_000, included: 600 }]
  await waitFor(() => expect(saved()).toMatchObject({ agreement: { versions } }))
})

test('terms that were written wrong are put right for all of it', async () => {
  const edits = [made('clients', obel), made('engagements', agreed), worked(agreed.id, '2026-09-03', 6 * 3600)]
  const { book } = await showPlace(<RetainerEditor id={agreed.id} />, { now, edits })
  type('Fee a month', '900')
  press(/Applies from$/)
  fireEvent.click(screen.getByRole('option', { name: /for all of it/ }))
  press('Save the terms')
  const saved = (): unknown => book.workspace.tables.engagements.get(agreed.id)
  await waitFor(() => expect(saved()).toMatchObject({ agreement: { versions: [{ fee: 90_000, included: 600 }] } }))
  expect(saved()).not.toMatchObject({ agreement: { versions: [{}, {}] } })
})

test('Esc leaves at once when nothing was typed, and asks when something was', async () => {
  const { place } = await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: [...base, ...history] })
  type('Fee a month', '1,100.00')
  fireEvent.keyDown(field('Fee a month'), { key: 'Escape' })
  const dialog = await screen.findByRole('dialog', { name: 'Discard this agreement?' })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Keep writing' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(field('Fee a month').value).toBe('1,100.00')
  type('Fee a month', '1,000.00')
  fireEvent.keyDown(field('Fee a month'), { key: 'Escape' })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(place()?.name).toBe('today')
})

test('who looks something up in another place finds what was typed, until it is discarded', async () => {
  const editor = <RetainerEditor clientId={acme.id} />
  await showPlace(editor, { now, edits: [...base, ...history] })
  type('Fee a month', '950')
  cleanup()
  await showPlace(editor, { now, edits: [...base, ...history] })
  expect(field('Fee a month').value).toBe('950')
  press('Discard')
  const dialog = await screen.findByRole('dialog', { name: 'Discard this agreement?' })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Discard' }))
  cleanup()
  await showPlace(editor, { now, edits: [...base, ...history] })
  expect(field('Fee a month').value).toBe('1,000.00')
})

test('of a client from longer ago the months that there were are tried', async () => {
  const long = [worked(hours.id, '2021-02-10', 12 * 3600), worked(hours.id, '2021-04-10', 6 * 3600)]
  await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: [...base, ...long] })
  // The middle of the two, at the list rate.
  expect(field('Hours a month').value).toBe('9')
  expect(ledgerRows()).toEqual([
    expect.stringMatching(/^February .*\| – \| 9:00 \| 3:00 \| 12:00 \|/),
    expect.stringMatching(/^March .*\| – \| 9:00 \| – \| – \| 9:00 \|/),
    expect.stringMatching(/^April .*\| – \| 9:00 \| – \| 6:00 \| 3:00 \|/),
  ])
})

test('a long ledger is told by the year, the last one with work open', async () => {
  const long = [worked(hours.id, '2020-02-10', 12 * 3600), worked(hours.id, '2021-03-10', 6 * 3600)]
  await showPlace(<RetainerEditor clientId={acme.id} />, { now, edits: [...base, ...long] })
  type('Hours a month', '10')
  type('Fee a month', '1000')
  const year = screen.getAllByRole('spinbutton')[2] as HTMLElement
  // The trial that is suggested would be over after three.
  type('Term', '80')
  for (let times = 0; times < 6; times += 1) fireEvent.keyDown(year, { key: 'ArrowDown' })
  const years = (): string[] => ledgerRows().filter((row) => row.startsWith('20'))
  const near = [
    '2020 | – | 20:00 | – | – | 20:00 | – | – | –',
    '2021 | – | 120:00 | – | 6:00 | 114:00 | – | – | 2,000.00',
    '2022 | – | 120:00 | – | – | 120:00 | – | – | –',
  ]
  const last = '2026 | – | 100:00 | – | – | 90:00 | – | 10:00 | –'
  const between = '2023 – 2025 | – | 360:00 | – | – | 360:00 | – | – | –'
  await waitFor(() => expect(years()).toEqual([...near, between, last]))
  expect(ledgerRows()).toContain('March | – | 10:00 | – | 6:00 | 4:00 | – | – | 166.67')
  // What is told together opens into its years, and a year into its months.
  press('2023 – 2025')
  const opened = ['2023', '2024', '2025'].map((each) => `${each} | – | 120:00 | – | – | 120:00 | – | – | –`)
  expect(years()).toEqual([...near, between, ...opened, last])
  press('2024')
  expect(ledgerRows().filter((row) => row.startsWith('August'))).toHaveLength(2)
})
