import type { HTMLInputAutoCompleteAttribute, ReactNode, Ref } from 'react'
import { useRef } from 'react'
import { Group } from 'react-aria-components/Group'
import { Input, TextField as AriaTextField } from 'react-aria-components/TextField'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, LockSign, fieldClass, useFieldState } from './field.tsx'
import type { FieldBasics } from './field.tsx'
import { defined } from '#shared/kernel/defined.ts'
import { mergeRefs } from './merge-refs.ts'
import { Tooltip } from './tooltip.tsx'
import css from './field.module.css'

interface TextFieldProps extends FieldBasics {
  value?: string | undefined
  defaultValue?: string | undefined
  onChange?: ((text: string) => void) | undefined
  /** A key that is heard here goes no further, unless `continuePropagation` lets it: Escape closes what is around. */
  onKeyDown?:
    | ((event: { key: string; preventDefault: () => void; continuePropagation: () => void }) => void)
    | undefined
  placeholder?: string | undefined
  type?: 'text' | 'email' | 'url' | 'tel' | 'password' | 'search' | undefined
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | undefined
  maxLength?: number | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  /** Money, hours, counts: right-aligned, in tabular figures. */
  figures?: boolean | undefined
  /** Before the text, inside: "€". */
  prefix?: ReactNode
  /** After the text, inside: "h a month". */
  unit?: ReactNode
  inputRef?: Ref<HTMLInputElement> | undefined
}

/**
 * One line of text, a figure or a sum. Checked on leaving, re-checked on typing: pass `error` accordingly. For days use
 * DateField; for one of a few known values, Select.
 */
export function TextField(props: TextFieldProps) {
  const {
    label,
    labelPlacement,
    hint,
    error,
    locked,
    was,
    width,
    className,
    figures,
    prefix,
    unit,
    inputRef,
    ...rest
  } = props
  const { placeholder, ...field } = rest
  const state = useFieldState(props)
  const input = useRef<HTMLInputElement>(null)
  const body = (
    <AriaTextField
      {...defined(field)}
      validationBehavior="aria"
      {...state}
      isReadOnly={locked !== undefined}
      autoComplete={field.autoComplete ?? 'off'}
      className={cx(fieldClass({ labelPlacement, className }), locked !== undefined && css.locked)}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} />
      <Group
        className={cx(css.frame, figures && css.figures)}
        {...defined({ style: width === undefined ? undefined : { width } })}
        onMouseDown={(event) => {
          if (event.target === input.current) return
          event.preventDefault()
          input.current?.focus()
        }}
      >
        {prefix === undefined ? null : <span className={cx(css.adornment)}>{prefix}</span>}
        <Input className={cx(css.input)} ref={mergeRefs(input, inputRef)} {...defined({ placeholder })} />
        {unit === undefined ? null : <span className={cx(css.adornment)}>{unit}</span>}
        {locked === undefined ? null : <LockSign />}
      </Group>
      <FieldNotes hint={hint} error={error} locked={locked} was={was} />
    </AriaTextField>
  )
  return locked === undefined ? body : <Tooltip text={locked}>{body}</Tooltip>
}
