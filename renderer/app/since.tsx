import { ChevronDown } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { addSeconds, type Instant } from '#shared/kernel/instant.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { useExecute, usePreferences } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { TimeForm } from './time-form.tsx'
import css from './timer-bar.module.css'

/** When the timer began; opens to move it: some minutes earlier, or a time as typed. */
export function Since({ start }: { start: Instant }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const time = format.time(start, timeZone)
  const trigger = (
    <AriaButton className={cx(css.since)} aria-label={t('app.timer.changeStart', { time })}>
      {t('app.timer.since', { time })}
      <Icon of={ChevronDown} size={14} />
    </AriaButton>
  )
  return (
    <Popover label={t('app.timer.whenStarted')} trigger={trigger}>
      {(close) => <StartForm start={start} onDone={close} />}
    </Popover>
  )
}

function StartForm({ start, onDone }: { start: Instant; onDone: () => void }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const execute = useExecute()
  return (
    <TimeForm
      label={t('app.timer.whenStarted')}
      deed={t('app.timer.setStart')}
      at={start}
      start={start}
      near={[5, 15, 30].map((minutes) => ({
        minutes,
        label: t('app.timer.earlier', { minutes }),
        at: () => addSeconds(start, -minutes * 60),
      }))}
      onSet={async (to, onRefused) => {
        const done = t('app.timer.moved', { time: format.time(to, timeZone) })
        if (await execute('timer.backdate', { start: to }, { done, onRefused })) onDone()
      }}
    />
  )
}
