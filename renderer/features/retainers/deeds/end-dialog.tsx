import { useState } from 'react'
import { isDay, type Day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { termAt } from '#shared/domain/term.ts'
import { lastDay, periodOn } from '#shared/domain/periods.ts'
import { FormDialog } from '../../../parts/form-dialog.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { useExecute, useToday } from '../../../workspace.tsx'
import { useWords } from '../../../words.tsx'
import type { DeedProps } from './deed-menu.tsx'
import { EffectLines } from './effect-lines.tsx'

/** An end before the term's own, or of what would go on: proposed is the last day of the period that runs. */
export function EndDialog({ retainer, client, onClose }: DeedProps) {
  const { t, format } = useWords()
  const execute = useExecute()
  const today = useToday()
  const { agreement } = retainer
  const [endsOn, setEndsOn] = useState<Day | null>(() => {
    const running = periodOn(agreement, today)
    return running ? lastDay(running) : termAt(agreement, today).lastDay
  })
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (endsOn === null) return
    const done = t('retainers.deeds.ended', { client: client.name, day: format.day(endsOn, 'long') })
    if ((await execute('retainer.endEarly', { id: retainer.id, endsOn }, { done, onRefused: setRefusal })) !== null)
      onClose()
  }
  return (
    <FormDialog
      title={t('retainers.deeds.endTitle', { client: client.name })}
      deed={t('retainers.deeds.endDeed')}
      isDanger
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <DateField
        label={t('retainers.deeds.endsOn')}
        value={endsOn}
        onChange={(day) => setEndsOn(day !== null && isDay(day) ? day : null)}
        error={isChecked && endsOn === null ? t('retainers.problem.noDay') : undefined}
        hint={t('retainers.deeds.notice', { days: agreement.noticeDays })}
      />
      <EffectLines retainer={retainer} after={endsOn === null ? null : { ...agreement, endsOn }} />
    </FormDialog>
  )
}
