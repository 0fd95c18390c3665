import { useState } from 'react'
import { parseMoney } from '#shared/i18n/parse.ts'
import { CurrencyField } from '../../parts/currency-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { NameField } from '../../parts/name-field.tsx'
import { WorkingDays } from '../../parts/working-days.tsx'
import { isNameTooLong } from '#shared/kernel/names.ts'
import { cx } from '../../ui/cx.ts'
import { useExecute, usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './guide.module.css'
import { StepForm } from './step-form.tsx'
import type { Guide } from './use-guide.ts'

/** Who proposals and invoices are from. */
export function YouStep({ guide }: { guide: Guide }) {
  const { t } = useWords()
  const execute = useExecute()
  const { billing } = usePreferences()
  const { draft, change } = guide
  const name = draft.name.trim()
  return (
    <StepForm
      guide={guide}
      title={t('guide.you.title')}
      text={t('guide.you.text')}
      save={async (onRefused) => {
        if (isNameTooLong(name, billing.issuer.name)) return false
        if (name === billing.issuer.name) return true
        const issuer = { ...billing.issuer, name }
        return (await execute('preferences.set', { billing: { issuer } }, { onRefused })) !== null
      }}
    >
      <NameField
        label={t('guide.you.name')}
        hint={t('guide.you.hint')}
        value={draft.name}
        before={billing.issuer.name}
        onChange={(typed) => change({ name: typed })}
      />
    </StepForm>
  )
}

/** What one is paid in, what an hour costs, and what a month is to bring. */
export function MoneyStep({ guide }: { guide: Guide }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const kept = usePreferences()
  const [isChecked, setChecked] = useState(false)
  const { draft, change } = guide
  const { currency } = draft
  const written = {
    rate: draft.rate ?? format.amount(kept.listRate, kept.currency),
    target: draft.target ?? (kept.target === null ? '' : format.amount(kept.target, kept.currency)),
  }
  const rate = parseMoney(written.rate, currency, format.language)
  const target = parseMoney(written.target, currency, format.language)
  const hasTarget = written.target.trim() !== ''
  return (
    <StepForm
      guide={guide}
      title={t('guide.money.title')}
      text={t('guide.money.text')}
      save={async (onRefused) => {
        setChecked(true)
        if (!rate.ok || (hasTarget && !target.ok)) return false
        const said = { currency, listRate: rate.value, target: target.ok ? target.value : null }
        const isSame = said.currency === kept.currency && said.listRate === kept.listRate && said.target === kept.target
        return isSame || (await execute('preferences.set', said, { onRefused })) !== null
      }}
    >
      <CurrencyField
        label={t('settings.work.currency')}
        value={currency}
        onChange={(next) => change({ currency: next })}
      />
      <div className={cx(css.pair)}>
        <MoneyField
          label={t('settings.work.listRate')}
          hint={t('guide.money.rateHint')}
          currency={currency}
          value={written.rate}
          isChecked={isChecked}
          onChange={(typed) => change({ rate: typed })}
        />
        <MoneyField
          label={t('settings.work.target')}
          hint={t('guide.money.targetHint')}
          currency={currency}
          value={written.target}
          isOptional
          isChecked={isChecked}
          onChange={(typed) => change({ target: typed })}
        />
      </div>
    </StepForm>
  )
}

/** What the pace of a retainer and the hours to sell are counted by. */
export function DaysStep({ guide }: { guide: Guide }) {
  const { t } = useWords()
  const execute = useExecute()
  const { workingDays } = usePreferences()
  const [isNone, setNone] = useState(false)
  const { draft, change } = guide
  return (
    <StepForm
      guide={guide}
      title={t('guide.days.title')}
      text={t('guide.days.text')}
      save={async (onRefused) => {
        if (String(draft.days) === String(workingDays)) return true
        return (await execute('preferences.set', { workingDays: [...draft.days] }, { onRefused })) !== null
      }}
    >
      <div role="group" aria-label={t('settings.work.days')}>
        <p className={cx(css.label)} aria-hidden="true">
          {t('settings.work.days')}
        </p>
        <WorkingDays
          days={draft.days}
          onChange={(days) => {
            setNone(days.length === 0)
            if (days.length > 0) change({ days })
          }}
        />
        {isNone ? (
          <p className={cx(css.error)} role="alert">
            {t('settings.work.oneDay')}
          </p>
        ) : null}
      </div>
    </StepForm>
  )
}
