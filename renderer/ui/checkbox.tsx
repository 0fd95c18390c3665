import { Check, CircleAlert, Minus } from 'lucide-react'
import { CheckboxButton, CheckboxField, FieldError, Text } from 'react-aria-components/Checkbox'
import { cx } from './cx.ts'
import { defined } from '#shared/kernel/defined.ts'
import { Icon } from './icon.tsx'
import field from './field.module.css'
import css from './toggles.module.css'

interface CheckboxProps {
  label: string
  /** The label is only heard: a column of boxes in a table. */
  isLabelHidden?: boolean | undefined
  hint?: string | undefined
  error?: string | undefined
  isSelected: boolean
  /** Some of what it stands for, not all. */
  isIndeterminate?: boolean | undefined
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean | undefined
  name?: string | undefined
  onBlur?: (() => void) | undefined
  className?: string | undefined
}

/** Yes or no, taken on saving. What takes effect at once is a Switch. */
export function Checkbox({ label, isLabelHidden = false, hint, error, className, ...rest }: CheckboxProps) {
  return (
    <CheckboxField
      {...defined(rest)}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={cx(css.field, className)}
    >
      <CheckboxButton className={cx(css.toggle)}>
        {({ isIndeterminate, isSelected }) => (
          <>
            <span className={cx(css.box)}>
              {isIndeterminate ? <Icon of={Minus} size={12} /> : isSelected ? <Icon of={Check} size={12} /> : null}
            </span>
            <span className={cx(isLabelHidden ? 'visually-hidden' : css.words)}>{label}</span>
          </>
        )}
      </CheckboxButton>
      {hint === undefined ? null : (
        <Text slot="description" elementType="p" className={cx(css.hint, css.indentBox)}>
          {hint}
        </Text>
      )}
      {error === undefined ? null : (
        <FieldError className={cx(field.error)} elementType="p">
          <Icon of={CircleAlert} size={14} />
          <span>{error}</span>
        </FieldError>
      )}
    </CheckboxField>
  )
}
