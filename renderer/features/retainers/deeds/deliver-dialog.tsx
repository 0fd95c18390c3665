import { useState } from 'react'
import { rulesOn } from '#shared/domain/rules.ts'
import { parseWhole } from '#shared/i18n/parse.ts'
import { isDay, type Day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Perk } from '#shared/model/agreement.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { CountField } from '../../../parts/count-field.tsx'
import { FormDialog } from '../../../parts/form-dialog.tsx'
import { cx } from '../../../ui/cx.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useExecute, useToday } from '../../../workspace.tsx'
import { useWords } from '../../../words.tsx'
import { countOf } from '../../../parts/count-of.ts'
import type { DeedProps } from './deed-menu.tsx'
import css from './deeds.module.css'

/** What was agreed by the unit, or a perk by its id. */
type What = 'units' | `perk ${string}`

/** The perks that are counted, on a day. */
export const countedPerks = ({ agreement }: Retainer, day: Day): readonly Perk[] =>
  rulesOn(agreement, day < agreement.startsOn ? agreement.startsOn : day).perks.filter(({ count }) => count !== null)

/** Whether anything of it is handed over by the unit. */
export const isDelivered = (retainer: Retainer, today: Day): boolean =>
  retainer.agreement.basis === 'deliverables' || countedPerks(retainer, today).length > 0

/** Notes what was handed over: of the agreed units, or a use of a perk that is counted. */
export function DeliverDialog({ retainer, client, onClose }: DeedProps) {
  const { t } = useWords()
  const execute = useExecute()
  const today = useToday()
  const { id, agreement } = retainer
  const perks = countedPerks(retainer, today)
  const options = [
    ...(agreement.basis === 'deliverables' ? [{ id: 'units' as What, label: t('retainers.deeds.agreedUnits') }] : []),
    ...perks.map((perk) => ({ id: `perk ${perk.id}` as What, label: perk.name, note: t('retainers.perks.title') })),
  ]
  const [what, setWhat] = useState<What | null>(options[0]?.id ?? null)
  const [typed, setTyped] = useState('1')
  const [on, setOn] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const units = parseWhole(typed)
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (what === null || on === null || !units.ok || units.value < 1) return
    const done = t('retainers.deeds.delivered', { client: client.name })
    const perk = what === 'units' ? {} : { perkId: what.slice('perk '.length) }
    const input = { engagementId: id, day: on, units: units.value, note: note.trim(), ...perk }
    if ((await execute('delivery.record', input, { done, onRefused: setRefusal })) !== null) onClose()
  }
  return (
    <FormDialog
      title={t('retainers.deeds.deliverTitle', { client: client.name })}
      deed={t('retainers.deeds.deliverDeed')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      {options.length > 1 ? (
        <Select
          label={t('retainers.deeds.what')}
          value={what}
          onChange={setWhat}
          options={options}
          className={cx(css.wide)}
        />
      ) : null}
      <CountField
        label={t('retainers.deeds.howMany')}
        unit={what === 'units' ? t('retainers.editor.unit', { count: countOf(typed) }) : t('retainers.perks.times')}
        value={typed}
        onChange={setTyped}
        check={(count) => (count < 1 ? t('retainers.perks.nothing') : undefined)}
        isChecked={isChecked}
        autoFocus
      />
      <DateField
        label={t('retainers.deeds.deliveredOn')}
        value={on}
        onChange={(day) => setOn(day !== null && isDay(day) ? day : null)}
        error={isChecked && on === null ? t('retainers.problem.noDay') : undefined}
      />
      <TextField label={t('retainers.deeds.deliveryNote')} value={note} onChange={setNote} className={cx(css.wide)} />
    </FormDialog>
  )
}
