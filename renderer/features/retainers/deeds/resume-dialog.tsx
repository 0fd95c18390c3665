import { useState } from 'react'
import { closedUntil } from '#shared/domain/closed.ts'
import { daysToResume } from '#shared/domain/dated-terms.ts'
import { monthsIn } from '#shared/domain/periods.ts'
import { resumed, type Pause } from '#shared/domain/versions.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { FormDialog } from '../../../parts/form-dialog.tsx'
import { cx } from '../../../ui/cx.ts'
import { Select } from '../../../ui/select.tsx'
import { useBook, useExecute, useToday } from '../../../workspace.tsx'
import { useWords } from '../../../words.tsx'
import type { DeedProps } from './deed-menu.tsx'
import { EffectLines } from './effect-lines.tsx'
import css from './deeds.module.css'

/** The end of a pause that holds, sooner than agreed: what was paused until then stays so. */
export function ResumeDialog({ retainer, client, onClose, pause }: DeedProps & { pause: Pause }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const book = useBook()
  const today = useToday()
  const { agreement, id } = retainer
  const days = daysToResume(agreement, pause, today, closedUntil(book, id))
  const [on, setOn] = useState<Day | null>(() => days.find((day) => day >= today) ?? days[0] ?? null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const every = monthsIn[agreement.period.every]
  const noteOf = (day: Day): string | undefined => {
    if (day === pause.from) return t('retainers.deeds.resumeWhole')
    return day < today ? t('retainers.deeds.resumeThis', { every }) : undefined
  }
  const submit = async (): Promise<void> => {
    if (on === null) return
    const done = t('retainers.deeds.resumed', { client: client.name })
    if ((await execute('retainer.resume', { id, on }, { done, onRefused: setRefusal })) !== null) onClose()
  }
  return (
    <FormDialog
      title={t('retainers.deeds.resumeTitle', { client: client.name })}
      deed={t('retainers.deeds.resumeDeed')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <Select
        label={t('retainers.deeds.resumeOn')}
        value={on}
        onChange={(day) => setOn(day as Day)}
        options={days.map((day) => ({ id: day as string, label: format.day(day, 'long'), note: noteOf(day) }))}
        className={cx(css.wide)}
      />
      <EffectLines
        retainer={retainer}
        after={on === null ? null : { ...agreement, versions: resumed(agreement.versions, on) }}
      />
    </FormDialog>
  )
}
