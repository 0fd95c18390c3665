import { Check } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { invoiceTotals } from '#shared/domain/billing/totals.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import { sumsText } from '../../parts/sums.ts'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { useExecute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { steps, type Pass, type StepName } from './use-pass.ts'
import { useStepNames } from './words.ts'
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
  return (
    <aside className={cx(css.aside)}>
      <p className={cx(css.quiet)}>{atStart(format.day(today, 'full'))}</p>
      <h1 tabIndex={-1}>{t('close.title', { month: format.month(pass.month, 'name') })}</h1>
      <ol className={cx(css.steps)}>
        {steps.map((name, index) => (
          <li key={name} className={cx(pass.done[name] && css.done, name === step && css.now)}>
            <AriaButton
              className={cx(css.step)}
              {...(name === step ? { 'aria-current': 'step' as const } : {})}
              onPress={() => onStep(name)}
            >
              <span className={cx(css.dot)}>
                {pass.done[name] && name !== step ? <Icon of={Check} size={12} /> : index + 1}
              </span>
              <span>
                <b>{names[name]}</b>
                <small>{says[name]}</small>
              </span>
            </AriaButton>
          </li>
        ))}
      </ol>
      <p className={cx(css.quiet)}>{t('close.hint')}</p>
      <OpenAgain pass={pass} />
    </aside>
  )
}

function useSteps({ time, questions, note, ledgers, due, drafts, done }: Pass): Record<StepName, string> {
  const { t, format } = useWords()
  const decisions = ledgers.filter(({ asks }) => asks).length
  const unsent = ledgers.filter(({ closing }) => closing?.sentAt == null).length
  const amounts = [
    ...due.map(({ net, currency }) => ({ amount: net, currency })),
    ...drafts.map(({ invoice }) => ({ amount: invoiceTotals(invoice).toPay, currency: invoice.currency })),
  ]
  const unclear = time.gaps.length + questions.length
  return {
    gaps:
      note?.breaks != null ? t('close.gaps.kept', { count: note.breaks }) : t('close.gaps.left', { count: unclear }),
    ledgers: done.ledgers
      ? t('close.ledgers.settled', { count: ledgers.length })
      : t('close.ledgers.left', { count: ledgers.length, decisions }),
    reports: t('close.reports.left', { count: unsent }),
    invoices: amounts.length === 0 ? t('close.invoices.none') : sumsText(format, amounts, 'always'),
    changes: t('close.changes.says'),
  }
}

/** All of the month that no client has seen is opened again, with the favours that were done when it was closed. */
function OpenAgain({ pass: { ledgers } }: { pass: Pass }) {
  const { t } = useWords()
  const execute = useExecute()
  const open = ledgers.flatMap(({ closing }) => (closing && closing.sentAt === null ? [closing] : []))
  if (open.length === 0) return null
  const again = async (): Promise<void> => {
    for (const { id } of open) if ((await execute('period.reopen', { id })) === null) return
  }
  return (
    <LinkButton size="small" className={cx(css.again)} onPress={() => void again()}>
      {t('close.openAgain')}
    </LinkButton>
  )
}
