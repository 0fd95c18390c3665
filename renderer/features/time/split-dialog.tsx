import { useState } from 'react'
import { STEP } from '#shared/domain/day-drag.ts'
import { splitEntry, type SplitAt } from '#shared/domain/reshaped-entry.ts'
import { fieldProblemText } from '#shared/i18n/problems.ts'
import { parseDuration, parseTime } from '#shared/i18n/parse.ts'
import { addSeconds, atWallClock, dayAt, secondsBetween, type Instant } from '#shared/kernel/instant.ts'
import type { Day } from '#shared/kernel/day.ts'
import { isSpan, type TimeEntry } from '#shared/model/entry.ts'
import { hoursText } from '../../parts/hours-text.ts'
import { now } from '../../clock.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words.tsx'
import { cx } from '../../ui/cx.ts'
import { usePreferences } from '../../workspace.tsx'
import { cutDays, dayOfCut } from './cut-day.ts'
import css from './list.module.css'

interface SplitDialogProps {
  entry: TimeEntry
  onSplit: (entry: TimeEntry, cut: SplitAt) => Promise<boolean>
  onClose: () => void
}

/** Where an entry is cut in two: at a time, half-way to begin with; of an amount of work, after how long. */
export function SplitDialog({ entry, onSplit, onClose }: SplitDialogProps) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const [until] = useState(now)
  const end = (isSpan(entry) ? entry.end : null) ?? until
  const half = isSpan(entry) ? halfWay(entry.start, end) : entry.seconds / 2
  const [text, setText] = useState(() =>
    isSpan(entry) ? format.time(half as Instant, timeZone) : hoursText(format, roundTo(half as number)),
  )
  const days = isSpan(entry) ? cutDays(entry.start, end, timeZone) : []
  const [chosen, choose] = useState(() => (isSpan(entry) ? dayAt(half as Instant, timeZone) : undefined))
  const [isChecked, setChecked] = useState(false)
  const time = parseTime(text)
  const day = chosen && time.ok ? dayOfCut(days, chosen, (each) => isInside(instantOn(each, time.value))) : chosen
  const read = isSpan(entry) ? cutAt() : cutAfter()
  const parts = typeof read === 'string' ? null : splitEntry(entry, read, entry.id)
  const lasts = (part: TimeEntry): string =>
    format.hours(isSpan(part) ? secondsBetween(part.start, part.end ?? end) : part.seconds)
  const fault = typeof read === 'string' ? read : parts ? undefined : t('problems.refusal.cutOutside')
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (typeof read === 'string' || !parts) return
    if (await onSplit(entry, read)) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('time.split.title')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('time.form.discard')}
          </Button>
          <Button variant="primary" onPress={() => void submit()}>
            {t('time.split.deed')}
          </Button>
        </>
      }
    >
      <form
        className={cx(css.form)}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {days.length > 1 && day ? (
          <Select<Day>
            label={t('time.split.day')}
            width={216}
            options={days.map((id) => ({ id, label: format.day(id, 'weekday') }))}
            value={day}
            onChange={choose}
          />
        ) : null}
        <TextField
          label={isSpan(entry) ? t('time.split.at') : t('time.split.after')}
          value={text}
          onChange={setText}
          width={104}
          figures
          autoFocus
          error={isChecked ? fault : undefined}
          hint={parts ? t('time.split.parts', { first: lasts(parts[0]), second: lasts(parts[1]) }) : undefined}
        />
      </form>
    </Dialog>
  )

  function instantOn(each: Day, second: number): Instant {
    return atWallClock(each, second, timeZone)
  }

  function isInside(at: Instant): boolean {
    return isSpan(entry) && at > entry.start && at < end
  }

  function cutAt(): SplitAt | string {
    if (!time.ok) return fieldProblemText(t, time.problem)
    return { at: instantOn(day as Day, time.value) }
  }

  function cutAfter(): SplitAt | string {
    const duration = parseDuration(text)
    return duration.ok ? { seconds: duration.value } : fieldProblemText(t, duration.problem)
  }
}

/** The step nearest the middle, or the very middle of what is too short for one. */
function halfWay(start: Instant, end: Instant): Instant {
  const middle = addSeconds(start, Math.floor(secondsBetween(start, end) / 2))
  const rounded = addSeconds(middle, -(secondsBetween('1970-01-01T00:00:00Z' as Instant, middle) % STEP))
  return rounded > start ? rounded : middle
}

const roundTo = (amount: number): number => Math.max(60, Math.round(amount / STEP) * STEP)
