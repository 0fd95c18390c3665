import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { monthsToPass } from '#shared/domain/month-close/ledgers.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import { addToMonth, type Month } from '#shared/kernel/day.ts'
import { useNavigation } from '../../place.tsx'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Steps } from '../../ui/steps.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { steps, type Pass, type StepName } from './use-pass.ts'
import { useMonthName, useStepNames } from './words.ts'
import css from './close.module.css'

interface StepListProps {
  pass: Pass
  step: StepName
  onStep: (step: StepName) => void
}

/** Where one is in the month, what is done and what waits; each step can be gone to. */
export function StepList({ pass, step, onStep }: StepListProps) {
  const { t, format } = useWords()
  const names = useStepNames()
  const says = useSteps(pass)
  const today = useToday()
  const monthName = useMonthName()
  return (
    <aside className={cx(css.aside)}>
      <p className={cx(css.quiet)}>{atStart(format.day(today, 'full'))}</p>
      <h1 tabIndex={-1}>{t('close.title', { month: monthName(pass.month) })}</h1>
      <Months month={pass.month} />
      <Steps
        className={cx(css.steps)}
        steps={steps.map((name) => ({ name, label: names[name], says: says[name], isDone: pass.done[name] }))}
        now={step}
        onStep={onStep}
      />
      <p className={cx(css.quiet)}>{t('close.hint')}</p>
      <OpenAgain pass={pass} />
    </aside>
  )
}

function useSteps({ time, questions, note, ledgers, due, drafts, done }: Pass): Record<StepName, string> {
  const { t, format } = useWords()
  const own = time.own.reduce((all, { seconds }) => all + seconds, 0)
  const decisions = ledgers.filter(({ asks }) => asks).length
  const unsent = ledgers.filter(({ closing }) => closing?.sentAt == null).length
  const unclear = time.gaps.length + questions.length
  return {
    gaps: [
      note?.breaks != null ? t('close.gaps.kept', { count: note.breaks }) : t('close.gaps.left', { count: unclear }),
      own === 0 ? '' : t('close.gaps.ownLeft', { time: format.hours(own) }),
    ]
      .filter(Boolean)
      .join(', '),
    ledgers: done.ledgers
      ? t('close.ledgers.settled', { count: ledgers.length })
      : t('close.ledgers.left', { count: new Set(ledgers.map(({ retainer }) => retainer.id)).size, decisions }),
    reports: t('close.reports.left', { count: unsent }),
    invoices:
      due.length > 0
        ? t('close.invoices.toWrite', { count: due.length })
        : drafts.length > 0
          ? t('close.invoices.toIssue', { count: drafts.length })
          : t('close.invoices.none'),
    changes: t('close.changes.says'),
  }
}

/** Another month can be gone over: one that was left open, or one that was closed and not sent. */
function Months({ month }: { month: Month }) {
  const { t } = useWords()
  const { replace } = useNavigation()
  const book = useBook()
  const monthName = useMonthName()
  const { first, last } = monthsToPass(book, useToday())
  const turnTo = (to: Month): void => replace(to >= last ? { name: 'close' } : { name: 'close', month: to })
  const [before, after] = [addToMonth(month, -1), addToMonth(month, 1)]
  return (
    <div className={cx(css.months)} role="group" aria-label={t('close.months')}>
      <IconButton
        size="small"
        icon={ChevronLeft}
        label={t('close.title', { month: monthName(before) })}
        isDisabled={month <= first}
        onPress={() => turnTo(before)}
      />
      <IconButton
        size="small"
        icon={ChevronRight}
        label={t('close.title', { month: monthName(after) })}
        isDisabled={month >= last}
        onPress={() => turnTo(after)}
      />
    </div>
  )
}

/** All of the month that no client has seen is opened again, with the favours that were done when it was closed. */
function OpenAgain({ pass: { ledgers } }: { pass: Pass }) {
  const { t } = useWords()
  const [isOpening, setOpening] = useState(false)
  const open = ledgers.filter(({ closing }) => closing?.sentAt === null)
  if (open.length === 0) return null
  return (
    <>
      <LinkButton size="small" className={cx(css.again)} onPress={() => setOpening(true)}>
        {t('close.openAgain')}
      </LinkButton>
      {isOpening ? <ReopenDialog ledgers={open} onClose={() => setOpening(false)} /> : null}
    </>
  )
}
