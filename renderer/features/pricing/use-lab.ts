import { useMemo, useState } from 'react'
import type { Id } from '#shared/kernel/id.ts'
import type { Client } from '#shared/model/client.ts'
import { useKept } from '../../parts/kept.ts'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { firstSheet, readSheet, type Sheet, type SheetDraft } from './sheet.ts'

export interface Lab {
  readonly client: Client | null
  readonly currency: string
  readonly draft: SheetDraft
  readonly change: (patch: Partial<SheetDraft>) => void
  /** The last sheet that could be read: what stands below the fields while something is being typed. */
  readonly sheet: Sheet | null
}

/** The lab's state: what is typed, kept while one looks something up, and what it reads as. */
export function useLab(clientId: Id | undefined): Lab {
  const book = useBook()
  const today = useToday()
  const { format } = useWords()
  const preferences = usePreferences()
  const client = (clientId && book.workspace.tables.clients.get(clientId)) ?? null
  const { currency } = client ?? preferences
  const { draft, change } = useKept(`${format.language} pricing ${clientId ?? ''}`, () =>
    firstSheet(book, format, client, today),
  )
  const read = useMemo(() => readSheet(draft, currency, format), [draft, currency, format])
  const [last, setLast] = useState(read)
  if (read !== null && read !== last) setLast(read)
  return { client, currency, draft, change, sheet: read ?? last }
}
