import { useRef, useState } from 'react'
import type { Day } from '#shared/kernel/day.ts'
import { defined } from '#shared/kernel/defined.ts'
import { fileMonthOf, isRunning, type TimeEntry } from '#shared/model/entry.ts'
import { useNow } from '../../clock.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { useBook, useExecute, usePreferences } from '../../workspace.tsx'
import { EntryFields, useEntryForm } from './entry-fields.tsx'
import { dayOf, draftOf, type EntryDraft, type Ground, type When } from './entry-draft.ts'
import { useEscape } from '../../parts/use-escape.ts'
import { workName } from './work-names.ts'
import css from './time.module.css'

interface EditRowProps {
  entry: TimeEntry
  /** The day that is shown: the entry may have begun on an earlier one. */
  day: Day
  onDone: () => void
}

/** An entry's form, in the place of its row. Enter keeps it, Escape leaves it as it was. */
export function EditRow({ entry, day, onDone }: EditRowProps) {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const now = useNow('minute')
  const execute = useExecute()
  const form = useEntryForm()
  const [draft, setDraft] = useState(() => draftOf(entry, timeZone, format))
  const element = useRef<HTMLFormElement>(null)
  useEscape(element, onDone)
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
  return (
    <tr className={cx(css.editRow)}>
      <td colSpan={4}>
        <form
          ref={element}
          aria-label={t('time.form.change')}
          className={cx(css.edit)}
          data-surface="well"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          {ground.day === day ? null : (
            <p className={cx(css.timesNote)}>{t('time.form.startsOn', { day: format.day(ground.day, 'full') })}</p>
          )}
          <EntryFields
            draft={draft}
            ground={ground}
            form={form}
            onChange={setDraft}
            isRunning={isRunning(entry)}
            isFocused
          />
          <div className={cx(css.deeds)}>
            <Button type="submit" isPending={isPending}>
              {t('time.form.save')}
            </Button>
            <Button variant="quiet" onPress={onDone}>
              {t('time.form.discard')}
            </Button>
            {draft.engagementId === null ? null : (
              <Checkbox
                className={cx(css.billable)}
                label={t('time.form.billable')}
                isSelected={draft.billable}
                onChange={(billable) => setDraft({ ...draft, billable })}
              />
            )}
          </div>
        </form>
      </td>
    </tr>
  )
}

/** What was changed, and nothing else: what another window changes meanwhile stays. */
function changes(entry: TimeEntry, draft: EntryDraft, when: When | undefined) {
  const note = draft.note.trim()
  return defined({
    engagementId: draft.engagementId === entry.engagementId ? undefined : draft.engagementId,
    note: note === entry.note ? undefined : note,
    billable: draft.billable === entry.billable ? undefined : draft.billable,
    when: when && isAsBefore(entry, when) ? undefined : when,
  })
}

const isAsBefore = (entry: TimeEntry, when: When): boolean =>
  'start' in when
    ? 'start' in entry && entry.start === when.start && entry.end === when.end
    : 'day' in entry && entry.day === when.day && entry.seconds === when.seconds
