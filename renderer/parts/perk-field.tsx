import { rulesOn } from '#shared/domain/rules.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { FieldBasics } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { useWords } from '../words.tsx'
import { useBook } from '../workspace.tsx'

interface PerkFieldProps extends Pick<FieldBasics, 'label' | 'className'> {
  engagementId: Id | null
  /** The day on which the work begins: a perk is agreed from a day on. */
  day: Day
  value: string | null
  onChange: (perkId: string | null) => void
}

const NONE = 'none'

/** Which perk of the agreement the work is for. Not there where none is agreed. */
export function PerkField({ engagementId, day, value, onChange, ...field }: PerkFieldProps) {
  const { t } = useWords()
  const { engagements } = useBook().workspace.tables
  const engagement = engagementId === null ? undefined : engagements.get(engagementId)
  if (engagement?.kind !== 'retainer') return null
  const { perks } = rulesOn(engagement.agreement, day)
  if (perks.length === 0 && value === null) return null
  const options = [{ id: NONE, label: t('time.form.noPerk') }, ...perks.map(({ id, name }) => ({ id, label: name }))]
  return (
    <Select {...field} options={options} value={value ?? NONE} onChange={(id) => onChange(id === NONE ? null : id)} />
  )
}
