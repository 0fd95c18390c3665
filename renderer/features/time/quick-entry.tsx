import { CornerDownLeft } from 'lucide-react'
import { useState } from 'react'
import type { Day } from '#shared/kernel/day.ts'
import { dayAt, secondsBetween } from '#shared/kernel/instant.ts'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { useExecute, usePreferences, useToday } from '../../workspace.tsx'
import type { EntryDraft, When } from './entry-draft.ts'
import type { Typed, TypedState } from './use-typed.ts'
import css from './time.module.css'

interface QuickEntryProps {
  day: Day
  text: string
  onChange: (text: string) => void
  /** How the text is read. */
  state: TypedState
  /** What is missing can be said in fields. */
  onFields: (draft: EntryDraft) => void
  inputRef?: React.Ref<HTMLInputElement>
}

/** An entry typed in one line. What it was understood as stands below it while one types; Enter keeps that. */
export function QuickEntry({ day, text, onChange, state, onFields, inputRef }: QuickEntryProps) {
  const { t, format } = useWords()
  const execute = useExecute()
  const [isChecked, setChecked] = useState(false)
  const [isPending, setPending] = useState(false)
  const typed = state && 'typed' in state ? state.typed : null

  const keep = async (): Promise<void> => {
    setChecked(true)
    if (!typed || isPending) return
    const { work, note, tags, when } = typed
    if (!work) return onFields(typed.draft)
    setPending(true)
    const done = t('time.done.added', { hours: format.hours(secondsOf(when)), name: work.name })
    const input = { engagementId: work.work?.engagement.id ?? null, note, tags: [...tags], billable: true, when }
    const made = await execute('entry.create', input, { done })
    setPending(false)
    if (made === null) return
    onChange('')
    setChecked(false)
  }
  return (
    <form
      className={cx(css.quick)}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <TextField
        label={t('time.typed.label')}
        labelPlacement="hidden"
        placeholder={t('time.typed.placeholder')}
        value={text}
        onChange={(next) => {
          setChecked(false)
          onChange(next)
        }}
        {...(inputRef ? { inputRef } : {})}
        unit={text === '' ? undefined : <Kbd keys="⏎" />}
        error={isChecked && state && 'problem' in state ? state.problem : undefined}
        hint={<Reading day={day} state={state} />}
      />
    </form>
  )
}

function Reading({ day, state }: { day: Day; state: TypedState }) {
  const { t } = useWords()
  if (!state) return <span>{t('time.typed.example')}</span>
  return (
    <span className={cx(css.reading)} aria-live="polite">
      <Icon of={CornerDownLeft} size={14} />
      {'problem' in state ? <span>{state.problem}</span> : <Understood day={day} typed={state.typed} />}
    </span>
  )
}

/** Acme, Site, 9:30 to 11:00 on Wednesday 21 October, 1 h 30 min: review #call */
function Understood({ day, typed }: { day: Day; typed: Typed }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const { when, work, note, tags } = typed
  const isSpan = 'start' in when
  const isThisYear = typed.day.slice(0, 4) === useToday().slice(0, 4)
  const times = isSpan
    ? t('time.calendar.fromTo', { from: format.time(when.start, timeZone), to: format.time(when.end, timeZone) })
    : null
  const nextDay = isSpan && dayAt(when.start, timeZone) !== dayAt(when.end, timeZone)
  return (
    <span>
      {work ? <b>{work.name}</b> : <span className={cx(css.over)}>{t('time.typed.noWork')}</span>}
      {times === null ? null : (
        <>
          {', '}
          <b className="figures">{times}</b>
        </>
      )}
      {nextDay ? ` ${t('time.typed.nextDay')}` : ''}
      {`, ${format.duration(secondsOf(when))}`}
      {typed.day === day ? '' : `, ${format.day(typed.day, isThisYear ? 'full' : 'long')}`}
      {note === '' ? '' : `: ${note}`}
      {tags.map((tag) => ` #${tag}`)}
    </span>
  )
}

const secondsOf = (when: When): number => ('start' in when ? secondsBetween(when.start, when.end) : when.seconds)
