import { parseDuration } from '#shared/i18n/parse.ts'
import type { Seconds } from '#shared/kernel/units.ts'
import { useWords } from '../words.tsx'
import { hoursText } from './hours-text.ts'
import { TypedField, type TypedFieldProps } from './typed-field.tsx'

/** Hours of work: `10`, `10:30`, `10.5` or `90m` may be typed. */
export function DurationField(field: TypedFieldProps<Seconds>) {
  const { format } = useWords()
  const unit = field.value === '' ? undefined : 'h'
  return <TypedField {...field} unit={unit} parse={parseDuration} write={(value) => hoursText(format, value)} />
}
