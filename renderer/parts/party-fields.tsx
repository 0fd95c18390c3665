import type { nobody } from '#shared/domain/billing/parties.ts'
import type { Party } from '#shared/model/party.ts'
import { cx } from '../ui/cx.ts'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words.tsx'
import { CountryField } from './country-field.tsx'
import css from './form-dialog.module.css'

interface PartyFieldsProps {
  party: Party
  onChange: (patch: Partial<Party>) => void
  /** Each field has been left, or chosen: what is kept at once is kept then. */
  onDone?: (() => void) | undefined
}

type Written = keyof typeof nobody

/** Who somebody is on an invoice: two fields to a line. What only Italy has shows for those who are there. */
export function PartyFields({ party, onChange, onDone }: PartyFieldsProps) {
  const { t } = useWords()
  const isItalian = party.country === 'IT'
  const field = (name: Written, label: string, hint?: string, isWide = false) => (
    <TextField
      key={name}
      label={label}
      hint={hint}
      value={String(party[name])}
      maxLength={200}
      onChange={(text) => onChange({ [name]: text })}
      onBlur={onDone}
      {...(isWide ? { className: cx(css.wide) } : {})}
    />
  )
  return (
    <>
      {field('name', t('billing.invoice.party.name'), t('billing.invoice.party.nameHint'))}
      <CountryField
        label={t('billing.invoice.party.country')}
        value={party.country}
        onChange={(country) => onChange({ country })}
      />
      {field('street', t('billing.invoice.party.street'), undefined, true)}
      {field('postalCode', t('billing.invoice.party.postalCode'))}
      {field('city', t('billing.invoice.party.city'))}
      {isItalian ? field('province', t('billing.invoice.party.province')) : null}
      {field('vatId', t('billing.invoice.party.vatId'), t('billing.invoice.party.vatIdHint'))}
      {isItalian ? field('taxCode', t('billing.invoice.party.taxCode')) : null}
      {field('email', t('billing.invoice.party.email'))}
      {isItalian
        ? field('recipientCode', t('billing.invoice.party.recipientCode'), t('billing.invoice.party.recipientHint'))
        : null}
      {isItalian ? field('certifiedMail', t('billing.invoice.party.certifiedMail')) : null}
    </>
  )
}
