import type { Ref } from 'react'
import { Group } from 'react-aria-components/Group'
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components/TextField'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, fieldClass, useFieldState } from './field.tsx'
import type { FieldBasics } from './field.tsx'
import { defined } from '#shared/kernel/defined.ts'
import css from './field.module.css'

interface TextAreaProps extends FieldBasics {
  value?: string | undefined
  defaultValue?: string | undefined
  onChange?: ((text: string) => void) | undefined
  placeholder?: string | undefined
  maxLength?: number | undefined
  rows?: number | undefined
  inputRef?: Ref<HTMLTextAreaElement> | undefined
}

/** A few lines of prose: a note, a clause. For one line use TextField. */
export function TextArea(props: TextAreaProps) {
  const { label, labelPlacement, hint, error, locked, was, width, className, rows = 3, inputRef, ...rest } = props
  const state = useFieldState(props)
  const { placeholder, ...field } = rest
  return (
    <AriaTextField
      {...defined(field)}
      validationBehavior="aria"
      {...state}
      isReadOnly={locked !== undefined}
      className={cx(fieldClass({ labelPlacement, className }), locked !== undefined && css.locked)}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} />
      <Group className={cx(css.frame, css.area)} {...defined({ style: width === undefined ? undefined : { width } })}>
        <AriaTextArea className={cx(css.input)} rows={rows} {...defined({ placeholder, ref: inputRef })} />
      </Group>
      <FieldNotes hint={hint} error={error} locked={locked} was={was} />
    </AriaTextField>
  )
}
