import { useState } from 'react'
import { fieldProblemText, refusalText } from '#shared/i18n/problems.ts'
import { parseTime } from '#shared/i18n/parse.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { now } from '../clock.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { TextField } from '../ui/text-field.tsx'
import { usePreferences } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { startAt } from './start-at.ts'
import css from './timer-bar.module.css'

interface TimeFormProps {
  label: string
  deed: string
  /** What stands in the field at first. */
  at: Instant
  /** The start of what runs: a time of day is meant near it. */
  start: Instant
  /** Moments that are one press away; worked out when pressed. */
  near: readonly { readonly minutes: number; readonly label: string; readonly at: () => Instant }[]
  /** Does it; a refusal goes to the field. */
  onSet: (at: Instant, onRefused: (refusal: Refusal) => void) => Promise<void>
}

/** A moment of the running timer: as a time of day that is typed, or one of some that are near. */
export function TimeForm({ label, deed, at, start, near, onSet }: TimeFormProps) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const [text, setText] = useState(() => format.time(at, timeZone))
  const [error, setError] = useState<string>()
  const set = (to: Instant): void => void onSet(to, (refusal) => setError(refusalText(t, format, refusal)))
  const submit = (): void => {
    const parsed = parseTime(text)
    if (parsed.ok) set(startAt(parsed.value, start, now(), timeZone))
    else setError(fieldProblemText(t, parsed.problem))
  }
  return (
    <form
      className={cx(css.startForm)}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={label}
        value={text}
        width={96}
        autoFocus
        error={error}
        onChange={(value) => {
          setText(value)
          setError(undefined)
        }}
      />
      <div className={cx(css.earlier)}>
        {near.map((moment) => (
          <Button key={moment.minutes} size="small" onPress={() => set(moment.at())}>
            {moment.label}
          </Button>
        ))}
      </div>
      <Button type="submit" variant="primary">
        {deed}
      </Button>
    </form>
  )
}
