import { useState } from 'react'
import { defined } from '#shared/kernel/defined.ts'
import { isSame } from '#shared/kernel/same.ts'
import { fileMonthOf, isRunning, type TimeEntry } from '#shared/model/entry.ts'
import { useNow } from '../../clock.ts'
import { useWords } from '../../words.tsx'
import { useBook, useExecute, usePreferences } from '../../workspace.tsx'
import { dayOf, draftOf, type EntryDraft, type Ground, type When } from './entry-draft.ts'
import { useEntryForm } from './entry-fields.tsx'
import { workName } from './work-names.ts'

/** An entry that is being changed: its draft, and how it is kept. */
export function useEntryEdit(entry: TimeEntry, onDone: () => void) {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const now = useNow('minute')
  const execute = useExecute()
  const form = useEntryForm()
  const [draft, setDraft] = useState(() => draftOf(entry, timeZone, format))
  const [isPending, setPending] = useState(false)
  const ground: Ground = { day: dayOf(entry, timeZone), zone: timeZone, now, original: entry, format }

  const save = async (): Promise<void> => {
    const when = isRunning(entry) ? undefined : form.read(draft, ground)
    if (when === null || isPending) return
    const patch = changes(entry, draft, when)
    if (Object.keys(patch).length === 0) return onDone()
    setPending(true)
    const done = t('time.done.changed', { name: workName(t, book, draft.engagementId ?? null) })
    const told = { done, onRefused: form.onRefused }
    const kept = await execute('entry.update', { id: entry.id, month: fileMonthOf(entry), ...patch }, told)
    setPending(false)
    if (kept !== null) onDone()
  }
  return { draft, setDraft, ground, form, isPending, save }
}

/** What was changed, and nothing else: what another window changes meanwhile stays. */
function changes(entry: TimeEntry, draft: EntryDraft, when: When | undefined) {
  const note = draft.note.trim()
  return defined({
    engagementId: draft.engagementId === entry.engagementId ? undefined : draft.engagementId,
    note: note === entry.note ? undefined : note,
    billable: draft.billable === entry.billable ? undefined : draft.billable,
    tags: isSame(draft.tags, entry.tags) ? undefined : [...draft.tags],
    perkId: draft.perkId === (entry.perkId ?? null) ? undefined : draft.perkId,
    when: when && isAsBefore(entry, when) ? undefined : when,
  })
}

const isAsBefore = (entry: TimeEntry, when: When): boolean =>
  'start' in when
    ? 'start' in entry && entry.start === when.start && entry.end === when.end
    : 'day' in entry && entry.day === when.day && entry.seconds === when.seconds
