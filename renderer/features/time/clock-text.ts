import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { TimeEntry } from '#shared/model/entry.ts'

/** That the machine's clock was set while the timer ran, and by how much; null where it was not, or by seconds. */
export function clockText(t: Translator, format: Format, { clockMoved = 0 }: TimeEntry): string | null {
  if (Math.abs(clockMoved) < 60) return null
  const told = { duration: format.duration(Math.abs(clockMoved)) }
  return clockMoved > 0 ? t('time.list.clockForward', told) : t('time.list.clockBack', told)
}
