import { Plus, Trash2 } from 'lucide-react'
import { TermHelp } from '../../parts/term-help.tsx'
import { CountField } from '../../parts/count-field.tsx'
import { MinutesField } from '../../parts/minutes-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldRow } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words.tsx'
import { MOST_PERKS, newPerk, type DraftPerk } from './draft-perks.ts'
import type { ClauseProps } from './terms-form.tsx'
import { useWas } from './was.ts'
import css from './perks-clause.module.css'

/** What the client gets on top of the hours: time, so many times of something, or a promise. */
export function PerksClause({ editor, isChecked }: ClauseProps) {
  const { t } = useWords()
  const { draft, change } = editor
  const { perks } = draft
  const was = useWas(editor, ['perks'], (agreed) =>
    agreed.perks.length === 0 ? t('retainers.perks.none') : agreed.perks.map(({ name }) => name).join(', '),
  )
  const replace = (perk: DraftPerk): void => change({ perks: perks.map((each) => (each.id === perk.id ? perk : each)) })
  return (
    <FieldRow label={t('retainers.perks.title')} help={<TermHelp of="perk" />} was={was}>
      <div className={cx(css.perks)}>
        {perks.map((perk) => (
          <PerkFields
            key={perk.id}
            perk={perk}
            currency={editor.ground.currency}
            isChecked={isChecked}
            onChange={replace}
            onRemove={() => change({ perks: perks.filter(({ id }) => id !== perk.id) })}
          />
        ))}
        {perks.length >= MOST_PERKS ? null : (
          <Button size="small" icon={Plus} onPress={() => change({ perks: [...perks, newPerk(perks)] })}>
            {t('retainers.perks.add')}
          </Button>
        )}
      </div>
    </FieldRow>
  )
}

interface PerkFieldsProps {
  readonly perk: DraftPerk
  readonly currency: string
  readonly isChecked: boolean
  readonly onChange: (perk: DraftPerk) => void
  readonly onRemove: () => void
}

function PerkFields({ perk, currency, isChecked, onChange, onRemove }: PerkFieldsProps) {
  const { t } = useWords()
  const missing = isChecked && perk.name.trim() === '' ? t('problems.field.empty') : undefined
  return (
    <div className={cx(css.perk)}>
      <TextField
        label={t('retainers.perks.name')}
        labelPlacement="hidden"
        placeholder={t('retainers.perks.nameExample')}
        value={perk.name}
        error={missing}
        onChange={(name) => onChange({ ...perk, name })}
      />
      <IconButton
        size="small"
        icon={Trash2}
        label={t('retainers.perks.remove', { name: perk.name })}
        onPress={onRemove}
      />
      <div className={cx(css.what)}>
        <Select
          label={t('retainers.perks.kind')}
          labelPlacement="hidden"
          value={perk.kind}
          onChange={(kind) => onChange({ ...perk, kind, amount: kind === 'count' ? '1' : kind === 'time' ? '30' : '' })}
          options={[
            { id: 'time', label: t('retainers.perks.time'), note: t('retainers.perks.timeNote') },
            { id: 'count', label: t('retainers.perks.count'), note: t('retainers.perks.countNote') },
            { id: 'promise', label: t('retainers.perks.promise'), note: t('retainers.perks.promiseNote') },
          ]}
          width={112}
        />
        <PerkAmount {...{ perk, currency, isChecked, onChange }} />
      </div>
    </div>
  )
}

function PerkAmount({ perk, currency, isChecked, onChange }: Omit<PerkFieldsProps, 'onRemove'>) {
  const { t } = useWords()
  const amount = {
    label: t('retainers.perks.amount'),
    labelPlacement: 'hidden',
    value: perk.amount,
    onChange: (typed: string) => onChange({ ...perk, amount: typed }),
    isChecked,
  } as const
  const nothing = t('retainers.perks.nothing')
  if (perk.kind === 'time')
    return <MinutesField {...amount} width={96} check={(seconds) => (seconds < 60 ? nothing : undefined)} />
  return (
    <>
      {perk.kind === 'count' ? (
        <CountField
          {...amount}
          unit={t('retainers.perks.times')}
          width={84}
          check={(count) => (count < 1 ? nothing : undefined)}
        />
      ) : null}
      <MoneyField
        label={t('retainers.perks.worth')}
        labelPlacement="hidden"
        placeholder={t('retainers.perks.worthExample')}
        currency={currency}
        value={perk.worth}
        onChange={(worth) => onChange({ ...perk, worth })}
        isOptional
        isChecked={isChecked}
        width={108}
      />
    </>
  )
}
