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

const earlier = [5, 15, 30] as const

function StartForm({ start, onDone }: { start: Instant; onDone: () => void }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const execute = useExecute()
  const [text, setText] = useState(() => format.time(start, timeZone))
  const [error, setError] = useState<string>()
  const move = async (to: Instant): Promise<void> => {
    const told = { done: t('app.timer.moved', { time: format.time(to, timeZone) }) }
    const onRefused = (refusal: Parameters<typeof refusalText>[2]): void => setError(refusalText(t, format, refusal))
    if (await execute('timer.backdate', { start: to }, { ...told, onRefused })) onDone()
  }
  const submit = (): void => {
    const parsed = parseTime(text)
    if (parsed.ok) void move(startAt(parsed.value, start, now(), timeZone))
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
        label={t('app.timer.whenStarted')}
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
        {earlier.map((minutes) => (
          <Button key={minutes} size="small" onPress={() => void move(addSeconds(start, -minutes * 60))}>
            {t('app.timer.earlier', { minutes })}
          </Button>
        ))}
      </div>
      <Button type="submit" variant="primary">
        {t('app.timer.setStart')}
      </Button>
    </form>
  )
}
