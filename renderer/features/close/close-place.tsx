import { ArrowLeft, ArrowRight } from 'lucide-react'
import { monthsToPass } from '#shared/domain/month-close/ledgers.ts'
import type { Month } from '#shared/kernel/day.ts'
import { useKept } from '../../parts/kept.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StepFoot } from '../../ui/steps.tsx'
import { useBook, useExecute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { ChangesStep } from './changes-step.tsx'
import { GapsStep } from './gaps-step.tsx'
import { InvoicesStep } from './invoices-step.tsx'
import { LedgersStep } from './ledgers-step.tsx'
import { ReportsStep } from './reports-step.tsx'
import { StepList } from './step-list.tsx'
import { steps, usePass, type Pass, type StepName } from './use-pass.ts'
import { useMonthName, useStepNames } from './words.ts'
import css from './close.module.css'

/** The month, closed in one pass (product.md): left whenever one likes, it resumes where something is still to be done. */
export function ClosePlace({ month }: { month?: Month }) {
  const { t } = useWords()
  const book = useBook()
  const { last } = monthsToPass(book, useToday())
  // One that is not over has nothing to close yet.
  const pass = usePass(month === undefined || month > last ? last : month)
  return pass ? <PassPage key={pass.month} pass={pass} /> : <Skeleton label={t('app.loading')} />
}

/** The first step at which something is to be done; the last where all is. */
const resumed = ({ done }: Pass): StepName => steps.find((step) => !done[step]) ?? 'changes'

function PassPage({ pass }: { pass: Pass }) {
  // Who looks at a report and comes back finds the step that they left.
  const { draft, change, forget } = useKept(`close ${pass.month}`, () => ({ step: resumed(pass) }))
  return (
    <div className={cx(css.page)}>
      <StepList pass={pass} step={draft.step} onStep={(step) => change({ step })} />
      <div className={cx(css.main)}>
        <Step pass={pass} step={draft.step} />
      </div>
      <Foot pass={pass} step={draft.step} onStep={(step) => change({ step })} onLeave={forget} />
    </div>
  )
}

function Step({ pass, step }: { pass: Pass; step: StepName }) {
  switch (step) {
    case 'gaps':
      return <GapsStep pass={pass} />
    case 'ledgers':
      return <LedgersStep pass={pass} />
    case 'reports':
      return <ReportsStep pass={pass} />
    case 'invoices':
      return <InvoicesStep pass={pass} />
    default:
      return <ChangesStep pass={pass} />
  }
}

interface FootProps {
  pass: Pass
  step: StepName
  onStep: (step: StepName) => void
  onLeave: () => void
}

/** Back, away, and on: what going on does is on the button. */
function Foot({ pass, step, onStep, onLeave }: FootProps) {
  const { t } = useWords()
  const { go } = useNavigation()
  const execute = useExecute()
  const monthName = useMonthName()
  const names = useStepNames()
  const place = steps.indexOf(step)
  const [before, after] = [steps[place - 1], steps[place + 1]]
  const { month } = pass
  const leave = (): void => {
    onLeave()
    go({ name: 'today' })
  }
  const breaks = pass.time.gaps.length
  const keepsBreaks = step === 'gaps' && !pass.done.gaps && pass.questions.length === 0
  const next = async (): Promise<void> => {
    if (keepsBreaks && (await execute('month.note', { month, breaks })) === null) return
    if (after) return onStep(after)
    const done = t('close.finished', { month: monthName(month) })
    if ((await execute('month.note', { month, finished: true }, { done })) !== null) leave()
  }
  // A month whose ledgers are open is not done.
  const isHeld = after === undefined && !pass.done.ledgers
  const label = after
    ? keepsBreaks
      ? t('close.gaps.keep', { count: breaks })
      : t('close.on')
    : t('close.finish', { month: monthName(month) })
  return (
    <StepFoot
      back={
        before ? (
          <Button variant="quiet" icon={ArrowLeft} onPress={() => onStep(before)}>
            {names[before]}
          </Button>
        ) : null
      }
    >
      {isHeld ? <p className={cx(css.quiet)}>{t('close.stillOpen')}</p> : null}
      <Button onPress={leave}>{t('close.leave')}</Button>
      {isHeld || (step === 'ledgers' && !pass.done.ledgers) ? null : (
        <Button variant="primary" icon={ArrowRight} onPress={() => void next()}>
          {label}
        </Button>
      )}
    </StepFoot>
  )
}
