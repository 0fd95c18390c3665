import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { commands } from '#shared/commands/index.ts'
import { applyToBook, type Book } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/refusal.ts'
import { IncomePlace } from '#renderer/features/income/income-place.tsx'
import type { Mirror, View } from '#renderer/mirror.ts'
import { NavigationProvider, useNavigation } from '#renderer/place.tsx'
import { clearToasts } from '#renderer/ui/toast.tsx'
import { learn, WordsProvider } from '#renderer/words.tsx'
import { WorkspaceProvider } from '#renderer/workspace.tsx'
import { contextAt } from '#tests/support/books.ts'

export const now = '2026-10-22T13:11:00Z'
export const today = day('2026-10-22')

await Promise.all([learn('en'), learn('it')])

function Whereabouts() {
  return <output>{JSON.stringify(useNavigation().place)}</output>
}

/** Income over a book, and where it leads to. */
export function shown(book: Book, language: 'en' | 'it' = 'en') {
  let view = { book, seq: 1 } as unknown as View
  const listeners = new Set<() => void>()
  const execute = vi.fn<Mirror['execute']>(async (name, input) => {
    const ran = commands.get(name)?.run(view.book, input, contextAt(now))
    if (!ran?.ok) throw new Error('refused')
    applyToBook(view.book, ran.edits)
    view = { ...view, book: { ...view.book } }
    for (const listener of listeners) listener()
    return done({ seq: 2 })
  })
  const mirror: Mirror = {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    execute,
    hold: async () => undefined,
  }
  render(
    <WorkspaceProvider mirror={mirror}>
      <WordsProvider language={language}>
        <NavigationProvider>
          <IncomePlace />
          <Whereabouts />
        </NavigationProvider>
      </WordsProvider>
    </WorkspaceProvider>,
  )
  return { execute, book: () => view.book }
}

/** Each test of the file at the same moment, with room to draw in, on the first page. */
export function eachOnThePages(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] })
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1200, 400))
  })
  afterEach(() => {
    fireEvent.click(screen.getAllByRole('tab')[0] as HTMLElement) // the page is remembered
    act(() => clearToasts())
    cleanup()
    vi.useRealTimers()
  })
}

export const open = (page: string): void => void fireEvent.click(screen.getByRole('tab', { name: page }))
export const rowsOf = (table: string | RegExp): (string | null)[][] =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent))
export const text = (): string => document.body.textContent ?? ''
