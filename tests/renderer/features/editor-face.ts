import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { clearToasts } from '#renderer/ui/toast.tsx'
import type { Id } from '#shared/kernel/id.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { entrySchema } from '#shared/model/entry.ts'
import { newId } from '#tests/support/books.ts'
import { plainText } from '#tests/support/face.tsx'

/** The retainer editor as one sees it and types into it, on a Thursday, at 15:11 in Rome. */
export const now = Date.parse('2026-10-22T13:11:30Z')

/** The editor's clock stands, and each test leaves nothing on the page. */
export function standStill(): void {
  beforeEach(() => void vi.useFakeTimers({ now, toFake: ['Date'] }))
  afterEach(() => {
    act(() => clearToasts())
    cleanup()
    vi.useRealTimers()
  })
}

export const worked = (engagementId: Id, on: string, seconds: number, note = ''): Edit =>
  made('entries', entrySchema.parse({ id: newId(), engagementId, day: on, seconds, note }))

export const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name })
export function type(name: string, text: string): void {
  act(() => field(name).focus())
  fireEvent.change(field(name), { target: { value: text } })
}
export const leave = (name: string): void => act(() => field(name).blur())
export const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }))
export const sentence = (): string => plainText(document.querySelector('form p')?.textContent ?? '')
export const ledgerRows = (): string[] =>
  within(screen.getByRole('table', { name: 'Ledger' }))
    .getAllByRole('row')
    .slice(2)
    .map((row) => [...row.children].map((cell) => plainText(cell.textContent)).join(' | '))
