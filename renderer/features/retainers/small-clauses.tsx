import { parseShares } from '#shared/i18n/parse.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { TypedField } from '../../parts/typed-field.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useWords } from '../../words.tsx'
import { cx } from '../../ui/cx.ts'
import { roundingOf, type RoundingId } from './draft.ts'
import type { ClauseProps } from './terms-form.tsx'
import { useWas } from './was.ts'
import css from './terms-form.module.css'

const OFFERED: readonly RoundingId[] = [
  'none',
  'up 6',
  'up 15',
  'up 30',
  'nearest 5',
  'nearest 6',
  'nearest 15',
  'nearest 30',
]

/** How an entry counts against the hours (domain.md, TimeEntry); an agreement with another step keeps it in the list. */
export function RoundingClause({ editor }: ClauseProps) {
  const { t } = useWords()
  const { draft, change } = editor
  const ids = OFFERED.includes(draft.rounding) ? OFFERED : [...OFFERED, draft.rounding]
  const labelOf = (id: RoundingId): string => {
    const { mode, minutes = 1 } = roundingOf(id)
    if (mode === 'none') return t('retainers.editor.noRounding')
    return t(mode === 'up' ? 'retainers.editor.roundedUp' : 'retainers.editor.roundedNearest', {
      minutes: String(minutes),
    })
  }
  const was = useWas(editor, ['rounding'], ({ rounding }) => labelOf(rounding))
  return (
    <FieldRow label={t('retainers.editor.rounding')} help={<TermHelp of="rounding" />} was={was}>
      <Select
        label={t('retainers.editor.rounding')}
        labelPlacement="hidden"
        options={ids.map((id) => ({ id, label: labelOf(id) }))}
        value={draft.rounding}
        onChange={(rounding) => change({ rounding })}
        width={196}
      />
    </FieldRow>
  )
}

/** At which shares of a period the user is told; none is an answer too. */
export function AlertsClause({ editor, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { draft, change } = editor
  const was = useWas(editor, ['alerts'], ({ alerts }) =>
    alerts === '' ? t('retainers.editor.noAlerts') : `${alerts} %`,
  )
  return (
    <FieldRow label={t('retainers.editor.alerts')} was={was}>
      <TypedField
        label={t('retainers.editor.alerts')}
        labelPlacement="hidden"
        parse={parseShares}
        write={(shares) => shares.join(', ')}
        unit="%"
        placeholder={t('retainers.editor.noAlerts')}
        value={draft.alerts}
        onChange={(alerts) => change({ alerts })}
        isOptional
        isChecked={isChecked}
        className={cx(css.part)}
        width={132}
      />
    </FieldRow>
  )
}
