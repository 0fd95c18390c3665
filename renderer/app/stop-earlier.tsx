import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { fieldProblemText, refusalText } from '#shared/i18n/problems.ts'
import { parseTime } from '#shared/i18n/parse.ts'
import { addSeconds, type Instant } from '#shared/kernel/instant.ts'
import { now } from '../clock.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useExecute, usePreferences } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { startAt } from './start-at.ts'
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

const ago = [5, 15, 30] as const

function StopForm({ start, onDone }: { start: Instant; onDone: () => void }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const execute = useExecute()
  const [text, setText] = useState(() => format.time(now(), timeZone))
  const [error, setError] = useState<string>()
  const stop = async (at: Instant): Promise<void> => {
    const told = { done: t('app.timer.stoppedAt', { time: format.time(at, timeZone) }) }
    const onRefused = (refusal: Parameters<typeof refusalText>[2]): void => setError(refusalText(t, format, refusal))
    if (await execute('timer.stop', { at }, { ...told, onRefused })) onDone()
  }
  const submit = (): void => {
    const parsed = parseTime(text)
    if (parsed.ok) void stop(startAt(parsed.value, start, now(), timeZone))
    else setError(fieldProblemText(t, parsed.problem))
  }
  return (
    <form
      className={cx(css.startForm)}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField
        label={t('app.timer.whenStopped')}
        value={text}
        width={96}
        autoFocus
        error={error}
        onChange={(value) => {
          setText(value)
          setError(undefined)
        }}
      />
      <div className={cx(css.earlier)}>
        {ago.map((minutes) => (
          <Button key={minutes} size="small" onPress={() => void stop(addSeconds(now(), -minutes * 60))}>
            {t('app.timer.ago', { minutes: String(minutes) })}
          </Button>
        ))}
      </div>
      <Button type="submit" variant="primary">
        {t('app.timer.stopThen')}
      </Button>
    </form>
  )
}
