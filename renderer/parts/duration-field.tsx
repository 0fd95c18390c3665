import type { Format } from '#shared/i18n/format.ts'
import { parseDuration } from '#shared/i18n/parse.ts'
import type { Seconds } from '#shared/kernel/units.ts'
import { useWords } from '../words.tsx'
import { TypedField, type TypedFieldProps } from './typed-field.tsx'

/** Hours as one writes them in a field that says `h`: `10`, or `10:30`. */
export const hoursText = (format: Format, seconds: number): string =>
  seconds % 3600 === 0 ? String(seconds / 3600) : format.hours(seconds)

/** Hours of work: `10`, `10:30`, `10.5` or `90m` may be typed. */
export function DurationField(field: TypedFieldProps<Seconds>) {
  const { format } = useWords()
  const unit = field.value === '' ? undefined : 'h'
  return <TypedField {...field} unit={unit} parse={parseDuration} write={(value) => hoursText(format, value)} />
}
