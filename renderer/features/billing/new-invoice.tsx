import { useState } from 'react'
import type { Id } from '#shared/kernel/id.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './billing.module.css'

/** An invoice for something that nothing here knows of: expenses, a book. Its lines are written on its page. */
export function NewInvoice({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const execute = useExecute()
  const { clients } = useBook().workspace.tables
  const listed = [...clients.values()].filter(({ archived }) => !archived)
  const [clientId, setClientId] = useState<Id | null>(listed[0]?.id ?? null)
  const submit = async (): Promise<void> => {
    if (clientId === null) return
    const client = clients.get(clientId)?.name ?? ''
    const made = await execute('invoice.draft', { clientId }, { done: t('billing.place.makeDialog.made', { client }) })
    if (made !== null && made !== true) go({ name: 'invoice', id: made })
    onClose()
  }
  return (
    <FormDialog
      title={t('billing.place.makeDialog.title')}
      deed={t('billing.place.makeDialog.deed')}
      refusal={null}
      onClose={onClose}
      onSubmit={submit}
    >
      <ComboBox
        label={t('billing.place.makeDialog.client')}
        options={listed.map(({ id, name, mark }) => ({ id, label: name, mark: <ClientMark mark={mark} /> }))}
        value={clientId}
        onChange={setClientId}
        className={cx(css.wide)}
        autoFocus
      />
    </FormDialog>
  )
}
