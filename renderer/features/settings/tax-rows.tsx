import type { TaxProfile } from '#shared/model/invoice.ts'
import { regimesOf } from '#shared/domain/billing/regimes.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { Switch } from '../../ui/switch.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { useExecute, usePreferences } from '../../workspace.tsx'
import { Hint } from './hint.tsx'
import { PercentPreference } from './percent-preference.tsx'
import { TextPreference } from './text-preference.tsx'

/** VAT, pension fund, withholding and stamp duty: what an invoice begins with. */
export function TaxRows() {
  const { t } = useWords()
  const execute = useExecute()
  const { tax } = usePreferences().billing
  const set = (patch: Partial<TaxProfile>): void =>
    void execute('preferences.set', { billing: { tax: { ...tax, ...patch } } })
  return (
    <>
      <PercentPreference
        label={t('settings.billing.vat')}
        value={tax.vat.basisPoints}
        keep={(basisPoints) =>
          set({ vat: { ...tax.vat, basisPoints, reason: basisPoints === 0 ? tax.vat.reason : '' } })
        }
      />
      {tax.vat.basisPoints === 0 ? (
        <TextPreference
          label={t('billing.invoice.lines.reason')}
          hint={t('billing.invoice.lines.reasonHint')}
          value={tax.vat.reason}
          keep={(reason) => set({ vat: { ...tax.vat, reason } })}
        />
      ) : null}
      <PercentPreference
        label={t('settings.billing.pensionFund')}
        hint={<Hint term="pensionFund">{t('settings.billing.pensionFundHint')}</Hint>}
        value={tax.pensionFundBasisPoints}
        keep={(pensionFundBasisPoints) => set({ pensionFundBasisPoints })}
      />
      <PercentPreference
        label={t('settings.billing.withholding')}
        hint={<Hint term="withholding">{t('settings.billing.withholdingHint')}</Hint>}
        value={tax.withholdingBasisPoints}
        keep={(withholdingBasisPoints) => set({ withholdingBasisPoints })}
      />
      <OnFundRow tax={tax} set={set} />
      <DutyRow tax={tax} set={set} />
    </>
  )
}

interface RowProps {
  tax: TaxProfile
  set: (patch: Partial<TaxProfile>) => void
}

/** Asked only where both are there. */
function OnFundRow({ tax, set }: RowProps) {
  const { t } = useWords()
  if (tax.pensionFundBasisPoints === 0 || tax.withholdingBasisPoints === 0) return null
  return (
    <FieldRow label={t('settings.billing.onFund')}>
      <Switch
        label={t('settings.billing.onFundSwitch')}
        isSelected={tax.withholdsOnPensionFund}
        onChange={(withholdsOnPensionFund) => set({ withholdsOnPensionFund })}
      />
    </FieldRow>
  )
}

function DutyRow({ tax, set }: RowProps) {
  const { t } = useWords()
  const { issuer } = usePreferences().billing
  const usual = Object.values(regimesOf(issuer.country))[0]?.tax.stampDuty ?? null
  const duty = tax.stampDuty ?? usual
  if (duty === null) return null
  return (
    <FieldRow
      label={t('settings.billing.duty')}
      help={<TermHelp of="stampDuty" />}
      hint={t('settings.billing.dutyHint')}
    >
      <Switch
        label={t('settings.billing.dutyDue')}
        isSelected={tax.stampDuty !== null}
        onChange={(isDue) => set({ stampDuty: isDue ? duty : null })}
      />
      {tax.stampDuty === null ? null : (
        <Switch
          label={t('settings.billing.dutyCharged')}
          isSelected={tax.stampDuty.charged}
          onChange={(charged) => set({ stampDuty: { ...duty, charged } })}
        />
      )}
    </FieldRow>
  )
}
