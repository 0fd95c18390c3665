import { useState } from 'react'
import { entriesIn } from '#shared/commands/weeks.ts'
import { planCell, type CellPlan } from '#shared/domain/week-cell.ts'
import { parseDuration } from '#shared/i18n/parse.ts'
import { fieldProblemText, refusalText } from '#shared/i18n/problems.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { now as timeNow, notBefore } from '../../clock.ts'
import { hoursText } from '../../parts/hours-text.ts'
import { useWords } from '../../words.tsx'
import { useBook, useExecute, usePreferences } from '../../workspace.tsx'
import { workName } from './work-names.ts'

export interface CellPlace {
  readonly engagementId: Id | null
  readonly day: Day
  /** What the cell shows. */
  readonly seconds: number
}

interface Question {
  readonly place: CellPlace
  readonly wanted: number
  readonly plan: CellPlan
}

const DAY = 24 * 3600

/** Writing a duration into a cell: what is wrong with it, what has to be asked first, what it did. */
export function useWeekEdit() {
  const { t, format } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const execute = useExecute()
  const [question, ask] = useState<Question | null>(null)
  const [done, tell] = useState<{ engagementId: Id | null; day: Day; by: number } | null>(null)

  const keep = async ({ engagementId, day, seconds }: CellPlace, wanted: number, cut: boolean): Promise<void> => {
    if ((await execute('day.set', { engagementId, day, seconds: wanted, cut })) === null) return
    tell({ engagementId, day, by: wanted - seconds })
  }
  const toldText = (): string => {
    if (!done) return ''
    const { engagementId, day, by } = done
    const what = {
      hours: format.hours(Math.abs(by)),
      name: workName(t, book, engagementId),
      day: format.day(day, 'full'),
    }
    return by > 0 ? t('timeWeek.told.added', what) : t('timeWeek.told.less', what)
  }
  /** @returns what is wrong with the text; null where it is kept, or nothing was changed */
  const write = (place: CellPlace, text: string): string | null => {
    if (text.trim() === hoursText(format, place.seconds) || (text.trim() === '' && place.seconds === 0)) return null
    const parsed = text.trim() === '' ? ({ ok: true, value: 0 } as const) : parseDuration(text)
    if (!parsed.ok) return fieldProblemText(t, parsed.problem)
    const wanted = parsed.value
    if (wanted > DAY) return t('time.fault.moreThanDay')
    const at = book.running ? notBefore(timeNow(), book.running.start) : timeNow()
    const plan = planCell(entriesIn(book, place.engagementId, place.day, timeZone, at), place.day, timeZone, at, wanted)
    if ('least' in plan) return refusalText(t, format, { code: 'dayHasMore', field: 'seconds', seconds: plan.least })
    if (plan.cuts) ask({ place, wanted, plan })
    else void keep(place, wanted, false)
    return null
  }
  return {
    write,
    told: toldText(),
    question,
    /** The answer to it. */
    answer: (isYes: boolean): void => {
      if (question && isYes) void keep(question.place, question.wanted, true)
      ask(null)
    },
  }
}
