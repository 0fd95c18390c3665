import { useId, useLayoutEffect, useRef } from 'react'
import { cx } from '../../ui/cx.ts'
import css from './week.module.css'

interface WeekInputProps {
  label: string
  text: string
  /** What is wrong with it, once keeping it was tried. */
  problem: string | null
  onChange: (text: string) => void
  onKeyDown: (event: React.KeyboardEvent) => void
  onLeave: () => void
}

/** A cell that is being written. */
export function WeekInput({ label, text, problem, onChange, onKeyDown, onLeave }: WeekInputProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  // What is there is written over by the next key, as when a cell is typed into; a figure just typed is gone on with.
  const begun = useRef(text)
  const isOver = useRef(false)
  useLayoutEffect(() => {
    isOver.current = false
    input.current?.focus()
    if (begun.current.length > 1) input.current?.select()
    // Taken away with the focus in it, it is left by nobody.
    return () => void (isOver.current = true)
  }, [])
  return (
    <td className={cx(css.cell, css.editing)}>
      <input
        ref={input}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        className={cx('figures')}
        autoComplete="off"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => isOver.current || onLeave()}
      />
      {problem === null ? null : (
        <p id={id} role="alert" className={cx(css.problem)}>
          {problem}
        </p>
      )}
    </td>
  )
}
