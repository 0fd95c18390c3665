import { useState } from 'react'
import { ladderOf } from '#shared/domain/ladder.ts'
import { monthsIn, termEnd } from '#shared/domain/periods.ts'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { recordOfTerm } from '#shared/domain/record.ts'
import { renewalEffect } from '#shared/domain/deed-effect.ts'
import { nextTerm, renewed } from '#shared/domain/renewal.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import { parseWhole } from '#shared/i18n/parse.ts'
import { isDay, type Day } from '#shared/kernel/day.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { CountField } from '../../../parts/count-field.tsx'
import { FormDialog } from '../../../parts/form-dialog.tsx'
import { useNavigation } from '../../../place.tsx'
import { cx } from '../../../ui/cx.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { useBook, useExecute, useToday } from '../../../workspace.tsx'
import { useWords } from '../../../words.tsx'
import type { DeedProps } from './deed-menu.tsx'
import { Lines } from './effect-lines.tsx'
import css from './deeds.module.css'

/** The next term, as an agreement of its own to be proposed: trial, then six, then twelve (domain.md, Renewal ladder). */
export function RenewDialog({ retainer, client, onClose }: DeedProps) {
  const { t, format } = useWords()
  const execute = useExecute()
  const { go } = useNavigation()
  const { agreement } = retainer
  const next = nextTerm(agreement)
  const today = useToday()
  const book = useBook()
  const record = recordOfTerm(book, retainer, today)
  // Of a term that is over the next one begins today, as its row says; it was not agreed for the past.
  const [startsOn, setStartsOn] = useState<Day | null>(
    () => ladderOf(book, retainer, today).next?.startsOn ?? termEnd(agreement),
  )
  const [periods, setPeriods] = useState(String(next.periods))
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const count = parseWhole(periods)
  const isWhole = startsOn !== null && count.ok && count.value > 0
  const following = isWhole ? renewed(agreement, startsOn, { ...next, periods: count.value }) : null
  const terms = following ?? renewed(agreement, termEnd(agreement) ?? today, next)
  const { fee, included } = rulesOn(terms, terms.startsOn)
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (startsOn === null || !count.ok || count.value < 1) return
    const done = t('retainers.deeds.renewed', { client: client.name })
    const input = { id: retainer.id, status: 'draft', startsOn, term: { ...next, periods: count.value } } as const
    const made = await execute('retainer.renew', input, { done, onRefused: setRefusal })
    if (made === null) return
    onClose()
    if (made !== true) go({ name: 'proposal', id: made })
  }
  return (
    <FormDialog
      title={t('retainers.deeds.renewTitle', { client: client.name })}
      deed={t('retainers.deeds.renewDeed')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <p className={cx(css.wide)}>
        {t('retainers.deeds.renewWords', {
          hours:
            agreement.basis === 'access'
              ? t('app.amounts.access')
              : amountInWords(t, format, agreement.basis, included * scaleOf(agreement)),
          fee: format.money(fee, agreement.currency),
          every: monthsIn[agreement.period.every],
        })}
      </p>
      {record ? (
        <p className={cx(css.wide)}>
          {t('renewals.record', {
            used: amountInWords(t, format, agreement.basis, record.delivered),
            agreed: amountInWords(t, format, agreement.basis, record.agreed),
            count: record.rows.length,
            every: monthsIn[agreement.period.every],
          })}
        </p>
      ) : null}
      <DateField
        label={t('retainers.editor.starts')}
        value={startsOn}
        onChange={(day) => setStartsOn(day !== null && isDay(day) ? day : null)}
        error={isChecked && startsOn === null ? t('retainers.problem.noDay') : undefined}
      />
      <CountField
        label={t('retainers.editor.term')}
        unit={t('retainers.editor.periods', {
          every: monthsIn[agreement.period.every],
          count: count.ok ? count.value : 2,
        })}
        value={periods}
        onChange={setPeriods}
        check={(value) =>
          value < 1 ? t('retainers.problem.noPeriods', { every: monthsIn[agreement.period.every] }) : undefined
        }
        isChecked={isChecked}
        autoFocus
      />
      {following ? <Lines agreement={agreement} effect={renewalEffect(agreement, following, today)} /> : null}
    </FormDialog>
  )
}
