import { useState } from 'react'
import { parseMoney } from '#shared/i18n/parse.ts'
import { isDay, type Day } from '#shared/kernel/day.ts'
import { isNameTooLong } from '#shared/kernel/names.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { NameField } from '../../parts/name-field.tsx'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useExecute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './dialogs.module.css'

/** Work by the hour: a rate, and a name only where there is more than one. */
export function HourlyDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const [name, setName] = useState('')
  const [rate, setRate] = useState(() => format.amount(client.listRate, client.currency))
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async (): Promise<void> => {
    setChecked(true)
    const parsed = parseMoney(rate, client.currency, format.language)
    if (!parsed.ok || isNameTooLong(name)) return
    const done = t('clients.work.addedHourly', { client: client.name })
    const input = { clientId: client.id, name: name.trim(), rate: parsed.value }
    if ((await execute('hourly.create', input, { done, onRefused: setRefusal })) !== null) onClose()
  }
  return (
    <FormDialog
      title={t('clients.work.hourly', { client: client.name })}
      deed={t('clients.work.add')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <MoneyField
        label={t('clients.work.rate')}
        currency={client.currency}
        value={rate}
        onChange={setRate}
        isChecked={isChecked}
        autoFocus
      />
      <NameField label={t('clients.work.name')} value={name} onChange={setName} hint={t('clients.work.nameHint')} />
    </FormDialog>
  )
}

/** A project: its name, its fee and the day on which that is paid. */
export function ProjectDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const today = useToday()
  const [name, setName] = useState('')
  const [fee, setFee] = useState('')
  const [on, setOn] = useState<Day | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const hasName = name.trim() !== ''
  const submit = async (): Promise<void> => {
    setChecked(true)
    const parsed = parseMoney(fee, client.currency, format.language)
    if (!parsed.ok || on === null || !hasName || isNameTooLong(name)) return
    const done = t('clients.work.addedProject', { project: name.trim() })
    const milestones = [{ name: name.trim(), on, amount: parsed.value }]
    const input = { clientId: client.id, name: name.trim(), milestones }
    if ((await execute('project.create', input, { done, onRefused: setRefusal })) !== null) onClose()
  }
  return (
    <FormDialog
      title={t('clients.work.project', { client: client.name })}
      deed={t('clients.work.add')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <NameField
        label={t('clients.work.name')}
        value={name}
        onChange={setName}
        error={isChecked && !hasName ? t('clients.work.noName') : undefined}
        className={cx(css.wide)}
        autoFocus
      />
      <MoneyField
        label={t('clients.work.fee')}
        currency={client.currency}
        value={fee}
        onChange={setFee}
        isChecked={isChecked}
      />
      <DateField
        label={t('clients.work.on')}
        value={on}
        onChange={(day) => setOn(day !== null && isDay(day) ? day : null)}
        startFrom={today}
        hint={t('clients.work.onHint')}
        error={isChecked && on === null ? t('clients.work.noDay') : undefined}
      />
    </FormDialog>
  )
}

/** Another name for a piece of work. */
export function RenameDialog(props: { engagement: Engagement; name: string; onClose: () => void }) {
  const { engagement, onClose } = props
  const { t } = useWords()
  const execute = useExecute()
  const [name, setName] = useState(engagement.name)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async (): Promise<void> => {
    if (isNameTooLong(name, engagement.name)) return
    const input = { id: engagement.id, name: name.trim() }
    const told = { done: t('clients.work.renamed'), onRefused: setRefusal }
    if ((await execute('engagement.update', input, told)) !== null) onClose()
  }
  return (
    <FormDialog
      title={t('clients.work.rename', { work: props.name })}
      deed={t('clients.work.save')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <NameField
        label={t('clients.work.name')}
        value={name}
        onChange={setName}
        before={engagement.name}
        hint={engagement.kind === 'project' ? undefined : t('clients.work.nameOptional')}
        className={cx(css.wide)}
        autoFocus
      />
    </FormDialog>
  )
}
