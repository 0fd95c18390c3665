import { useId } from 'react'
import { isRunning, type TimeEntry } from '#shared/model/entry.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useWords } from '../../words.tsx'
import { EntryFields } from './entry-fields.tsx'
import { useEntryEdit } from './use-entry-edit.ts'
import css from './list.module.css'

/** One entry of the list, all that is said of it. */
export function EditDialog({ entry, onClose }: { entry: TimeEntry; onClose: () => void }) {
  const { t, format } = useWords()
  const form = useId()
  const { draft, setDraft, ground, form: fields, isPending, save } = useEntryEdit(entry, onClose)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="medium"
      title={t('timeList.editOne.title')}
      aside={t('time.form.startsOn', { day: format.day(ground.day, 'full') })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('time.form.discard')}
          </Button>
          <Button variant="primary" type="submit" form={form} isPending={isPending}>
            {t('time.form.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={cx(css.form)}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <EntryFields
          draft={draft}
          ground={ground}
          form={fields}
          onChange={setDraft}
          isRunning={isRunning(entry)}
          isFocused
        />
        {draft.engagementId === null ? null : (
          <Checkbox
            label={t('time.form.billable')}
            isSelected={draft.billable}
            onChange={(billable) => setDraft({ ...draft, billable })}
          />
        )}
      </form>
    </Dialog>
  )
}
