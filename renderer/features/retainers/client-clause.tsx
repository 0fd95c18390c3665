import { ClientMark } from '../../parts/client-mark.tsx'
import { CurrencyField } from '../../parts/currency-field.tsx'
import { LanguageField } from '../../parts/language-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { NameField } from '../../parts/name-field.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldRow, Word } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { useBook, usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { NewClient } from './draft.ts'
import type { Editor } from './use-editor.ts'
import css from './terms-form.module.css'

interface ClientClauseProps {
  editor: Editor
  /** Saving was tried: what is missing is said. */
  isChecked: boolean
  /** What the name was refused for. */
  nameError: string | undefined
}

/** Whose agreement it is: one of the user's clients, or a new one that is made with it. */
export function ClientClause(props: ClientClauseProps) {
  return props.editor.draft.newClient ? (
    <NewClientClauses {...props} written={props.editor.draft.newClient} />
  ) : (
    <KnownClient {...props} />
  )
}

function KnownClient({ editor, isChecked }: ClientClauseProps) {
  const { t, format } = useWords()
  const preferences = usePreferences()
  const { draft, change, chooseClient, offer } = editor
  const options = useClients().map(({ id, name, mark }) => ({ id, label: name, mark: <ClientMark mark={mark} /> }))
  // Who is new is priced as the lab had it, where the terms come from there.
  const { currency, listRate } = offer ?? preferences
  const asNew = (): void =>
    change({
      clientId: null,
      newClient: {
        name: '',
        currency,
        listRate: format.amount(listRate, currency),
        language: format.language,
      },
    })
  const isMissing = isChecked && draft.clientId === null
  return (
    <FieldRow label={t('retainers.editor.client')}>
      {options.length === 0 ? null : (
        <ComboBox
          label={t('retainers.editor.client')}
          labelPlacement="hidden"
          options={options}
          value={draft.clientId}
          onChange={chooseClient}
          placeholder={t('retainers.editor.chooseClient')}
          emptyText={t('retainers.editor.noSuchClient')}
          error={isMissing ? t('retainers.problem.noClient') : undefined}
          className={cx(css.part)}
          width={178}
        />
      )}
      <LinkButton size="small" onPress={asNew}>
        {t('retainers.editor.newClient')}
      </LinkButton>
    </FieldRow>
  )
}

/** Those that are not archived, by name. */
function useClients() {
  const { format } = useWords()
  const clients = [...useBook().workspace.tables.clients.values()].filter((client) => !client.archived)
  return clients.toSorted((a, b) => a.name.localeCompare(b.name, format.locale))
}

function NewClientClauses({ editor, isChecked, nameError, written }: ClientClauseProps & { written: NewClient }) {
  const { t } = useWords()
  const { change, chooseClient } = editor
  const hasOthers = useClients().length > 0
  const set = (patch: Partial<NewClient>): void => change({ newClient: { ...written, ...patch } })
  const isMissing = isChecked && written.name.trim() === ''
  return (
    <>
      <FieldRow label={t('retainers.editor.client')}>
        <NameField
          label={t('retainers.editor.clientName')}
          labelPlacement="hidden"
          value={written.name}
          onChange={(name) => set({ name })}
          placeholder={t('retainers.editor.clientName')}
          error={isMissing ? t('retainers.problem.noName') : nameError}
          className={cx(css.part, css.grows)}
          autoFocus
        />
        {hasOthers ? (
          <LinkButton size="small" onPress={() => chooseClient(null)}>
            {t('retainers.editor.knownClient')}
          </LinkButton>
        ) : null}
      </FieldRow>
      <FieldRow label={t('retainers.editor.paidIn')}>
        <CurrencyField
          label={t('retainers.editor.currency')}
          labelPlacement="hidden"
          value={written.currency}
          onChange={(currency) => set({ currency })}
          width={232}
        />
      </FieldRow>
      <FieldRow label={t('retainers.editor.listRate')}>
        <MoneyField
          label={t('retainers.editor.listRate')}
          labelPlacement="hidden"
          currency={written.currency}
          value={written.listRate}
          onChange={(listRate) => set({ listRate })}
          isChecked={isChecked}
          className={cx(css.part)}
          width={112}
        />
        <Word>{t('retainers.editor.anHour')}</Word>
      </FieldRow>
      <FieldRow label={t('retainers.editor.documents')}>
        <LanguageField
          label={t('retainers.editor.documents')}
          labelPlacement="hidden"
          value={written.language}
          onChange={(language) => set({ language })}
          width={132}
        />
      </FieldRow>
    </>
  )
}

/** Whether a client has other agreements, so that this one needs a name of its own to be told apart. */
export function useNeedsName(editor: Editor): boolean {
  const { workspace } = useBook()
  const { draft, base } = editor
  if (draft.name !== '') return true
  return [...workspace.tables.engagements.values()].some(
    (engagement) =>
      engagement.kind === 'retainer' &&
      !engagement.archived &&
      engagement.clientId === draft.clientId &&
      engagement.id !== base?.id,
  )
}
