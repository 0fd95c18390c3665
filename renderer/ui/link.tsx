import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { cx } from './cx.ts'
import { defined } from '#shared/kernel/defined.ts'
import css from './link.module.css'

interface LinkButtonProps {
  children: ReactNode
  onPress?: (() => void) | undefined
  isDisabled?: boolean | undefined
  /** small: beside 12 px text. */
  size?: 'normal' | 'small' | undefined
  ref?: Ref<HTMLButtonElement> | undefined
  className?: string | undefined
  'aria-label'?: string | undefined
  'aria-describedby'?: string | undefined
}

/** Goes somewhere, or does a small thing inside a sentence ("Put back"). It is a button; it looks like a link. */
export function LinkButton({ size = 'normal', className, ...rest }: LinkButtonProps) {
  return <AriaButton {...defined(rest)} className={cx(css.link, size === 'small' && css.small, className)} />
}
