import { SwitchButton, SwitchField, Text } from 'react-aria-components/Switch'
import { cx } from './cx.ts'
import { defined } from '#shared/kernel/defined.ts'
import css from './toggles.module.css'

interface SwitchProps {
  label: string
  hint?: string | undefined
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean | undefined
  /** The label goes first and the switch stands at the right end: a row of settings. */
  isTrailing?: boolean | undefined
  className?: string | undefined
}

/** Takes effect at once. What takes effect on saving is a Checkbox. */
export function Switch({ label, hint, isTrailing = false, className, ...rest }: SwitchProps) {
  return (
    <SwitchField {...defined(rest)} className={cx(css.field, className)}>
      <SwitchButton className={cx(css.toggle, isTrailing && css.trailing)}>
        <span className={cx(css.track)}>
          <span className={cx(css.thumb)} />
        </span>
        <span className={cx(css.words)}>{label}</span>
      </SwitchButton>
      {hint === undefined ? null : (
        <Text slot="description" elementType="p" className={cx(css.hint, !isTrailing && css.indentSwitch)}>
          {hint}
        </Text>
      )}
    </SwitchField>
  )
}
