import { useState } from 'react'
import type { Day } from '#shared/kernel/day.ts'
import { secondsBetween } from '#shared/kernel/instant.ts'
import { useNow } from '../../clock.ts'
import { useKept } from '../../parts/kept.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useExecute, usePreferences } from '../../workspace.tsx'
import { EntryFields, useEntryForm } from './entry-fields.tsx'
import { emptyDraft, type EntryDraft, type When } from './entry-draft.ts'
import { workName } from './work-names.ts'
import css from './time.module.css'

/** Writes down what was worked on the day that is shown. What is typed stays when one looks at another day or place. */
export function AddForm({ day }: { day: Day }) {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const now = useNow('minute')
  const execute = useExecute()
  const form = useEntryForm()
  const { draft, change, forget } = useKept<EntryDraft>('time.add', () => emptyDraft)
  const [isPending, setPending] = useState(false)
  const ground = { day, zone: timeZone, now, original: null, format }

  const add = async (): Promise<void> => {
    const { engagementId, note } = draft
    if (!form.checkWork(draft) || engagementId === undefined) return
    const when = form.read(draft, ground)
    if (!when || isPending) return
    setPending(true)
    const done = t('time.done.added', { hours: format.hours(secondsOf(when)), name: workName(t, book, engagementId) })
    const made = await execute('entry.create', { engagementId, note, when }, { done, onRefused: form.onRefused })
    setPending(false)
    if (made === null) return
    change(emptyDraft)
    forget()
    form.reset()
  }
  return (
    <form
      className={cx(css.add)}
      data-surface="well"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <SectionHead title={t('time.form.title')} />
      <EntryFields draft={draft} ground={ground} form={form} onChange={change} />
      <div className={cx(css.deeds)}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('time.form.add')}
        </Button>
      </div>
    </form>
  )
}

const secondsOf = (when: When): number => ('start' in when ? secondsBetween(when.start, when.end) : when.seconds)
