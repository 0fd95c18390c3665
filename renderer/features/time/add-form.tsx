import { useState } from 'react'
import type { Day } from '#shared/kernel/day.ts'
import { secondsBetween } from '#shared/kernel/instant.ts'
import { useNow } from '../../clock.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useExecute, usePreferences } from '../../workspace.tsx'
import { EntryFields, useEntryForm } from './entry-fields.tsx'
import type { EntryDraft, When } from './entry-draft.ts'
import { workName } from './work-names.ts'
import css from './time.module.css'

interface AddFormProps {
  day: Day
  draft: EntryDraft
  onChange: (draft: EntryDraft) => void
  /** It was kept. */
  onAdded: () => void
  onClose: () => void
}

/** Writes down what was worked on the day that is shown, field by field. */
export function AddForm({ day, draft, onChange, onAdded, onClose }: AddFormProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const now = useNow('minute')
  const execute = useExecute()
  const form = useEntryForm()
  const [isPending, setPending] = useState(false)
  const ground = { day, zone: timeZone, now, original: null, format }

  const add = async (): Promise<void> => {
    const { engagementId, note, tags, perkId, billable } = draft
    if (!form.checkWork(draft) || engagementId === undefined) return
    const when = form.read(draft, ground)
    if (!when || isPending) return
    setPending(true)
    const done = t('time.done.added', { hours: format.hours(secondsOf(when)), name: workName(t, book, engagementId) })
    const input = { engagementId, note, tags: [...tags], perkId, billable, when }
    const made = await execute('entry.create', input, { done, onRefused: form.onRefused })
    setPending(false)
    if (made === null) return
    form.reset()
    onAdded()
  }
  return (
    <form
      aria-label={t('time.form.title')}
      className={cx(css.add)}
      data-surface="well"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <SectionHead title={t('time.form.title')} />
      <EntryFields draft={draft} ground={ground} form={form} onChange={onChange} isFocused={false} />
      <div className={cx(css.deeds)}>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('time.form.add')}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {t('time.form.close')}
        </Button>
        {draft.engagementId === null ? null : (
          <Checkbox
            className={cx(css.billable)}
            label={t('time.form.billable')}
            isSelected={draft.billable}
            onChange={(isBillable) => onChange({ ...draft, billable: isBillable })}
          />
        )}
      </div>
    </form>
  )
}

const secondsOf = (when: When): number => ('start' in when ? secondsBetween(when.start, when.end) : when.seconds)
