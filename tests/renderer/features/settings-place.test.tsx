// @vitest-environment happy-dom
import { readSnapshot } from '#shared/snapshot-text.ts'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { SettingsPlace } from '#renderer/features/settings/settings-place.tsx'
import { openMirror } from '#renderer/mirror.ts'
import { NavigationProvider } from '#renderer/place.tsx'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { learn, WordsProvider } from '#renderer/words.tsx'
import { useSettings, WorkspaceProvider } from '#renderer/workspace.tsx'
import { preferencesOf } from '#shared/domain/book.ts'
import { made } from '#shared/model/change.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { memoryBridge } from '#tests/support/memory-bridge.ts'

const preferences = preferencesSchema.parse({
  id: preferencesId,
  timeZone: 'Europe/Rome',
  currency: 'EUR',
  listRate: 8000,
})

afterEach(() => {
  act(() => clearToasts())
  cleanup()
})

await learn('en')

/** In the language that the settings say, as the window has it. */
function Worded() {
  const { language } = useSettings()
  return (
    <WordsProvider language={language}>
      <SettingsPlace />
    </WordsProvider>
  )
}

async function shown(own = preferences) {
  const bridge = await memoryBridge({ edits: [made('preferences', own)], now: () => Date.now() })
  Object.assign(window, { mainstay: bridge })
  render(
    <WorkspaceProvider mirror={await openMirror(bridge)}>
      <NavigationProvider>
        <Worded />
      </NavigationProvider>
    </WorkspaceProvider>,
  )
  return { bridge, kept: () => preferencesOf(bridge.workspace.book.workspace) }
}

const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name })
function type(element: HTMLElement, text: string): void {
  act(() => element.focus())
  fireEvent.change(element, { target: { value: text } })
  act(() => element.blur())
}

test('an amount is kept on leaving its field; one that cannot be read stays there with the reason', async () => {
  const { bridge, kept } = await shown()
  type(field('List rate'), '1,5')
  expect(screen.getByText('In English the decimal mark is a point. Did you mean 1.5?')).toBeTruthy()
  expect(field('List rate').value).toBe('1,5')
  expect(kept().listRate).toBe(8000)
  type(field('List rate'), '95.50')
  type(field('Target'), '4000')
  await waitFor(() => expect(kept()).toMatchObject({ listRate: 9550, target: 400_000 }))
  await waitFor(() => expect(field('Target').value).toBe('4,000.00'))
  type(field('Target'), '')
  await waitFor(() => expect(kept().target).toBeNull())
  await act(() => bridge.undo({}))
  expect(field('Target').value).toBe('4,000.00')
})

test('a refusal is said at the field, which keeps what was typed', async () => {
  const { bridge, kept } = await shown()
  bridge.store.refuseNext({ code: 'notSaved', cause: 'full' })
  type(field('List rate'), '99')
  await screen.findByText(/the disk is full/)
  expect(field('List rate').getAttribute('aria-invalid')).toBe('true')
  expect([field('List rate').value, kept().listRate]).toEqual(['99.00', 8000])
})

test('the last working day cannot be taken away', async () => {
  const { kept } = await shown()
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu']) {
    fireEvent.click(screen.getByRole('checkbox', { name: day }))
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('checkbox', { name: day }).checked).toBe(false))
  }
  fireEvent.click(screen.getByRole('checkbox', { name: 'Fri' }))
  expect(screen.getByText('At least one day of the week')).toBeTruthy()
  expect(kept().workingDays).toEqual([5])
})

test('language and theme follow at once, what was said in the other language too', async () => {
  const { bridge } = await shown()
  type(field('List rate'), 'abc')
  fireEvent.click(screen.getByText('Italiano'))
  expect(await screen.findByRole('heading', { level: 1, name: 'Impostazioni' })).toBeTruthy()
  expect(screen.getByText(/^Non è un importo/)).toBeTruthy()
  fireEvent.click(screen.getByText('Scuro'))
  await waitFor(async () =>
    expect(readSnapshot(await bridge.load()).settings.settings).toMatchObject({ language: 'it', theme: 'dark' }),
  )
})

test('the shortcut is chosen by pressing it, left by Escape, turned off and on', async () => {
  const { bridge } = await shown()
  const now = async (): Promise<string | null> => readSnapshot(await bridge.load()).settings.settings.shortcut
  fireEvent.click(screen.getByRole('button', { name: 'Change the keys, now Ctrl Alt Space' }))
  fireEvent.keyDown(window, { key: 'k', code: 'KeyK' })
  expect(screen.getByText(/^These keys cannot be used/)).toBeTruthy()
  fireEvent.keyDown(window, { key: 'Escape', code: 'Escape' })
  expect(await now()).toBe('CommandOrControl+Alt+Space')
  fireEvent.click(screen.getByRole('button', { name: 'Change the keys, now Ctrl Alt Space' }))
  fireEvent.keyDown(window, { key: 'k', code: 'KeyK', ctrlKey: true, shiftKey: true })
  expect(await screen.findByRole('button', { name: 'Change the keys, now Ctrl Shift K' })).toBeTruthy()
  expect(await now()).toBe('CommandOrControl+Shift+K')
  fireEvent.click(screen.getByText('Turn off'))
  // The others are off from the start.
  await waitFor(() => expect(screen.getAllByText('Turn on')).toHaveLength(3))
  fireEvent.click(screen.getAllByText('Turn on')[0] as HTMLElement)
  await waitFor(async () => expect(await now()).toBe('CommandOrControl+Alt+Space'))
})

test('a series that a FatturaPA has no room for is told, and not kept', async () => {
  const billing = { issuer: { country: 'IT' } }
  const { kept } = await shown(
    preferencesSchema.parse({ ...preferences, billing: { ...preferences.billing, ...billing } }),
  )
  for (const series of ['Consulenza tecnica', 'Attività']) {
    type(field('Series'), series)
    expect(screen.getByText(/^At most 10 letters/)).toBeDefined()
  }
  type(field('Series'), 'Consulenza')
  await waitFor(() => expect(kept().billing.series).toBe('Consulenza'))
  expect(screen.queryByText(/^At most 10 letters/)).toBeNull()
})
