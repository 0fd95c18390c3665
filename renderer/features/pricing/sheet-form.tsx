import { DurationField } from '../../parts/duration-field.tsx'
import { MinutesField } from '../../parts/minutes-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { PercentField } from '../../parts/percent-field.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import type { Lab } from './use-lab.ts'
import css from './sheet-form.module.css'

/** The five figures of the sheet. Everything else on the page follows them as they are typed. */
export function SheetForm({ lab: { draft, change, currency } }: { lab: Lab }) {
  const { t } = useWords()
  return (
    <form className={cx(css.form)} aria-label={t('pricing.sheet')} onSubmit={(event) => event.preventDefault()}>
      <DurationField
        label={t('pricing.hours')}
        value={draft.hours}
        onChange={(hours) => change({ hours })}
        check={(seconds) => (seconds < 60 ? t('pricing.noHours') : undefined)}
        isChecked
        width={96}
      />
      <MoneyField
        label={t('pricing.rate')}
        currency={currency}
        value={draft.rate}
        onChange={(rate) => change({ rate })}
        isChecked
        width={112}
      />
      <PercentField
        label={t('pricing.discount')}
        value={draft.discount}
        onChange={(discount) => change({ discount })}
        isChecked
        width={96}
      />
      <MinutesField
        label={t('pricing.extra')}
        value={draft.extra}
        onChange={(extra) => change({ extra })}
        isChecked
        width={116}
      />
      <DurationField
        label={t('pricing.capacity')}
        value={draft.capacity}
        onChange={(most) => change({ capacity: most })}
        isChecked
        width={96}
      />
    </form>
  )
}
