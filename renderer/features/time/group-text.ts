import type { Book } from '#shared/domain/book.ts'
import type { Grouping } from '#shared/domain/entry-list/asked.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { addDays, type Day, type Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { workName } from './work-names.ts'

/** How the head of a group reads. @param today the year is named where it is another one */
export function groupText(t: Translator, format: Format, book: Book, group: Grouping, key: string, today: Day): string {
  const inYear = (day: string): string => (day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`)
  switch (group) {
    case 'day':
      return atStart(`${format.day(key as Day, 'full')}${inYear(key)}`)
    case 'week': {
      const last = addDays(key as Day, 6)
      const to = `${theDay(format, last, 'short', 'al')}${inYear(last)}`
      return atStart(t('timeList.group.weekOf', { from: theDay(format, key as Day, 'short', 'dal'), to }))
    }
    case 'month':
      return atStart(format.month(key as Month))
    case 'client':
      return book.workspace.tables.clients.get(key as Id)?.name ?? t('time.picker.ownWork')
    case 'engagement':
      return workName(t, book, key === '' ? null : (key as Id))
  }
}
