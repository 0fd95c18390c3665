import { useState } from 'react'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { parseDuration } from '#shared/i18n/parse.ts'
import { fieldProblemText, refusalText } from '#shared/i18n/problems.ts'
import { CurrencyField } from '../../parts/currency-field.tsx'
import { useWeekStart } from '../../parts/use-week-start.ts'
import { hoursText } from '../../parts/hours-text.ts'
import { WorkingDays } from '../../parts/working-days.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words.tsx'
import { useExecute, usePreferences } from '../../workspace.tsx'
import { Hint } from './hint.tsx'
import { MoneyPreference } from './money-preference.tsx'
import { rescale } from './rescale.ts'
import { Section } from './section.tsx'

/** What the user says of their own work. Each change is one of the workspace: it is kept at once, and can be undone. */
export function WorkSection() {
  const { t } = useWords()
  const { listRate, target } = usePreferences()
  return (
    <Section title={t('settings.work.title')}>
      <CurrencyRow />
      <MoneyPreference
        label={t('settings.work.listRate')}
        hint={<Hint term="listRate">{t('settings.work.listRateHint')}</Hint>}
        value={listRate}
        patch={(value) => (value === null ? {} : { listRate: value })}
      />
      <MoneyPreference
        label={t('settings.work.target')}
        hint={t('settings.work.targetHint')}
        value={target}
        isOptional
        patch={(value) => ({ target: value })}
      />
      <DaysRow />
      <WeekStartRow />
      <LongTimerRow />
    </Section>
  )
}

function CurrencyRow() {
  const { t, format } = useWords()
  const [refusal, setRefusal] = useState<Refusal>()
  const { currency, listRate, target } = usePreferences()
  const execute = useExecute()
  const change = (next: string): void => {
    setRefusal(undefined)
    if (next === currency) return
    const amounts = {
      listRate: rescale(listRate, currency, next),
      target: target === null ? null : rescale(target, currency, next),
    }
    void execute('preferences.set', { currency: next, ...amounts }, { onRefused: setRefusal })
  }
  return (
    <CurrencyField
      label={t('settings.work.currency')}
      labelPlacement="beside"
      hint={t('settings.work.currencyHint')}
      width={160}
      value={currency}
      error={refusal && refusalText(t, format, refusal)}
      onChange={change}
    />
  )
}

function DaysRow() {
  const { t, format } = useWords()
  const { workingDays } = usePreferences()
  const execute = useExecute()
  const [fault, setFault] = useState<Refusal | 'none'>()
  const change = (days: number[]): void => {
    if (days.length === 0) return setFault('none')
    setFault(undefined)
    void execute('preferences.set', { workingDays: days }, { onRefused: setFault })
  }
  const error = fault === 'none' ? t('settings.work.oneDay') : fault && refusalText(t, format, fault)
  return (
    <FieldRow label={t('settings.work.days')} error={error}>
      <WorkingDays days={workingDays} onChange={change} />
    </FieldRow>
  )
}

/** Those on which weeks begin somewhere. */
const weekStarts = { '1': 'settings.work.monday', '6': 'settings.work.saturday', '7': 'settings.work.sunday' } as const

function WeekStartRow() {
  const { t } = useWords()
  const execute = useExecute()
  const weekStart = useWeekStart()
  return (
    <Select<string>
      label={t('settings.work.weekStart')}
      labelPlacement="beside"
      width={160}
      options={Object.entries(weekStarts).map(([id, label]) => ({ id, label: t(label) }))}
      value={String(weekStart)}
      onChange={(id) => void execute('preferences.set', { weekStart: Number(id) })}
    />
  )
}

/** After how long a timer is told to be long; empty, never. It is kept on leaving the field. */
function LongTimerRow() {
  const { t, format } = useWords()
  const { longTimer } = usePreferences()
  const execute = useExecute()
  const shown = longTimer === null ? '' : hoursText(format, longTimer * 60)
  const [text, setText] = useState(shown)
  const [error, setError] = useState<string>()
  const keep = (): void => {
    const read = parseDuration(text)
    const isEmpty = !read.ok && read.problem.code === 'empty'
    const minutes = read.ok ? Math.round(read.value / 60) : null
    if (!read.ok && !isEmpty) return setError(fieldProblemText(t, read.problem))
    if (minutes !== null && (minutes < 1 || minutes > 1440)) return setError(t('time.fault.moreThanDay'))
    setError(undefined)
    if (minutes !== longTimer) void execute('preferences.set', { longTimer: minutes })
  }
  return (
    <TextField
      label={t('settings.work.longTimer')}
      labelPlacement="beside"
      hint={t('settings.work.longTimerHint')}
      value={text}
      unit="h"
      figures
      width={96}
      error={error}
      onChange={setText}
      onBlur={keep}
    />
  )
}
