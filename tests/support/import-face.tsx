import { act, fireEvent, screen, within } from '@testing-library/react'
import { vi } from 'vitest'
import type { Bridge } from '#shared/ipc.ts'
import { msOf, type Instant } from '#shared/kernel/instant.ts'
import { done } from '#shared/kernel/refusal.ts'
import type { Edit } from '#shared/model/change.ts'
import { ImportPlace } from '#renderer/features/importing/import-place.tsx'
import { plainText, showPlace } from './face.tsx'

export const header = 'Client,Project,Description,Start date,Start time,Duration'
export const good = 'Acme,Website,Review,2026-03-04,09:00:00,1:30:00\n,Admin,Mail,2026-03-05,10:00:00,0:30:00'
export const file = (rows: string): string => `${header}\n${rows}\n`
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
export const now = msOf('2026-10-22T12:00:00Z' as Instant)

interface Opened {
  text?: string | null
  name?: string
  language?: 'en' | 'it'
  edits?: readonly Edit[]
  instead?: Partial<Bridge>
}

/** Opens the dialog on a file; the bridge is the app's own, over a workspace in memory. */
export async function open({
  text = file(good),
  name = 'hours.csv',
  language = 'en',
  edits = [],
  instead = {},
}: Opened = {}) {
  const shown = await showPlace(<ImportPlace />, { now, edits, language })
  const choose = vi.fn<Bridge['chooseImport']>(async () =>
    text === null ? done(null) : shown.bridge.offerImport({ name, bytes: bytesOf(text) }),
  )
  const bridge = Object.assign(window.mainstay, { chooseImport: choose, ...instead })
  const ask = async (): Promise<void> => {
    await act(async () => shown.bridge.tell('ask', { what: 'import' }))
    await isRead()
  }
  await ask()
  return { ...shown, bridge, choose, ask }
}
/** The dialog comes with the first file, and the preview when it has been read. */
export async function isRead(): Promise<void> {
  await act(() => vi.dynamicImportSettled())
  await act(() => new Promise((resume) => setTimeout(resume)))
}
export const dialog = () => screen.getByRole('dialog')
export const said = (): string => plainText(dialog().textContent)
export const press = async (name: string | RegExp): Promise<void> => {
  await act(async () => fireEvent.click(screen.getByRole('button', { name })))
  await isRead()
}
export const cells = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.querySelector('button')?.textContent ?? cell.textContent))
/** Picks from a list by its name, as one does with the keys. */
export async function pick(list: RegExp, option: string | RegExp): Promise<void> {
  await act(async () => fireEvent.click(screen.getByRole('button', { name: list })))
  await act(async () => fireEvent.click(screen.getByRole('option', { name: option })))
  await isRead()
}
export const entriesOf = ({ book }: Awaited<ReturnType<typeof open>>) => [...book.workspace.tables.entries.values()]
