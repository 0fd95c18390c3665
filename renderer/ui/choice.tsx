import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError, Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components/RadioGroup'
import { cx } from './cx.ts'
import { defined } from '#shared/kernel/defined.ts'
import { Icon } from './icon.tsx'
import field from './field.module.css'
import css from './toggles.module.css'

interface ChoiceOption<Id extends string> {
  id: Id
  /** The verb: "Bill it". */
  label: string
  /** The consequence: "adds 1:30 at 120.00 to the advance". */
  note?: ReactNode
  /** Its amount, at the right, in tabular figures. */
  figure?: ReactNode
  isDisabled?: boolean | undefined
}

interface ChoiceProps<Id extends string> {
  label: string
  isLabelHidden?: boolean | undefined
  options: readonly ChoiceOption<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  error?: string | undefined
  isDisabled?: boolean | undefined
  /** Side by side, for two or three short ones. */
  isInline?: boolean | undefined
  className?: string | undefined
}

/** A decision: each way with its consequence and its amount in view. Without consequences to read, Select or Segmented. */
export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const {
    label,
    isLabelHidden = false,
    options,
    value,
    onChange,
    error,
    isInline = false,
    isDisabled,
    className,
  } = props
  return (
    <RadioGroup
      value={value}
      onChange={(id) => {
        const picked = options.find((option) => option.id === id)
        if (picked !== undefined) onChange(picked.id)
      }}
      {...defined({ isDisabled })}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      orientation={isInline ? 'horizontal' : 'vertical'}
      className={cx(css.choice, isInline && css.inline, className)}
    >
      <Label className={cx(isLabelHidden ? 'visually-hidden' : css.legend)}>{label}</Label>
      {options.map((option) => (
        <RadioField
          key={option.id}
          value={option.id}
          isDisabled={option.isDisabled ?? false}
          className={cx(css.option)}
        >
          <RadioButton className={cx(css.toggle, css.optionRow)}>
            <span className={cx(css.radio)} />
            <span className={cx(css.words)}>{option.label}</span>
            {option.figure === undefined ? null : <span className={cx(css.amount)}>{option.figure}</span>}
          </RadioButton>
          {option.note === undefined ? null : (
            <Text slot="description" elementType="p" className={cx(css.hint, css.indentBox)}>
              {option.note}
            </Text>
          )}
        </RadioField>
      ))}
      {error === undefined ? null : (
        <FieldError className={cx(field.error)} elementType="p">
          <Icon of={CircleAlert} size={14} />
          <span>{error}</span>
        </FieldError>
      )}
    </RadioGroup>
  )
}
