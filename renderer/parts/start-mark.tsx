import { Play, Square } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { Id } from '#shared/kernel/id.ts'
import type { Client } from '#shared/model/client.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { ClientMark } from './client-mark.tsx'
import { useTimerOf } from './use-timer-of.ts'
import css from './start-mark.module.css'

interface StartMarkProps {
  client: Client
  engagementId: Id
  /** What it does, for those who listen: "Start the timer for Studio Aperta". */
  start: string
  stop: string
}

/** A client's mark in a row that tells: under the pointer it turns into play, or stop while the timer runs there. */
export function StartMark({ client, engagementId, start, stop }: StartMarkProps) {
  const { isRunning, toggle } = useTimerOf(engagementId)
  return (
    <Button className={cx(css.start)} aria-label={isRunning ? stop : start} onPress={toggle}>
      <ClientMark mark={client.mark} size={18} className={cx(css.mark)} />
      <span className={cx(css.play)}>
        <Icon of={isRunning ? Square : Play} size={12} />
      </span>
    </Button>
  )
}
