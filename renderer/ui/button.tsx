import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { cx } from './cx.ts'
import { defined } from '#shared/kernel/defined.ts'
import { Icon } from './icon.tsx'
import { Tooltip } from './tooltip.tsx'
import css from './button.module.css'

interface ButtonBase {
  variant?: 'default' | 'primary' | 'quiet' | 'danger' | undefined
  size?: 'normal' | 'small' | undefined
  isDisabled?: boolean | undefined
  /** At work: keeps its width, its label and the focus, adds "…", ignores presses. */
  isPending?: boolean | undefined
  type?: 'button' | 'submit' | 'reset' | undefined
  form?: string | undefined
  autoFocus?: boolean | undefined
  onPress?: (() => void) | undefined
  ref?: Ref<HTMLButtonElement> | undefined
  className?: string | undefined
  id?: string | undefined
  'aria-label'?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-expanded'?: boolean | undefined
  'aria-controls'?: string | undefined
  'aria-pressed'?: boolean | undefined
}

interface ButtonProps extends ButtonBase {
  /** The verb and its object: "Save version 3". */
  children: ReactNode
  icon?: LucideIcon | undefined
}

/**
 * Does something. One primary to a view; danger only for the deed that destroys; quiet for the way out. To go elsewhere or
 * to act inside a sentence use LinkButton.
 */
export function Button({ variant = 'default', size = 'normal', icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...defined(rest)} className={cx(css.button, css[variant], size === 'small' && css.small, className)}>
      {icon === undefined ? null : <Icon of={icon} size={size === 'small' ? 14 : 16} />}
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<ButtonBase, 'aria-label'> {
  /** Its name, read aloud and shown as the tooltip. */
  label: string
  icon: LucideIcon
  keys?: string | undefined
  tooltipPlacement?: 'top' | 'bottom' | 'left' | 'right' | undefined
}

/** A button with no room for its words: they stand in the tooltip. Prefer words where there is room. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, keys, tooltipPlacement, variant = 'quiet', size = 'normal', className, ...rest } = props
  return (
    <Tooltip text={label} keys={keys} placement={tooltipPlacement}>
      <AriaButton
        {...defined(rest)}
        aria-label={label}
        className={cx(css.button, css[variant], css.iconOnly, size === 'small' && css.small, className)}
      >
        <Icon of={icon} size={size === 'small' ? 14 : 16} />
      </AriaButton>
    </Tooltip>
  )
}
