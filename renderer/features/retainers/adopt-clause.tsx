import { theDay } from '#shared/i18n/the-day.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useWords } from '../../words.tsx'
import { cx } from '../../ui/cx.ts'
import type { Editor } from './use-editor.ts'
import css from './terms-form.module.css'

/** Offers to take over the time tracked already, with what that moves; there only when there is such time. */
export function AdoptClause({ editor }: { editor: Editor }) {
  const { t, format } = useWords()
  const { adopted, last, draft, change } = editor
  if (!adopted || !last) return null
  return (
    <Checkbox
      label={t('retainers.editor.adopt', { day: theDay(format, last.startsOn, 'long', 'dal') })}
      hint={t('retainers.editor.adoptHint', {
        duration: format.duration(adopted.worked),
        entries: adopted.entries,
      })}
      isSelected={draft.adopt}
      onChange={(adopt) => change({ adopt })}
      className={cx(css.adopt)}
    />
  )
}
