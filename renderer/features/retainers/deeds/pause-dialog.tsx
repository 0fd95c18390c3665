import { useState } from 'react'
import { closedUntil } from '#shared/domain/closed.ts'
import { daysForTerms } from '#shared/domain/dated-terms.ts'
import { monthsIn, periodAt, periodOn, termEnd } from '#shared/domain/periods.ts'
import { withPause } from '#shared/domain/versions.ts'
import { parseWhole } from '#shared/i18n/parse.ts'
import { addDays, type Day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { CountField } from '../../../parts/count-field.tsx'
import { FormDialog } from '../../../parts/form-dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { useBook, useExecute, useToday } from '../../../workspace.tsx'
import { useWords } from '../../../words.tsx'
import type { DeedProps } from './deed-menu.tsx'
import { EffectLines } from './effect-lines.tsx'

/** Some periods in which nothing is owed and nothing granted. */
export function PauseDialog({ retainer, client, onClose }: DeedProps) {
  const { t, format } = useWords()
  const execute = useExecute()
  const book = useBook()
  const today = useToday()
  const { agreement } = retainer
  const starts = daysForTerms(agreement, today, closedUntil(book, retainer.id)).filter((day) =>
    isStart(agreement, day, today),
  )
  const [from, setFrom] = useState<Day | null>(() => starts.find((day) => day > today) ?? starts[0] ?? null)
  const [count, setCount] = useState('1')
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const periods = parseWhole(count)
  const to = from !== null && periods.ok && periods.value > 0 ? endOf(agreement, from, periods.value) : null

  const submit = async (): Promise<void> => {
    setChecked(true)
    if (from === null || to === null) return
    const done = t('retainers.deeds.paused', { client: client.name, day: format.day(addDays(to, -1), 'long') })
    if ((await execute('retainer.pause', { id: retainer.id, from, to }, { done, onRefused: setRefusal })) !== null)
      onClose()
  }
  const after =
    from !== null && to !== null ? { ...agreement, versions: withPause(agreement.versions, { from, to }) } : null
  return (
    <FormDialog
      title={t('retainers.deeds.pauseTitle', { client: client.name })}
      deed={t('retainers.deeds.pauseDeed')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <Select
        label={t('retainers.deeds.from')}
        value={from}
        onChange={(day) => setFrom(day as Day)}
        options={starts.map((day) => ({ id: day as string, label: format.day(day, 'long') }))}
      />
      <CountField
        label={t('retainers.deeds.howLong')}
        unit={t('retainers.editor.periods', {
          every: monthsIn[agreement.period.every],
          count: periods.ok ? periods.value : 2,
        })}
        value={count}
        onChange={setCount}
        check={(value) =>
          value < 1 ? t('retainers.problem.noPeriods', { every: monthsIn[agreement.period.every] }) : undefined
        }
        isChecked={isChecked}
        autoFocus
        hint={to === null ? undefined : t('retainers.deeds.until', { day: format.day(addDays(to, -1), 'long') })}
      />
      <EffectLines retainer={retainer} after={after} />
    </FormDialog>
  )
}

const isStart = (agreement: Agreement, day: Day, today: Day): boolean => {
  const period = periodOn(agreement, day)
  return period !== null && period.start === day && period.end > today
}

/** The day after the n-th period from a day on; the term's end where that comes first. */
function endOf(agreement: Agreement, from: Day, count: number): Day | null {
  const first = periodOn(agreement, from)
  if (first === null) return null
  return periodAt(agreement, first.index + count - 1)?.end ?? termEnd(agreement)
}
