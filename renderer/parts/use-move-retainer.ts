import { defined } from '#shared/kernel/defined.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useBook, useExecute, useToday } from '../workspace.tsx'

/**
 * Moves a retainer to another status, and says so. What is sent or signed is kept as its documents read at that moment;
 * what writes them is loaded for it. True where it was done.
 */
export function useMoveRetainer() {
  const book = useBook()
  const today = useToday()
  const execute = useExecute()
  return async (retainer: Retainer, status: Retainer['status'], done: string): Promise<boolean> => {
    const sent = status === 'proposed' || status === 'active' ? await papers(status) : undefined
    return (await execute('retainer.setStatus', { id: retainer.id, status, ...defined({ sent }) }, { done })) !== null

    async function papers(to: 'proposed' | 'active') {
      const { papersToKeep } = await import('#shared/documents/sent-papers.ts')
      return papersToKeep(book, retainer, to, today)
    }
  }
}
