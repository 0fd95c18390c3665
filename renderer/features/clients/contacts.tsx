import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Client } from '#shared/model/client.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Row, Table } from '../../ui/table.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

/** Who to write to. */
export function Contacts({ client }: { client: Client }) {
  const { t } = useWords()
  const execute = useExecute()
  const [isAdding, setAdding] = useState(false)
  const { id, contacts } = client
  return (
    <section>
      <SectionHead title={t('clients.contacts.title')} />
      {contacts.length === 0 ? null : (
        <Table label={t('clients.contacts.title')}>
          <tbody>
            {contacts.map(({ name, email }, index) => (
              <Row key={`${index} ${email}`}>
                <Cell isHeader>
                  <OwnWords>{name}</OwnWords>
                </Cell>
                <Cell>
                  <OwnWords>{email}</OwnWords>
                </Cell>
                <Cell align="end">
                  <IconButton
                    size="small"
                    icon={Trash2}
                    label={t('clients.contacts.remove', { name: name === '' ? email : name })}
                    onPress={() =>
                      void execute(
                        'client.update',
                        { id, contacts: contacts.filter((_, at) => at !== index) },
                        { done: t('clients.contacts.removed') },
                      )
                    }
                  />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
        {t('clients.contacts.add')}
      </Button>
      {isAdding ? <ContactDialog client={client} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

function ContactDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useWords()
  const execute = useExecute()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const isEmpty = name.trim() === '' && email.trim() === ''
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (isEmpty) return
    const contacts = [...client.contacts, { name: name.trim(), email: email.trim() }]
    const told = { done: t('clients.contacts.added', { client: client.name }), onRefused: setRefusal }
    if ((await execute('client.update', { id: client.id, contacts }, told)) !== null) onClose()
  }
  return (
    <FormDialog
      title={t('clients.contacts.addTitle', { client: client.name })}
      deed={t('clients.contacts.addDeed')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <TextField
        label={t('clients.contacts.name')}
        value={name}
        onChange={setName}
        error={isChecked && isEmpty ? t('clients.contacts.empty') : undefined}
        autoFocus
      />
      <TextField label={t('clients.contacts.email')} value={email} onChange={setEmail} />
    </FormDialog>
  )
}
