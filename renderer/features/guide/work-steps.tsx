import { useState } from 'react'
import { fullName } from '#shared/domain/naming.ts'
import type { Id } from '#shared/kernel/id.ts'
import { isNameTooLong } from '#shared/kernel/names.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Client } from '#shared/model/client.ts'
import { DurationField } from '../../parts/duration-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { NameField } from '../../parts/name-field.tsx'
import { Spoken } from '../../parts/spoken.tsx'
import { summary } from '../../parts/summary.ts'
import { Choice } from '../../ui/choice.tsx'
import { cx } from '../../ui/cx.ts'
import { Statement } from '../../ui/statement.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useBook, useExecute, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { firstAgreement, unfitHours } from './first-agreement.ts'
import css from './guide.module.css'
import { StepForm } from './step-form.tsx'
import type { Guide } from './use-guide.ts'

export function ClientStep({ guide }: { guide: Guide }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const { currency, listRate } = usePreferences()
  const [isChecked, setChecked] = useState(false)
  const { draft, change, client } = guide
  const name = draft.client.trim()
  if (client)
    return (
      <StepForm
        guide={guide}
        title={t('guide.client.title')}
        text={t('guide.client.there', { client: client.name })}
        isAnswered
        save={async () => true}
      />
    )
  return (
    <StepForm
      guide={guide}
      title={t('guide.client.title')}
      text={t('guide.client.text')}
      deed={t('clients.form.add')}
      save={async (onRefused) => {
        setChecked(true)
        if (name === '' || isNameTooLong(name)) return false
        const said = { name, currency, listRate, language: format.language }
        return (await execute('client.create', said, { onRefused })) !== null
      }}
    >
      <NameField
        label={t('clients.form.name')}
        hint={t('guide.client.hint')}
        value={draft.client}
        error={isChecked && name === '' ? t('clients.form.noName') : undefined}
        onChange={(typed) => change({ client: typed })}
      />
    </StepForm>
  )
}

export function RetainerStep({ guide }: { guide: Guide }) {
  const { t } = useWords()
  const { client, retainer } = guide
  if (retainer || !client)
    return (
      <StepForm
        guide={guide}
        title={t('guide.retainer.title')}
        text={client ? t('guide.retainer.there') : t('guide.retainer.noClient')}
        isAnswered
        save={async () => true}
      />
    )
  return <FirstRetainer guide={guide} client={client} />
}

/** Hours, fee, and what becomes of the hours that are left; the agreement stands in words beneath as it is written. */
function FirstRetainer({ guide, client }: { guide: Guide; client: Client }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const today = useToday()
  const [isChecked, setChecked] = useState(false)
  const { draft, change } = guide
  const agreement = firstAgreement(draft, client, today, format.language)
  return (
    <StepForm
      guide={guide}
      title={t('guide.retainer.title')}
      text={t('guide.retainer.text', { client: client.name })}
      deed={t('retainers.editor.save')}
      save={async (onRefused) => {
        setChecked(true)
        if (!agreement) return false
        return (await execute('retainer.create', { clientId: client.id, agreement }, { onRefused })) !== null
      }}
    >
      <div className={cx(css.pair)}>
        <DurationField
          label={t('guide.retainer.hours')}
          value={draft.hours}
          isChecked={isChecked}
          check={(seconds) => (unfitHours(seconds) ? t('guide.retainer.unfit') : undefined)}
          onChange={(hours) => change({ hours })}
        />
        <MoneyField
          label={t('guide.retainer.fee')}
          currency={client.currency}
          value={draft.fee}
          isChecked={isChecked}
          onChange={(fee) => change({ fee })}
        />
      </div>
      <Choice
        label={t('guide.retainer.unused')}
        options={[
          { id: 'lapses', label: t('guide.retainer.lapses'), note: t('guide.retainer.lapsesNote') },
          { id: 'carries', label: t('guide.retainer.carries'), note: t('guide.retainer.carriesNote') },
        ]}
        value={draft.unused}
        onChange={(unused) => change({ unused })}
      />
      {agreement ? (
        <Statement size="lead">
          <Spoken>{summary(t, format, { agreement, client: client.name, today })}</Spoken>
        </Statement>
      ) : null}
    </StepForm>
  )
}

/** The timer on the first work there is; a client without any gets work by the hour, and nobody is needed at all. */
export function MinuteStep({ guide }: { guide: Guide }) {
  const { t } = useWords()
  const book = useBook()
  const execute = useExecute()
  const { draft, change, client, retainer, hasMinute } = guide
  const work = retainer ?? [...book.workspace.tables.engagements.values()][0]
  const workOf = async (onRefused: (refusal: Refusal) => void): Promise<Id | null | undefined> => {
    if (work || !client) return work?.id ?? null
    const made = await execute('hourly.create', { clientId: client.id, rate: client.listRate }, { onRefused })
    return made === null || made === true ? undefined : made
  }
  if (hasMinute)
    return (
      <StepForm
        guide={guide}
        title={t('guide.minute.title')}
        text={t('guide.minute.there')}
        isAnswered
        save={async () => true}
      />
    )
  const name = work && client ? fullName(client, work) : (client?.name ?? null)
  return (
    <StepForm
      guide={guide}
      title={t('guide.minute.title')}
      text={name === null ? t('guide.minute.own') : t('guide.minute.text', { client: name })}
      deed={t('guide.minute.start')}
      save={async (onRefused) => {
        const engagementId = await workOf(onRefused)
        if (engagementId === undefined) return false
        return (await execute('timer.start', { engagementId, note: draft.note.trim() }, { onRefused })) !== null
      }}
    >
      <TextField
        label={t('guide.minute.note')}
        hint={t('guide.minute.noteHint')}
        maxLength={1000}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </StepForm>
  )
}
