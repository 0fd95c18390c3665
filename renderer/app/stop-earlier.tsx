import { ChevronDown } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { addSeconds, type Instant } from '#shared/kernel/instant.ts'
import { now } from '../clock.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { useExecute, usePreferences } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { TimeForm } from './time-form.tsx'
import css from './timer-bar.module.css'

/** Beside *stop*: it was over some minutes ago already. */
export function StopEarlier({ start }: { start: Instant }) {
  const { t } = useWords()
  const trigger = (
    <AriaButton className={cx(css.earlierStop)} aria-label={t('app.timer.stopEarlier')}>
      <Icon of={ChevronDown} size={14} />
    </AriaButton>
  )
  return (
    <Popover label={t('app.timer.stopEarlier')} trigger={trigger}>
      {(close) => <StopForm start={start} onDone={close} />}
    </Popover>
  )
}

function StopForm({ start, onDone }: { start: Instant; onDone: () => void }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const execute = useExecute()
  return (
    <TimeForm
      label={t('app.timer.whenStopped')}
      deed={t('app.timer.stopThen')}
      at={now()}
      start={start}
      near={[5, 15, 30]
        .filter((minutes) => addSeconds(now(), -minutes * 60) > start)
        .map((minutes) => ({
          minutes,
          label: t('app.timer.ago', { minutes: String(minutes) }),
          at: () => addSeconds(now(), -minutes * 60),
        }))}
      onSet={async (at, onRefused) => {
        const done = t('app.timer.stoppedAt', { time: format.time(at, timeZone) })
        if (await execute('timer.stop', { at }, { done, onRefused })) onDone()
      }}
    />
  )
}
