import { useEffect, useRef } from 'react'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { StepFoot, Steps } from '../../ui/steps.tsx'
import { useSettings } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './guide.module.css'
import { DaysStep, MoneyStep, YouStep } from './own-steps.tsx'
import { guideSteps, useGuide, type Guide, type GuideStep } from './use-guide.ts'
import { ClientStep, MinuteStep, RetainerStep } from './work-steps.tsx'

/** The first hour in six questions (product.md): each can be skipped, and what is answered is kept at once. */
export function GuidePlace() {
  const { t } = useWords()
  const { go } = useNavigation()
  const guide = useGuide()
  const { step } = guide.draft
  const names: Record<GuideStep, string> = {
    you: t('guide.steps.you'),
    money: t('guide.steps.money'),
    days: t('guide.steps.days'),
    client: t('guide.steps.client'),
    retainer: t('guide.steps.retainer'),
    minute: t('guide.steps.minute'),
  }
  return (
    <div className={cx(css.page)}>
      <aside className={cx(css.aside)}>
        <h1 tabIndex={-1}>{t('guide.title')}</h1>
        <Steps
          className={cx(css.steps)}
          steps={guideSteps.map((name) => ({ name, label: names[name], isDone: guide.done[name] }))}
          now={step === 'ready' ? null : step}
          onStep={guide.go}
        />
        <p className={cx(css.quiet)}>{t('guide.hint')}</p>
        <Button variant="quiet" size="small" className={cx(css.leave)} onPress={() => go({ name: 'today' })}>
          {t('guide.leave')}
        </Button>
      </aside>
      <Step key={step} guide={guide} />
    </div>
  )
}

function Step({ guide }: { guide: Guide }) {
  switch (guide.draft.step) {
    case 'you':
      return <YouStep guide={guide} />
    case 'money':
      return <MoneyStep guide={guide} />
    case 'days':
      return <DaysStep guide={guide} />
    case 'client':
      return <ClientStep guide={guide} />
    case 'retainer':
      return <RetainerStep guide={guide} />
    case 'minute':
      return <MinuteStep guide={guide} />
    default:
      return <Ready guide={guide} />
  }
}

/** What can be done from here, and how to find the rest. */
function Ready({ guide }: { guide: Guide }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const keys = useSettings().platform === 'mac' ? '⌘K' : 'Ctrl K'
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const leave = (): void => {
    guide.forget()
    go({ name: 'today' })
  }
  return (
    <>
      <div className={cx(css.main)}>
        <h2 className={cx(css.title)} ref={heading} tabIndex={-1}>
          {t('guide.ready.title')}
        </h2>
        <ul className={cx(css.ways)}>
          <li>
            <b>{t('guide.ready.tray')}</b>
            <span>{t('guide.ready.trayText')}</span>
          </li>
          <li>
            <b>{t('guide.ready.anything', { keys })}</b>
            <span>{t('guide.ready.anythingText')}</span>
          </li>
          <li>
            <b>{t('guide.ready.month')}</b>
            <span>{t('guide.ready.monthText')}</span>
          </li>
        </ul>
      </div>
      <StepFoot>
        <Button variant="primary" onPress={leave}>
          {t('guide.ready.today')}
        </Button>
      </StepFoot>
    </>
  )
}
