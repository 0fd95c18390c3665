// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ClientPlace } from '#renderer/features/clients/client-place.tsx'
import { ClientsPlace } from '#renderer/features/clients/clients-place.tsx'
import { TodayPlace } from '#renderer/features/today/today-place.tsx'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { made } from '#shared/model/change.ts'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'
import { showPlace } from '#tests/support/face.tsx'

// A page that is never at rest: what waits for that is not looked at here.
vi.stubGlobal('requestIdleCallback', () => 0)

const now = Date.parse('2026-10-22T13:11:30Z')
const long = 'Long & Longer '.repeat(40).trim()

beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }))
afterEach(() => {
  act(() => clearToasts())
  cleanup()
  vi.useRealTimers()
})

const name = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name: /^(Name|Nome)$/ })
const type = (text: string): void => void fireEvent.change(name(), { target: { value: text } })
const press = (label: string): void => void fireEvent.click(screen.getByRole('button', { name: label }))

test('a name that is too long is said at its field while it is typed, and not sent; nothing is cut', async () => {
  const { book } = await showPlace(<ClientsPlace />, { now, edits: [] })
  press('New client')
  type('x'.repeat(201))
  expect(screen.getByText('A name has at most 200 characters; this one has 201')).toBeTruthy()
  expect(name().getAttribute('aria-invalid')).toBe('true')
  press('Add the client')
  expect(name().value).toHaveLength(201)
  expect(book.workspace.tables.clients.size).toBe(0)
  type('x'.repeat(200))
  expect(screen.queryByText(/at most 200/)).toBeNull()
  press('Add the client')
  await waitFor(() => expect(book.workspace.tables.clients.size).toBe(1))
})

test('the same in Italian', async () => {
  await showPlace(<ClientsPlace />, { now, edits: [], language: 'it' })
  press('Nuovo cliente')
  type('x'.repeat(201))
  expect(screen.getByText('Un nome ha al massimo 200 caratteri; questo ne ha 201')).toBeTruthy()
})

test('a longer name from an import stays whole: all else of the client can be changed, and the field says so', async () => {
  const client = clientNamed(long)
  const { book } = await showPlace(<ClientPlace id={client.id} />, { now, edits: [made('clients', client)] })
  press('Edit client')
  expect(screen.getByText('Longer than 200 characters, as it came in. It stays whole until you change it')).toBeTruthy()
  fireEvent.change(screen.getByRole('textbox', { name: 'Notes' }), { target: { value: 'Met in June' } })
  press('Save')
  await waitFor(() => expect(book.workspace.tables.clients.get(client.id)?.note).toBe('Met in June'))
  expect(book.workspace.tables.clients.get(client.id)?.name).toBe(long)
})

test('the command refuses what no field has seen', async () => {
  const client = clientNamed('Obel')
  const { bridge } = await showPlace(null, { now, edits: [made('clients', client)] })
  const refusal = { code: 'nameTooLong', field: 'name', count: 300 }
  const asked = [
    bridge.execute({ name: 'client.update', input: { id: client.id, name: 'z'.repeat(300) } }),
    bridge.execute({
      name: 'hourly.create',
      input: { clientId: client.id, name: 'z'.repeat(300), rate: 100 as never },
    }),
  ]
  for (const outcome of await Promise.all(asked)) expect(outcome).toEqual({ ok: false, refusal })
})

test('names of HTML and of marks that turn the text are shown as they are, each in a place of its own', async () => {
  const html = clientNamed('<img src=x onerror=alert(1)>')
  const turned = clientNamed('Good\u202elive')
  const work = hourlyFor(turned, '\u202etnuocca')
  const edits = [made('clients', html), made('clients', turned), made('engagements', work)]
  await showPlace(<ClientsPlace />, { now, edits })
  const table = screen.getByRole('table', { name: 'Clients' })
  expect([...table.querySelectorAll('bdi')].map((each) => each.textContent).toSorted()).toEqual([
    '<img src=x onerror=alert(1)>',
    'Good\u202elive',
  ])
  expect(table.querySelector('img')).toBeNull()
  cleanup()
  await showPlace(<ClientPlace id={turned.id} />, { now, edits })
  expect(within(screen.getByRole('heading', { level: 1 })).getByText('Good\u202elive').tagName).toBe('BDI')
  expect(screen.getByRole('button', { name: 'More for Goodlive' })).toBeTruthy()
})

test('the pointer on a name that is cut off shows all of it; on one that is not, nothing', async () => {
  const client = clientNamed(long)
  await showPlace(<ClientsPlace />, { now, edits: [made('clients', client)] })
  const [drawn] = screen.getByRole('table', { name: 'Clients' }).querySelectorAll('bdi')
  if (!drawn) throw new Error('no name is drawn')
  const width = vi.spyOn(drawn, 'scrollWidth', 'get').mockReturnValue(900)
  fireEvent.pointerEnter(drawn)
  expect(drawn.title).toBe(long)
  width.mockReturnValue(0)
  fireEvent.pointerEnter(drawn)
  expect(drawn.hasAttribute('title')).toBe(false)
})

test('the first client is made from the first screen: the dialog is open, the name has the focus', async () => {
  const { place } = await showPlace(<TodayPlace />, { now, edits: [] })
  press('make a client')
  expect(place()).toEqual({ name: 'clients', making: true })
  cleanup()
  const { place: after } = await showPlace(<ClientsPlace making />, { now, edits: [] })
  await screen.findByRole('dialog', { name: 'New client' })
  await waitFor(() => expect(document.activeElement).toBe(name()))
  press('Cancel')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(after()).toEqual({ name: 'clients' })
})
