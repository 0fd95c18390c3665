import { useState } from 'react'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Client } from '#shared/model/client.ts'
import { outcomeCauses, type Outcome, type Retainer } from '#shared/model/engagement.ts'
import { FormDialog } from './form-dialog.tsx'
import { cx } from '../ui/cx.ts'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useExecute } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { useCauseText } from './cause-text.ts'
import css from './form-dialog.module.css'

interface OutcomeDialogProps {
  retainer: Retainer
  client: Client
  onClose: () => void
  isDeclining: boolean
}

/** Why a client said no, or did not go on: with `isDeclining` that is what makes it declined. */
export function OutcomeDialog({ retainer, client, onClose, isDeclining }: OutcomeDialogProps) {
  const { t } = useWords()
  const execute = useExecute()
  const causeText = useCauseText()
  const [cause, setCause] = useState<Outcome['cause']>(retainer.outcome?.cause ?? 'price')
  const [note, setNote] = useState(retainer.outcome?.note ?? '')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const told = { client: client.name }
  const submit = async (): Promise<void> => {
    const { id } = retainer
    const outcome = { cause, note: note.trim() }
    const ran = isDeclining
      ? await execute(
          'retainer.setStatus',
          { id, status: 'declined', outcome },
          { done: t('retainers.deeds.declined', told), onRefused: setRefusal },
        )
      : await execute(
          'retainer.tellOutcome',
          { id, outcome },
          { done: t('retainers.deeds.outcomeKept', told), onRefused: setRefusal },
        )
    if (ran !== null) onClose()
  }
  return (
    <FormDialog
      title={t(isDeclining ? 'retainers.deeds.declineTitle' : 'retainers.deeds.outcomeTitle', told)}
      deed={t(isDeclining ? 'retainers.deeds.declineDeed' : 'retainers.deeds.outcomeDeed')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <Select
        label={t('retainers.deeds.cause')}
        value={cause}
        onChange={setCause}
        options={outcomeCauses.map((id) => ({ id, label: causeText(id) }))}
        autoFocus
      />
      <TextField label={t('retainers.deeds.causeNote')} value={note} onChange={setNote} className={cx(css.wide)} />
    </FormDialog>
  )
}
