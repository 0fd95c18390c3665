import { useState } from 'react'
import { regimesOf } from '#shared/domain/billing/regimes.ts'
import type { Issuer } from '#shared/model/party.ts'
import { PartyFields } from '../../parts/party-fields.tsx'
import { cx } from '../../ui/cx.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words.tsx'
import { useExecute, usePreferences } from '../../workspace.tsx'
import { LogoRow } from './logo-row.tsx'
import { BillingTerms } from './billing-terms.tsx'
import { Section } from './section.tsx'
import { TaxRows } from './tax-rows.tsx'
import css from './settings.module.css'

/** Who the user is on invoices, how they are taxed, and when they invoice. Each change is kept at once, and can be undone. */
export function BillingSection() {
  const { t } = useWords()
  return (
    <Section title={t('settings.billing.title')}>
      <OwnDetails />
      <LogoRow />
      <RegimeRow />
      <TaxRows />
      <BillingTerms />
    </Section>
  )
}

function OwnDetails() {
  const { t } = useWords()
  const execute = useExecute()
  const { issuer } = usePreferences().billing
  const [typed, setTyped] = useState<Issuer>(issuer)
  const [over, setOver] = useState(issuer)
  // By saving, by undo or in another window: what is kept now is what is shown.
  if (over !== issuer) {
    setOver(issuer)
    setTyped(issuer)
  }
  const keep = (next: Issuer): void => {
    if (JSON.stringify(next) !== JSON.stringify(issuer)) void execute('preferences.set', { billing: { issuer: next } })
  }
  return (
    <div className={cx(css.party)}>
      <PartyFields
        party={typed}
        onChange={(patch) => {
          const next = { ...typed, ...patch }
          setTyped(next)
          // A country is chosen, not left.
          if ('country' in patch) keep(next)
        }}
        onDone={() => keep(typed)}
      />
      <TextField
        label={t('settings.billing.iban')}
        value={typed.iban}
        maxLength={60}
        onChange={(iban) => setTyped({ ...typed, iban })}
        onBlur={() => keep(typed)}
      />
    </div>
  )
}

const ITALIAN = { ordinario: 'RF01', forfettario: 'RF19' } as const

/** A way of being taxed to begin with: what it sets is in the rows below, and each can be changed. Only where there are several. */
function RegimeRow() {
  const { t } = useWords()
  const execute = useExecute()
  const { issuer } = usePreferences().billing
  const regimes = regimesOf(issuer.country)
  if (!('forfettario' in regimes)) return null
  const known = Object.entries(ITALIAN).find(([, code]) => code === issuer.regime)
  const choose = (name: keyof typeof ITALIAN): void => {
    const regime = regimes[name]
    if (!regime) return
    const billing = { issuer: { ...issuer, regime: ITALIAN[name] }, tax: regime.tax }
    void execute('preferences.set', { billing }, { done: t('settings.billing.regimeSet') })
  }
  return (
    <Select
      label={t('settings.billing.regime')}
      labelPlacement="beside"
      hint={t('settings.billing.regimeHint')}
      width={260}
      value={(known?.[0] as keyof typeof ITALIAN | undefined) ?? null}
      placeholder={t('settings.billing.regimeNone')}
      options={[
        { id: 'ordinario', label: t('settings.billing.ordinario') },
        { id: 'forfettario', label: t('settings.billing.forfettario') },
      ]}
      onChange={choose}
    />
  )
}
