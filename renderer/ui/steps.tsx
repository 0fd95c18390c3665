import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import css from './steps.module.css'

interface Step<Name extends string> {
  name: Name
  label: string
  /** What is there, or waits: a quiet line under it. */
  says?: string | undefined
  isDone: boolean
}

interface StepsProps<Name extends string> {
  steps: readonly Step<Name>[]
  /** null where nothing is left to be done. */
  now: Name | null
  onStep: (name: Name) => void
  className?: string | undefined
}

/** Where one is in a piece of work that has an order: what is done and what waits. Each step can be gone to. */
export function Steps<Name extends string>({ steps, now, onStep, className }: StepsProps<Name>) {
  return (
    <ol className={cx(css.steps, steps.some(({ says }) => says !== undefined) && css.told, className)}>
      {steps.map(({ name, label, says, isDone }, index) => (
        <li key={name} className={cx(isDone && css.done, name === now && css.now)}>
          <AriaButton
            className={cx(css.step)}
            {...(name === now ? { 'aria-current': 'step' as const } : {})}
            onPress={() => onStep(name)}
          >
            <span className={cx(css.dot)}>{isDone && name !== now ? <Icon of={Check} size={12} /> : index + 1}</span>
            <span>
              <b>{label}</b>
              {says === undefined ? null : <small>{says}</small>}
            </span>
          </AriaButton>
        </li>
      ))}
    </ol>
  )
}

interface StepFootProps {
  /** The way back, at the left. */
  back?: ReactNode
  /** At the right: quiet ones first, the one primary last. */
  children: ReactNode
}

/** The ways on from a step, at the foot of the page however long the step is. */
export function StepFoot({ back, children }: StepFootProps) {
  return (
    <footer className={cx(css.foot)} data-surface="sheet">
      <span>{back}</span>
      {children}
    </footer>
  )
}
