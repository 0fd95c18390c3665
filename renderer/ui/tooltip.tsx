import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Kbd } from './kbd.tsx'
import { cx } from './cx.ts'
import css from './tooltip.module.css'

interface TooltipProps {
  text: string
  keys?: string | undefined
  placement?: 'top' | 'bottom' | 'left' | 'right' | undefined
  /** One focusable child: a Button, an IconButton, a TextField. */
  children: ReactElement
}

/**
 * A name and its keys, 400 ms after the pointer rests or at once on focus. Never the only place of a fact: what must be
 * known is on the page.
 */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={60}>
      {children}
      <AriaTooltip className={cx(css.tooltip)} placement={placement} offset={6}>
        {text}
        {keys === undefined ? null : <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
