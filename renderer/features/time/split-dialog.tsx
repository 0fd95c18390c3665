import { useState } from 'react'
import { STEP } from '#shared/domain/day-drag.ts'
import { splitEntry, type SplitAt } from '#shared/domain/reshaped-entry.ts'
import { fieldProblemText } from '#shared/i18n/problems.ts'
import { parseDuration, parseTime } from '#shared/i18n/parse.ts'
import { addSeconds, atWallClock, dayAt, secondsBetween, type Instant } from '#shared/kernel/instant.ts'
import { addDays } from '#shared/kernel/day.ts'
import { isSpan, type SpanEntry, type TimeEntry } from '#shared/model/entry.ts'
import { hoursText } from '../../parts/hours-text.ts'
import { now } from '../../clock.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words.tsx'
import { usePreferences } from '../../workspace.tsx'

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
  const [isChecked, setChecked] = useState(false)
  const read = isSpan(entry) ? cutAt(entry, end) : cutAfter()
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
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
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

  /** That time on the day of the start, or on the next where the entry goes over midnight. */
  function cutAt(span: SpanEntry, last: Instant): SplitAt | string {
    const time = parseTime(text)
    if (!time.ok) return fieldProblemText(t, time.problem)
    const day = dayAt(span.start, timeZone)
    const [same, next] = [atWallClock(day, time.value, timeZone), atWallClock(addDays(day, 1), time.value, timeZone)]
    return { at: same <= span.start && next < last ? next : same }
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
