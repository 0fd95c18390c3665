import { parseWhole } from '#shared/i18n/parse.ts'
import { TypedField, type TypedFieldProps } from './typed-field.tsx'

interface CountFieldProps extends TypedFieldProps<number> {
  /** What is counted: `months`. */
  unit: string
}

/** A whole number of something. */
export function CountField(field: CountFieldProps) {
  return <TypedField {...field} parse={parseWhole} write={String} />
}
