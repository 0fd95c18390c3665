import { render } from '@testing-library/react'
import { vi } from 'vitest'
import { commands } from '#shared/commands/index.ts'
import { applyToBook, type Book } from '#shared/domain/book.ts'
import { day } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/refusal.ts'
import { IncomePlace } from '#renderer/features/income/income-place.tsx'
import type { Mirror, View } from '#renderer/mirror.ts'
import { NavigationProvider, useNavigation } from '#renderer/place.tsx'
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
