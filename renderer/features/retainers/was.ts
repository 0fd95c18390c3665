import { isSame } from '#shared/kernel/same.ts'
import { useWords } from '../../words.tsx'
import type { Draft } from './draft.ts'
import type { Editor } from './use-editor.ts'

/** "Was 3 h. Put back", beneath a clause of an agreement whose fields are not what was agreed. */
export function useWas(editor: Editor, fields: readonly (keyof Draft)[], value: (agreed: Draft) => string) {
  const { t } = useWords()
  const { base, draft, initial, change } = editor
  if (!base || fields.every((field) => isSame(draft[field], initial[field]))) return undefined
  return {
    text: t('retainers.editor.was', { value: value(initial) }),
    action: t('retainers.editor.putBack'),
    onPutBack: () => change(Object.fromEntries(fields.map((field) => [field, initial[field]]))),
  }
}
