import { parseMinutes } from '#shared/i18n/parse.ts'
import type { Seconds } from '#shared/kernel/units.ts'
import { useWords } from '../words.tsx'
import { hoursText } from './hours-text.ts'
import { TypedField, type TypedFieldProps } from './typed-field.tsx'

/** A short time: a bare number is minutes; `1 h 30` or `1:30` may be typed too, and stands as hours from then on. */
export function MinutesField(field: TypedFieldProps<Seconds>) {
  const { format } = useWords()
  const isMinutes = /^\d+$/.test(field.value.trim())
  const write = (value: Seconds): string =>
    isMinutes || value < 3600 ? String(Math.round(value / 60)) : `${hoursText(format, value)} h`
  return <TypedField {...field} {...(isMinutes ? { unit: 'min' } : {})} parse={parseMinutes} write={write} />
}
