import { monthsIn } from '#shared/domain/periods.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { FieldRow, Word } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { useWords } from '../../words.tsx'
import { withLength } from './draft.ts'
import type { Editor } from './use-editor.ts'
import { useStays } from './use-stays.ts'
import { useWas } from './was.ts'

/** What is agreed on: hours, deliverables, or being there. What was signed stays what it is. */
export function BasisClause({ editor: { base, draft, change } }: { editor: Editor }) {
  const { t } = useWords()
  const segments = [
    { id: 'hours', label: t('retainers.editor.byHours') },
    { id: 'deliverables', label: t('retainers.editor.byUnits') },
    { id: 'access', label: t('retainers.editor.byAccess') },
  ] as const
  const hint =
    draft.basis === 'hours'
      ? undefined
      : t(draft.basis === 'access' ? 'retainers.editor.accessHint' : 'retainers.editor.unitsHint')
  const isSigned = base !== undefined && base.status !== 'draft' && base.status !== 'proposed'
  const name = { label: t('retainers.editor.basis'), labelPlacement: 'hidden' } as const
  const chosen = { value: draft.basis, onChange: (basis: typeof draft.basis) => change({ basis }) }
  return (
    <FieldRow label={t('retainers.editor.basis')} help={<TermHelp of="basis" />} hint={hint}>
      {isSigned ? (
        <Select {...name} {...chosen} options={segments} locked={t('retainers.editor.basisStays')} width={148} />
      ) : (
        <Segmented label={name.label} segments={segments} {...chosen} />
      )}
    </FieldRow>
  )
}

/** How long a period is, and, where the two are not the same, on which day it begins; once periods have begun, as they are. */
export function PeriodClause({ editor }: { editor: Editor }) {
  const { t } = useWords()
  const { draft, change } = editor
  const { every, anchor, startsOn } = draft
  const locked = useStays(editor)
  const lengths = [
    { id: 'month', label: t('retainers.editor.month') },
    { id: 'quarter', label: t('retainers.editor.quarter') },
    { id: 'year', label: t('retainers.editor.year') },
  ] as const
  const anchors = [
    {
      id: 'calendar',
      label: t('retainers.editor.byCalendar'),
      note: t('retainers.editor.byCalendarNote', { every: monthsIn[every] }),
    },
    {
      id: 'anniversary',
      label: t('retainers.editor.byAnniversary'),
      note: t('retainers.editor.byAnniversaryNote', {
        day: startsOn === null ? '' : String(Number(startsOn.slice(8))),
      }),
    },
  ] as const
  const labelOf = (options: readonly { id: string; label: string }[], id: string): string =>
    options.find((option) => option.id === id)?.label ?? ''
  const was = useWas(editor, ['every', 'anchor'], (agreed) =>
    agreed.every === every ? labelOf(anchors, agreed.anchor) : labelOf(lengths, agreed.every),
  )
  return (
    <FieldRow label={t('retainers.editor.period')} was={was}>
      <Select
        label={t('retainers.editor.period')}
        labelPlacement="hidden"
        options={lengths}
        value={every}
        locked={locked}
        onChange={(length) => change((before) => withLength(before, length))}
        width={112}
      />
      {anchor === 'calendar' && isCalendarStart(draft) ? null : (
        <>
          <Word>{t('retainers.editor.beginning')}</Word>
          <Select
            label={t('retainers.editor.anchor')}
            labelPlacement="hidden"
            options={anchors}
            value={anchor}
            locked={locked}
            onChange={(on) => change({ anchor: on })}
            width={140}
          />
        </>
      )}
    </FieldRow>
  )
}

/** Whether the start is the first day of a calendar period: then the calendar and the start say the same. */
function isCalendarStart({ every, startsOn }: Editor['draft']): boolean {
  if (startsOn === null) return true
  const month = Number(startsOn.slice(5, 7)) - 1
  return startsOn.endsWith('-01') && month % { month: 1, quarter: 3, year: 12 }[every] === 0
}
