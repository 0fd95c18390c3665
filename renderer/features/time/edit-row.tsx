import { useRef } from 'react'
import type { Day } from '#shared/kernel/day.ts'
import { isRunning, type TimeEntry } from '#shared/model/entry.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { EntryFields } from './entry-fields.tsx'
import { useEscape } from '../../parts/use-escape.ts'
import { useEntryEdit } from './use-entry-edit.ts'
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
  const element = useRef<HTMLFormElement>(null)
  useEscape(element, onDone)
  const { draft, setDraft, ground, form, isPending, save } = useEntryEdit(entry, onDone)
  return (
    <tr className={cx(css.editRow)}>
      <td colSpan={3}>
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
