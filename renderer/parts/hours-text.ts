import type { Format } from '#shared/i18n/format.ts'

/** Hours as one writes them in a field that says `h`: `10`, or `10:30`. */
export const hoursText = (format: Format, seconds: number): string =>
  seconds % 3600 === 0 ? String(seconds / 3600) : format.hours(seconds)
