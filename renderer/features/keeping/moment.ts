import { theDay } from '#shared/i18n/the-day.ts'
import { dayAt, type Instant } from '#shared/kernel/instant.ts'
import { usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

/** A moment in the words of a sentence: its day and its time. @param before what Italian says before the day */
export function useMoment(): (at: Instant, before?: 'il' | 'al') => { day: string; time: string } {
  const { format } = useWords()
  const { timeZone } = usePreferences()
  return (at, before) => {
    const day = dayAt(at, timeZone)
    return {
      day: before ? theDay(format, day, 'long', before) : format.day(day, 'long'),
      time: format.time(at, timeZone),
    }
  }
}
