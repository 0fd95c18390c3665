import { useState } from 'react'
import type { Parsed } from '#shared/i18n/parse.ts'
import { fieldProblemText } from '#shared/i18n/problems.ts'
import type { FieldBasics } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words.tsx'

export interface TypedFieldProps<Value> extends FieldBasics {
  /** What is typed, as text: it is never cut or put right while someone writes. */
  value: string
  onChange: (text: string) => void
  /** A rule of the form on top of what the text has to be; the sentence that says what is wrong. */
  check?: ((value: Value) => string | undefined) | undefined
  /** Nothing typed is an answer too. */
  isOptional?: boolean | undefined
  /** Says what is wrong though the field was not left: saving was tried. */
  isChecked?: boolean | undefined
  placeholder?: string | undefined
  inputRef?: React.Ref<HTMLInputElement> | undefined
}

interface Reading<Value> {
  parse: (text: string) => Parsed<Value>
  /** How a value is written: the text becomes that on leaving. */
  write: (value: Value) => string
  example?: string | undefined
  prefix?: string | undefined
  unit?: string | undefined
}

/** A figure as text. Checked on leaving and, once something was wrong, again on every key. */
export function TypedField<Value>(props: TypedFieldProps<Value> & Reading<Value>) {
  const { parse, write, example, check, isOptional = false, isChecked = false, ...rest } = props
  const { value, onChange, onBlur, error, ...field } = rest
  const { t } = useWords()
  const [isSaid, setSaid] = useState(false)
  const parsed = parse(value)
  const isEmpty = !parsed.ok && parsed.problem.code === 'empty'
  const problem = parsed.ok
    ? check?.(parsed.value)
    : isEmpty && isOptional
      ? undefined
      : fieldProblemText(t, parsed.problem, example)
  return (
    <TextField
      {...field}
      figures
      value={value}
      error={isSaid || isChecked ? (problem ?? error) : error}
      onChange={(text) => {
        if (problem === undefined) setSaid(false)
        onChange(text)
      }}
      onBlur={() => {
        // An empty field that was only passed through is not a mistake yet.
        setSaid(problem !== undefined && !isEmpty)
        if (parsed.ok && write(parsed.value) !== value) onChange(write(parsed.value))
        onBlur?.()
      }}
    />
  )
}
