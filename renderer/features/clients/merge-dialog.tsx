import { useState } from 'react'
import { engagementsOf } from '#shared/domain/naming.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Client } from '#shared/model/client.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { useNavigation } from '../../place.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { cx } from '../../ui/cx.ts'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './dialogs.module.css'

/** Makes one client of two that are the same: which one stays is asked, and what goes over is said first. */
export function MergeDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useWords()
  const book = useBook()
  const execute = useExecute()
  const { go } = useNavigation()
  const [into, setInto] = useState<Id | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const others = [...book.workspace.tables.clients.values()]
    .filter(({ id, archived }) => id !== client.id && !archived)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const other = others.find(({ id }) => id === into)
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (!other) return
    const done = t('clients.merge.done', { client: client.name, name: other.name })
    if ((await execute('client.merge', { id: client.id, into: other.id }, { done, onRefused: setRefusal })) === null)
      return
    onClose()
    go({ name: 'client', id: other.id })
  }
  return (
    <FormDialog
      title={t('clients.merge.title', { client: client.name })}
      deed={t('clients.merge.deed')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <ComboBox
        label={t('clients.merge.into')}
        options={others.map(({ id, name, mark }) => ({ id, label: name, mark: <ClientMark mark={mark} /> }))}
        value={into}
        onChange={(id) => {
          setRefusal(null)
          setInto(id)
        }}
        placeholder={t('retainers.editor.chooseClient')}
        emptyText={t('retainers.editor.noSuchClient')}
        error={isChecked && !other ? t('clients.merge.choose') : undefined}
        className={cx(css.wide)}
      />
      <p className={cx(css.wide)}>
        {t('clients.merge.words', { client: client.name, count: engagementsOf(book, client.id).length })}
      </p>
    </FormDialog>
  )
}
