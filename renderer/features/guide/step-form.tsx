import { useEffect, useRef, useState, type ReactNode } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/notice.tsx'
import { StepFoot } from '../../ui/steps.tsx'
import { useWords } from '../../words.tsx'
import css from './guide.module.css'
import type { Guide } from './use-guide.ts'

const FORM = 'guide-step'

interface StepFormProps {
  guide: Guide
  title: string
  text: string
  children?: ReactNode
  /** What going on does, where it is more than going on. */
  deed?: string | undefined
  /** Nothing is asked here any more, so there is nothing to skip. */
  isAnswered?: boolean
  /** Keeps what was said. @returns whether it could be. */
  save: (onRefused: (refusal: Refusal) => void) => Promise<boolean>
}

/** One question of the guide with its answer, kept on going on; what is skipped is left as it was. */
export function StepForm({ guide, title, text, children, deed, isAnswered = false, save }: StepFormProps) {
  const { t, format } = useWords()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isPending, setPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // Each step is a form of its own: whoever goes on by the keys writes on.
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input:not([type=radio], [type=checkbox], [role=combobox])')
    const heading = form.current?.querySelector<HTMLElement>('h2')
    ;(first ?? heading)?.focus()
  }, [])
  const submit = async (): Promise<void> => {
    if (isPending) return
    setRefusal(null)
    setPending(true)
    const isKept = await save(setRefusal)
    setPending(false)
    if (isKept) guide.next(true)
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  return (
    <>
      <form
        id={FORM}
        ref={form}
        className={cx(css.main)}
        noValidate
        data-asks
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div>
          <h2 className={cx(css.title)} tabIndex={-1}>
            {title}
          </h2>
          <p className={cx(css.text)}>{text}</p>
        </div>
        {children === undefined ? null : <div className={cx(css.fields)}>{children}</div>}
        {refusal === null ? null : (
          <Notice tone="fault" isUrgent>
            {refusalText(t, format, refusal)}
          </Notice>
        )}
      </form>
      <Foot guide={guide} {...{ deed, isAnswered, isPending }} />
    </>
  )
}

interface FootProps extends Pick<StepFormProps, 'guide' | 'deed'> {
  isAnswered: boolean
  isPending: boolean
}

function Foot({ guide, deed, isAnswered, isPending }: FootProps) {
  const { t } = useWords()
  const { before } = guide
  return (
    <StepFoot
      back={
        before === undefined ? null : (
          <Button variant="quiet" onPress={() => guide.go(before)}>
            {t('guide.back')}
          </Button>
        )
      }
    >
      {isAnswered ? null : (
        <Button variant="quiet" onPress={() => guide.next(false)}>
          {t('guide.skip')}
        </Button>
      )}
      <Button variant="primary" type="submit" form={FORM} isPending={isPending}>
        {deed === undefined || isAnswered ? t('guide.next') : deed}
      </Button>
    </StepFoot>
  )
}
