import { daysOfTerms } from '#shared/domain/dated-terms.ts'
import type { Day } from '#shared/kernel/day.ts'
import { FieldRow } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { Editor } from './use-editor.ts'

/** From when the terms hold, of an agreement there is: what was before that stays as it was agreed. */
export function AppliesClause({ editor: { base, days, draft, chooseFrom } }: { editor: Editor }) {
  const { t, format } = useWords()
  const today = useToday()
  if (!base) return null
  const { agreement } = base
  const agreed = daysOfTerms(agreement, today)
  const isWhole = agreed.length === 1 && agreed[0] === agreement.startsOn
  return (
    <FieldRow label={t('retainers.editor.appliesFrom')}>
      <Select
        label={t('retainers.editor.appliesFrom')}
        labelPlacement="hidden"
        width={196}
        value={draft.from}
        onChange={(from) => chooseFrom(from as Day)}
        options={days.map((day) => ({
          id: day as string,
          label: format.day(day, 'long'),
          note: agreed.includes(day)
            ? t(isWhole ? 'retainers.editor.fromStart' : 'retainers.editor.fromLast')
            : undefined,
        }))}
      />
    </FieldRow>
  )
}
