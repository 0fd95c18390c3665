import { Plus, Trash2 } from 'lucide-react'
import { CountField } from '../../parts/count-field.tsx'
import { MinutesField } from '../../parts/minutes-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words.tsx'
import { MOST_EXTRAS, newExtra, type DraftExtra } from './extras.ts'
import type { Lab } from './use-lab.ts'
import css from './sheet-form.module.css'

/** What comes on top beside extra time: so many times a month of something, or a promise. */
export function ExtraRows({ lab: { draft, change, currency } }: { lab: Lab }) {
  const { t } = useWords()
  const { perks } = draft
  const set = (extra: DraftExtra): void => change({ perks: perks.map((each) => (each.id === extra.id ? extra : each)) })
  return (
    <div className={cx(css.extras)} role="group" aria-label={t('pricing.onTop')}>
      {perks.map((extra) => (
        <ExtraRow
          key={extra.id}
          {...{ extra, currency }}
          onChange={set}
          onRemove={() => change({ perks: perks.filter(({ id }) => id !== extra.id) })}
        />
      ))}
      {perks.length >= MOST_EXTRAS ? null : (
        <Button size="small" icon={Plus} onPress={() => change({ perks: [...perks, newExtra(perks)] })}>
          {t('retainers.perks.add')}
        </Button>
      )}
    </div>
  )
}

interface ExtraRowProps {
  readonly extra: DraftExtra
  readonly currency: string
  readonly onChange: (extra: DraftExtra) => void
  readonly onRemove: () => void
}

function ExtraRow({ extra, currency, onChange, onRemove }: ExtraRowProps) {
  const { t } = useWords()
  const nothing = t('retainers.perks.nothing')
  return (
    <div className={cx(css.row)}>
      <TextField
        label={t('retainers.perks.name')}
        placeholder={t('retainers.perks.nameExample')}
        value={extra.name}
        onChange={(name) => onChange({ ...extra, name })}
        className={cx(css.grows)}
      />
      <Select
        label={t('retainers.perks.kind')}
        value={extra.kind}
        onChange={(kind) => onChange({ ...extra, kind })}
        options={[
          { id: 'count', label: t('retainers.perks.count'), note: t('retainers.perks.countNote') },
          { id: 'promise', label: t('retainers.perks.promise'), note: t('retainers.perks.promiseNote') },
        ]}
        width={112}
      />
      {extra.kind === 'count' ? (
        <>
          <CountField
            label={t('pricing.times')}
            unit={t('retainers.perks.times')}
            value={extra.times}
            onChange={(times) => onChange({ ...extra, times })}
            check={(count) => (count < 1 ? nothing : undefined)}
            isChecked
            width={96}
          />
          <MinutesField
            label={t('pricing.each')}
            value={extra.each}
            onChange={(each) => onChange({ ...extra, each })}
            isChecked
            width={96}
          />
        </>
      ) : (
        <MoneyField
          label={t('pricing.worth')}
          currency={currency}
          value={extra.worth}
          onChange={(worth) => onChange({ ...extra, worth })}
          isOptional
          isChecked
          width={112}
        />
      )}
      <IconButton
        size="small"
        icon={Trash2}
        label={t('retainers.perks.remove', { name: extra.name })}
        onPress={onRemove}
        className={cx(css.remove)}
      />
    </div>
  )
}
