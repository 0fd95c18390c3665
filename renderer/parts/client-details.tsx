import { useState } from 'react'
import { partyOfClient } from '#shared/domain/billing/parties.ts'
import { parsePercent } from '#shared/i18n/parse.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Client } from '#shared/model/client.ts'
import { FormDialog } from './form-dialog.tsx'
import { PartyFields } from './party-fields.tsx'
import { VatFields } from './vat-fields.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { cx } from '../ui/cx.ts'
import { useExecute } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import css from './form-dialog.module.css'

/** A client as invoices name them, and what of the user's taxes is otherwise for them. */
export function ClientDetails({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const { billing } = client
  const [party, setParty] = useState(() => partyOfClient(client))
  const [withholds, setWithholds] = useState(billing.withholds)
  const [hasOwnVat, setHasOwnVat] = useState(billing.vat !== null)
  const [rate, setRate] = useState(format.exactPercent(billing.vat?.basisPoints ?? 0).replace('%', ''))
  const [reason, setReason] = useState(billing.vat?.reason ?? '')
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async (): Promise<void> => {
    setChecked(true)
    const parsed = parsePercent(rate)
    if (hasOwnVat && !parsed.ok) return
    const basisPoints = parsed.ok ? parsed.value : 0
    const vat = hasOwnVat ? { basisPoints, reason: basisPoints === 0 ? reason.trim() : '' } : null
    const input = { id: client.id, billing: { ...billing, party, withholds, vat } }
    const done = t('billing.invoice.party.saved', { client: client.name })
    if ((await execute('client.update', input, { done, onRefused: setRefusal })) !== null) onClose()
  }
  return (
    <FormDialog
      title={t('billing.invoice.party.dialog', { client: client.name })}
      deed={t('billing.invoice.party.save')}
      refusal={refusal}
      onClose={onClose}
      onSubmit={submit}
    >
      <PartyFields party={party} onChange={(patch) => setParty({ ...party, ...patch })} />
      <Checkbox
        className={cx(css.wide)}
        label={t('billing.invoice.party.withholds')}
        isSelected={withholds}
        onChange={setWithholds}
      />
      <Checkbox
        className={cx(css.wide)}
        label={t('billing.invoice.party.ownVat')}
        hint={t('billing.invoice.party.ownVatHint')}
        isSelected={hasOwnVat}
        onChange={setHasOwnVat}
      />
      {hasOwnVat ? <VatFields {...{ rate, reason, isChecked }} onRate={setRate} onReason={setReason} /> : null}
    </FormDialog>
  )
}
