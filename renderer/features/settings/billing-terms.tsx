import { useState } from 'react'
import { isFatturaSeries } from '#shared/domain/billing/numbers.ts'
import { parseWhole } from '#shared/i18n/parse.ts'
import { CountField } from '../../parts/count-field.tsx'
import { useWords } from '../../words.tsx'
import { useExecute, usePreferences } from '../../workspace.tsx'
import { TextPreference } from './text-preference.tsx'

/** When invoices are written and due, and which series they are numbered in. */
export function BillingTerms() {
  const { t } = useWords()
  const execute = useExecute()
  const { advanceDays, dueDays, series, issuer } = usePreferences().billing
  return (
    <>
      <DaysPreference
        label={t('settings.billing.advance')}
        hint={t('settings.billing.advanceHint')}
        value={advanceDays}
        keep={(days) => void execute('preferences.set', { billing: { advanceDays: days } })}
      />
      <DaysPreference
        label={t('settings.billing.due')}
        hint={t('settings.billing.dueHint')}
        value={dueDays}
        keep={(days) => void execute('preferences.set', { billing: { dueDays: days } })}
      />
      <TextPreference
        label={t('settings.billing.series')}
        hint={t('settings.billing.seriesHint')}
        value={series}
        check={(text) =>
          issuer.country === 'IT' && !isFatturaSeries(text) ? t('settings.billing.seriesMost') : undefined
        }
        keep={(text) => void execute('preferences.set', { billing: { series: text } })}
      />
    </>
  )
}

interface DaysPreferenceProps {
  label: string
  hint: string
  value: number
  keep: (days: number) => void
}

/** A count of days, a year at most, kept on leaving its field. */
function DaysPreference({ label, hint, value, keep }: DaysPreferenceProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [over, setOver] = useState(value)
  if (over !== value) {
    setOver(value)
    setTyped(null)
  }
  const save = (): void => {
    const parsed = parseWhole(typed ?? String(value))
    if (parsed.ok && parsed.value <= 365 && parsed.value !== value) keep(parsed.value)
  }
  return (
    <CountField
      label={label}
      labelPlacement="beside"
      hint={hint}
      unit={t('settings.billing.days')}
      width={120}
      value={typed ?? String(value)}
      check={(days) => (days > 365 ? t('settings.billing.daysMost') : undefined)}
      onChange={setTyped}
      onBlur={save}
    />
  )
}
