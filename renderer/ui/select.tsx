import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { Button, Popover, ListBox, Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, fieldClass, useFieldState } from './field.tsx'
import type { FieldBasics } from './field.tsx'
import { defined } from '#shared/kernel/defined.ts'
import { Icon } from './icon.tsx'
import { OptionRow } from './options.tsx'
import type { Option } from './options.tsx'
import { TextField } from './text-field.tsx'
import css from './select.module.css'
import field from './field.module.css'
import menu from './menu.module.css'

interface SelectProps<Id extends string> extends FieldBasics {
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined
  buttonRef?: Ref<HTMLButtonElement> | undefined
}

/** One of a few known values, each with its consequence. For 2 to 4 modes use Segmented; for many, ComboBox. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, labelPlacement, hint, error, locked, was, width, className, options, value, onChange, ...rest } = props
  const state = useFieldState(props)
  const { buttonRef, ...select } = rest
  const chosen = options.find((option) => option.id === value)
  if (locked !== undefined) {
    return <TextField {...{ label, labelPlacement, hint, was, locked, width, className }} value={chosen?.label ?? ''} />
  }
  return (
    <AriaSelect
      {...defined({ ...select, placeholder: select.placeholder ?? '' })}
      validationBehavior="aria"
      {...state}
      value={value}
      onChange={(key) => {
        const picked = options.find((option) => option.id === key)
        if (picked !== undefined) onChange(picked.id)
      }}
      className={fieldClass({ labelPlacement, className })}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} />
      <Button
        className={cx(field.frame, css.select)}
        {...defined({ ref: buttonRef, style: width === undefined ? undefined : { width } })}
      >
        {chosen?.mark}
        <SelectValue className={cx(css.value)}>
          {({ defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : chosen?.label)}
        </SelectValue>
        <Icon of={ChevronDown} />
      </Button>
      <FieldNotes hint={hint} error={error} was={was} />
      <Popover className={cx(menu.panel)} offset={4} data-surface="raised">
        <ListBox className={cx(menu.list)}>
          {options.map((option) => (
            <OptionRow key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
