import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Asked } from '#shared/domain/entry-list/asked.ts'
import { bridge } from '../../bridge.ts'
import { useNow } from '../../clock.ts'
import { useView } from '../../workspace.tsx'
import { entryWindow, type EntryWindow, type Shown } from './entry-window.ts'

/** The list as it is shown, in step with what is looked for, what changes, and what of the history has been read. */
export function useEntryWindow(asked: Asked): { shown: Shown | null; look: EntryWindow['look'] } {
  const [window] = useState(() => entryWindow((question) => bridge().listEntries(question)))
  const { seq, book } = useView()
  const minute = useNow('minute')
  const asOf = book.running ? `${seq} ${minute}` : `${seq}`
  useEffect(() => window.ask(asked, asOf), [window, asked, asOf])
  useEffect(() => bridge().on('listGrown', window.again), [window])
  return { shown: useSyncExternalStore(window.subscribe, window.shown), look: window.look }
}
