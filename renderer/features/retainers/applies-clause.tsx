import { lastAgreedOn } from '#shared/domain/dated-terms.ts'
import type { Day } from '#shared/kernel/day.ts'
import { FieldRow } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useWords } from '../../words.tsx'
import type { Editor } from './use-editor.ts'

/** From when the terms hold, of an agreement there is: what was before that stays as it was agreed. */
export function AppliesClause({ editor: { base, days, draft, change } }: { editor: Editor }) {
  const { t, format } = useWords()
  if (!base) return null
  const since = lastAgreedOn(base.agreement)
  const isWhole = since === base.agreement.startsOn
  return (
    <FieldRow label={t('retainers.editor.appliesFrom')}>
      <Select
        label={t('retainers.editor.appliesFrom')}
        labelPlacement="hidden"
        width={196}
        value={draft.from}
        onChange={(from) => change({ from: from as Day })}
        options={days.map((day) => ({
          id: day as string,
          label: format.day(day, 'long'),
          note: day === since ? t(isWhole ? 'retainers.editor.fromStart' : 'retainers.editor.fromLast') : undefined,
        }))}
      />
    </FieldRow>
  )
}
