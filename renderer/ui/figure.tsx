import { useRef, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { cx } from './cx.ts'
import { PopoverAt } from './popover.tsx'
import css from './figure.module.css'

interface FigureProps {
  /** The figure as it is read: "€4,400", "1:15", "4 h 47 min". */
  children: ReactNode
  /** What opens: a Derivation. Without it the figure is plain, and cannot be pressed. */
  explain?: ReactNode
  /** Name of what opens: the derivation's title. Wanted with `explain`. */
  explainLabel?: string | undefined
  /** text: as the words around it. row: a row's main figure, 20 px. display: 32 px, at most once on a screen. */
  size?: 'text' | 'row' | 'display' | undefined
  /** In a table the underline comes only with hover and focus. */
  isInTable?: boolean | undefined
  tone?: 'over' | 'warning' | 'positive' | 'quiet' | undefined
  className?: string | undefined
}

/** A number that explains itself: dotted underline, click or Enter shows what it is made of, Esc returns. */
export function Figure(props: FigureProps) {
  const { children, explain, explainLabel = '', size = 'text', isInTable = false, tone, className } = props
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const look = cx(css.figure, css[size], tone !== undefined && css[tone], className)
  if (explain === undefined || explain === null) return <b className={look}>{children}</b>
  return (
    <>
      <Button
        ref={button}
        className={cx(look, css.why, isInTable && css.inTable)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        {children}
      </Button>
      {isOpen ? (
        <PopoverAt label={explainLabel} at={button} onClose={() => setOpen(false)}>
          {explain}
        </PopoverAt>
      ) : null}
    </>
  )
}
