// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RetainersPlace } from '#renderer/features/retainers/retainers-place.tsx'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { made } from '#shared/model/change.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { agreement } from '#tests/support/agreements.ts'
import { clientNamed, newId, retainerFor } from '#tests/support/books.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

const now = Date.parse('2026-10-22T13:11:30Z') // Thursday, 15:11 in Rome
const clients = ['Halden', 'Nordlys', 'Verel', 'Pineta', 'Obel', 'Tessitura'].map((name) => clientNamed(name))
const [halden, nordlys, verel, pineta, obel, tessitura] = clients as [
  ReturnType<typeof clientNamed>,
  ReturnType<typeof clientNamed>,
  ReturnType<typeof clientNamed>,
  ReturnType<typeof clientNamed>,
  ReturnType<typeof clientNamed>,
  ReturnType<typeof clientNamed>,
]
const retainer = (client: typeof halden, terms: object, more: Partial<Retainer> = {}): Retainer =>
  retainerSchema.parse({ ...retainerFor(client, ''), agreement: agreement(terms), ...more })
const active = retainer(halden, { startsOn: '2025-07-01', term: { periods: 12, atEnd: 'renews' } })
const draft = retainer(pineta, { startsOn: '2026-11-01' }, { status: 'draft' })
const all = [
  active,
  retainer(nordlys, { startsOn: '2026-05-01', term: { periods: 7, atEnd: 'ends' } }),
  retainer(verel, { startsOn: '2025-01-01', term: { periods: 6, atEnd: 'ends' } }),
  draft,
  retainer(obel, { startsOn: '2026-11-01' }, { status: 'proposed' }),
  retainer(
    tessitura,
    { startsOn: '2026-03-01' },
    { status: 'declined', outcome: { on: '2026-02-20', cause: 'price', note: 'Too dear' } as Retainer['outcome'] },
  ),
]

beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  act(() => clearToasts())
  cleanup()
  vi.useRealTimers()
})

async function showBoard() {
  const used = entrySchema.parse({ id: newId(), engagementId: active.id, day: '2026-10-05', seconds: 6 * 3600 })
  const edits = [
    ...clients.map((client) => made('clients', client)),
    ...all.map((each) => made('engagements', each)),
    made('entries', used),
  ]
  const shown = await showPlace(<RetainersPlace />, { now, edits })
  fireEvent.click(screen.getByRole('radio', { name: 'Board' }))
  return shown
}
const columns = (): Record<string, string[]> =>
  Object.fromEntries(
    [...document.querySelectorAll('section')].map((section) => [
      section.getAttribute('aria-label'),
      [...section.querySelectorAll('li')].map((card) => plainText(card.querySelector('button')?.textContent ?? '')),
    ]),
  )
const card = (name: string): HTMLElement => screen.getByRole('button', { name }).closest('li') as HTMLElement
const key = (name: string, more: object = {}): void =>
  void fireEvent.keyDown(document.activeElement as Element, { key: name, ...more })

test('each stands where its status and today put it, with what is left, what is next and its fee', async () => {
  await showBoard()
  expect(columns()).toEqual({
    Drafts: ['Pineta'],
    Proposed: ['Obel'],
    Active: ['Halden'],
    'Ending soon': ['Nordlys'],
    Ended: ['Verel'],
    Declined: ['Tessitura'],
  })
  expect(plainText(card('Halden').textContent)).toMatch(/4:00 left.*Renews on 1 July 2027.*1,000\.00/)
  expect(plainText(card('Nordlys').textContent)).toContain('Ends on 30 November')
  expect(plainText(card('Tessitura').textContent)).toContain('The price: Too dear')
})

test('keys go from card to card, and with Alt the card goes on and keeps the focus', async () => {
  const { book } = await showBoard()
  const kept = (): string => (book.workspace.tables.engagements.get(draft.id) as Retainer).status
  act(() => screen.getByRole('button', { name: 'Pineta' }).focus())
  key('ArrowRight')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Obel' }))
  key('ArrowLeft')
  key('ArrowRight', { altKey: true })
  await waitFor(() => expect(kept()).toBe('proposed'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pineta' })))
  key('ArrowRight', { altKey: true })
  await waitFor(() => expect(kept()).toBe('active'))
  // What runs is not over because somebody moves its card.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pineta' })))
  key('ArrowRight', { altKey: true })
  expect(await screen.findByText(/still runs|runs until|not over/i)).toBeTruthy()
  expect(kept()).toBe('active')
})

test('a no is noted with its reason, by a key', async () => {
  const { book } = await showBoard()
  act(() => screen.getByRole('button', { name: 'Pineta' }).focus())
  key('Delete')
  const dialog = await screen.findByRole('dialog', { name: 'Why did Pineta say no?' })
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'After the season' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Note the no' }))
  await waitFor(() => expect(columns()['Declined']).toHaveLength(2))
  expect(book.workspace.tables.engagements.get(draft.id)).toMatchObject({
    status: 'declined',
    outcome: { cause: 'price', note: 'After the season' },
  })
})

test('the keys of a card’s menu are its own, and a key that moved a card does nothing else', async () => {
  await showBoard()
  const more = within(card('Pineta')).getByRole('button', { name: 'More for Pineta' })
  act(() => more.focus())
  expect(fireEvent.keyDown(more, { key: 'Delete' })).toBe(true)
  expect(screen.queryByRole('dialog')).toBeNull()
  key('ArrowRight')
  expect(document.activeElement).toBe(more)
  fireEvent.keyDown(more, { key: 'ArrowDown' })
  expect(await screen.findByRole('menu')).toBeTruthy()
})
