import { useMemo } from 'react'
import { parseEntry, workIn, type TypedEntry, type TypedProblem } from '#shared/i18n/parse-entry.ts'
import { fieldProblemText } from '#shared/i18n/problems.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Day } from '#shared/kernel/day.ts'
import { choiceNamed, engagementChoices, type EngagementChoice } from '../../parts/engagement-options.ts'
import { hoursText } from '../../parts/hours-text.ts'
import { useNow } from '../../clock.ts'
import { useWords } from '../../words.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { checkTimes, emptyDraft, type EntryDraft, type When } from './entry-draft.ts'
import { faultText } from './fault-text.ts'

/** A typed line, understood: what Enter would keep, and the fields that say the same. */
export interface Typed {
  readonly day: Day
  readonly when: When
  /** null: nothing of that name, or nothing named. */
  readonly work: EngagementChoice | null
  readonly note: string
  readonly tags: readonly string[]
  readonly draft: EntryDraft
}

export type TypedState = { readonly typed: Typed } | { readonly problem: string } | null

/** How a typed line is read on the day that is looked at; null while nothing is typed. */
export function useTyped(text: string, shown: Day): TypedState {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const today = useToday()
  const now = useNow('minute')
  const ownWork = t('time.picker.ownWork')
  const choices = useMemo(
    () => engagementChoices(book, { chosen: undefined, withEnded: true, today, ownWork }),
    [book, today, ownWork],
  )
  const names = useMemo(() => choices.map((choice) => choice.name), [choices])
  return useMemo(() => {
    if (text.trim() === '') return null
    const read = parseEntry(text, today)
    if (!read.ok) return { problem: problemText(t, read.problem) }
    const { value } = read
    const day = value.day ?? shown
    const times = checkTimes(timesDraft(value), { day, zone: timeZone, now, original: null, format })
    if (!times.ok) return { problem: faultText(t, times.field, times.fault) }
    const { index, note } = workIn(value.words, names, (words) => {
      const named = choiceNamed(choices, words)
      return named ? choices.indexOf(named) : null
    })
    const work = index === null ? null : (choices[index] ?? null)
    const engagementId = work ? (work.work?.engagement.id ?? null) : undefined
    const draft = { ...timesDraft(value), engagementId, note, tags: value.tags, billable: engagementId !== null }
    return { typed: { day, when: times.when, work, note, tags: value.tags, draft } }

    function timesDraft({ times: stretch }: TypedEntry): EntryDraft {
      if (stretch.kind === 'duration')
        return { ...emptyDraft, hours: hoursText(format, stretch.seconds), follows: 'to' }
      const { from, to } = stretch
      const nights = to > DAY ? 1 : 0
      const hours = hoursText(format, to - from)
      return { ...emptyDraft, from: format.hours(from), to: format.hours(to - nights * DAY), hours, nights }
    }
  }, [text, today, shown, now, timeZone, choices, names, t, format])
}

const DAY = 24 * 3600

function problemText(t: Translator, problem: TypedProblem): string {
  if (problem.code === 'noTimes') return t('time.typed.noTimes')
  return problem.code === 'noSuchDay' ? t('time.typed.noSuchDay') : fieldProblemText(t, problem)
}
