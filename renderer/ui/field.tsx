import { CircleAlert, LockKeyhole } from 'lucide-react'
import { createContext, use, useId } from 'react'
import type { ReactNode } from 'react'
import { ButtonContext } from 'react-aria-components/Button'
import { FieldError, Text } from 'react-aria-components/TextField'
import { Label } from 'react-aria-components/TextField'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { LinkButton } from './link.tsx'
import css from './field.module.css'

/** What every field understands besides its value. */
export interface FieldBasics {
  /** Its name. Always; with `labelPlacement="hidden"` it is only heard. */
  label: string
  labelPlacement?: 'above' | 'beside' | 'hidden' | undefined
  /** A line beneath, to know before one types. Gives way to the error. */
  hint?: ReactNode
  /** What is wrong and the way out. Its presence makes the field invalid. */
  error?: string | undefined
  /** Marks it without words of its own: the FieldRow around it says the error. */
  isInvalid?: boolean | undefined
  /** Why the value cannot change any more. Its presence locks the field: it still takes the focus and says why. */
  locked?: string | undefined
  /** A change not saved yet: "Was 3 h." and the link that puts it back. */
  was?: Was | undefined
  isDisabled?: boolean | undefined
  isRequired?: boolean | undefined
  name?: string | undefined
  onBlur?: (() => void) | undefined
  autoFocus?: boolean | undefined
  /** Width of the control in px; without it the field fills its place. */
  width?: number | undefined
  /** Layout only: margins, grid areas. */
  className?: string | undefined
}

export interface Was {
  text: string
  action: string
  onPutBack: () => void
}

/** Where a FieldRow keeps the words that describe its controls. */
const RowNotes = createContext<string | undefined>(undefined)

/** For parts in this folder: is it in error, and what describes it besides its own notes. */
export function useFieldState({ error, isInvalid = false }: Pick<FieldBasics, 'error' | 'isInvalid'>) {
  const notes = use(RowNotes)
  return { isInvalid: isInvalid || error !== undefined, ...(notes === undefined ? {} : { 'aria-describedby': notes }) }
}

/** The class of a field's outermost element. */
export function fieldClass({ labelPlacement = 'above', className }: Pick<FieldBasics, 'labelPlacement' | 'className'>) {
  return cx(css.field, labelPlacement === 'beside' && css.beside, className)
}

/** For parts in this folder: the label of a field, above, beside or only heard. */
export function FieldLabel({ label, labelPlacement }: Pick<FieldBasics, 'label' | 'labelPlacement'>) {
  return <Label className={cx(labelPlacement === 'hidden' ? 'visually-hidden' : css.label)}>{label}</Label>
}

/** For parts in this folder: what stands beneath a control, tied to it by aria-describedby. */
export function FieldNotes({ hint, error, locked, was }: Pick<FieldBasics, 'hint' | 'error' | 'locked' | 'was'>) {
  const hasHint = hint !== undefined && hint !== null && error === undefined
  return (
    <ButtonContext value={null}>
      {error === undefined ? null : (
        <FieldError className={cx(css.error)} elementType="p">
          <Icon of={CircleAlert} size={14} />
          <span>{error}</span>
        </FieldError>
      )}
      {hasHint || was !== undefined || locked !== undefined ? (
        <Text slot="description" elementType="p" className={cx(css.hint, locked !== undefined && 'visually-hidden')}>
          {locked}
          {hasHint ? <span>{hint}</span> : null}
          {was === undefined ? null : (
            <span className={cx(css.was)}>
              {was.text}{' '}
              <LinkButton size="small" onPress={was.onPutBack}>
                {was.action}
              </LinkButton>
            </span>
          )}
        </Text>
      ) : null}
    </ButtonContext>
  )
}

/** For parts in this folder: the lock at the right end of a locked control. */
export function LockSign() {
  return <Icon of={LockKeyhole} size={14} className={cx(css.lock)} />
}

interface FieldRowProps {
  label: string
  /** After its name: what it means. */
  help?: ReactNode
  hint?: ReactNode
  error?: string | undefined
  was?: Was | undefined
  /** Controls with hidden labels of their own, and the words between them in <Word>. */
  children: ReactNode
  className?: string | undefined
}

/**
 * One clause of a form: its name at the left, then several controls that read as a sentence ("10 h for € 1,000.00").
 * For a single control use its own `labelPlacement="beside"`.
 */
export function FieldRow({ label, help, hint, error, was, children, className }: FieldRowProps) {
  const notes = useId()
  const hasNotes = hint !== undefined || error !== undefined || was !== undefined
  return (
    <div role="group" aria-label={label} className={cx(css.field, css.beside, className)}>
      <span className={cx(css.label)}>
        <span aria-hidden="true">{label}</span> {help}
      </span>
      <RowNotes value={hasNotes ? notes : undefined}>
        <div className={cx(css.controls)}>{children}</div>
      </RowNotes>
      {error === undefined ? null : (
        <p id={notes} className={cx(css.error)}>
          <Icon of={CircleAlert} size={14} />
          <span>{error}</span>
        </p>
      )}
      {(hint === undefined && was === undefined) || error !== undefined ? null : (
        <p id={notes} className={cx(css.hint)}>
          {hint === undefined ? null : <span>{hint}</span>}
          {was === undefined ? null : (
            <span className={cx(css.was)}>
              {was.text}{' '}
              <LinkButton size="small" onPress={was.onPutBack}>
                {was.action}
              </LinkButton>
            </span>
          )}
        </p>
      )}
    </div>
  )
}

/** A word between two controls of a FieldRow: "for", "from", "up to". */
export function Word({ children }: { children: ReactNode }) {
  return <span className={cx(css.word)}>{children}</span>
}
