import { useState } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import { parseMoney } from '#shared/i18n/parse.ts'
import type { Id } from '#shared/kernel/id.ts'
import { isNameTooLong } from '#shared/kernel/names.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Client } from '#shared/model/client.ts'
import { CurrencyField } from '../../parts/currency-field.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { LanguageField } from '../../parts/language-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { NameField } from '../../parts/name-field.tsx'
import { cx } from '../../ui/cx.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useBook, useExecute, usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './dialogs.module.css'

interface ClientDialogProps {
  /** The one that is changed; without it a new one is made. */
  client?: Client | undefined
  onClose: () => void
  onMade?: ((id: Id) => void) | undefined
}

/** A new client, or what is known of one. Nothing that was typed is lost on a refusal. */
export function ClientDialog({ client, onClose, onMade }: ClientDialogProps) {
  const { t } = useWords()
  const form = useClientForm({ client, onClose, onMade })
  return (
    <FormDialog
      title={client ? t('clients.form.edit', { client: client.name }) : t('clients.form.make')}
      deed={client ? t('clients.form.save') : t('clients.form.add')}
      refusal={form.otherRefusal}
      onClose={onClose}
      onSubmit={form.submit}
    >
      <Fields form={form} client={client} />
    </FormDialog>
  )
}

function useClientForm({ client, onClose, onMade }: ClientDialogProps) {
  const { t, format } = useWords()
  const preferences = usePreferences()
  const execute = useExecute()
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { currency, listRate } = client ?? preferences
  const [typed, setTyped] = useState(() => ({
    name: client?.name ?? '',
    currency,
    rate: format.amount(listRate, currency),
    language: client?.language ?? format.language,
    note: client?.note ?? '',
  }))
  const rate = parseMoney(typed.rate, typed.currency, format.language)
  const hasName = typed.name.trim() !== ''
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (!rate.ok || !hasName || isNameTooLong(typed.name, client?.name)) return
    const { rate: _, ...written } = typed
    const input = { ...written, listRate: rate.value }
    const name = typed.name.trim()
    const saved = client
      ? await execute(
          'client.update',
          { ...input, id: client.id },
          { done: t('clients.form.saved', { client: name }), onRefused: setRefusal },
        )
      : await execute('client.create', input, {
          done: t('clients.form.added', { client: name }),
          onRefused: setRefusal,
        })
    if (saved === null) return
    onClose()
    if (saved !== true) onMade?.(saved)
  }
  const taken = refusal?.code === 'nameTaken' ? refusalText(t, format, refusal) : undefined
  return {
    typed,
    isChecked,
    submit,
    set: (patch: Partial<typeof typed>) => {
      setRefusal(null)
      setTyped((before) => ({ ...before, ...patch }))
    },
    nameError: isChecked && !hasName ? t('clients.form.noName') : taken,
    otherRefusal: taken === undefined ? refusal : null,
  }
}

function Fields({ form, client }: { form: ReturnType<typeof useClientForm>; client: Client | undefined }) {
  const { t } = useWords()
  const { workspace } = useBook()
  const { typed, set, isChecked, nameError } = form
  const hasWork = [...workspace.tables.engagements.values()].some(({ clientId }) => clientId === client?.id)
  return (
    <>
      <NameField
        label={t('clients.form.name')}
        value={typed.name}
        before={client?.name}
        onChange={(name) => set({ name })}
        error={nameError}
        className={cx(css.wide)}
        autoFocus
      />
      <CurrencyField
        label={t('clients.form.currency')}
        value={typed.currency}
        onChange={(currency) => set({ currency })}
        locked={hasWork ? t('clients.form.currencyLocked', { currency: typed.currency }) : undefined}
      />
      <MoneyField
        label={t('clients.form.rate')}
        currency={typed.currency}
        value={typed.rate}
        onChange={(rate) => set({ rate })}
        hint={t('clients.form.rateHint')}
        isChecked={isChecked}
      />
      <LanguageField
        label={t('clients.form.language')}
        value={typed.language}
        onChange={(language) => set({ language })}
        className={cx(css.wide)}
      />
      <TextArea
        label={t('clients.form.note')}
        value={typed.note}
        onChange={(note) => set({ note })}
        hint={t('clients.form.noteHint')}
        className={cx(css.wide)}
      />
    </>
  )
}
