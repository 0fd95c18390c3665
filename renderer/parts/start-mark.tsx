import { Play } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { Id } from '#shared/kernel/id.ts'
import type { Client } from '#shared/model/client.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { useExecute } from '../workspace.tsx'
import { ClientMark } from './client-mark.tsx'
import css from './start-mark.module.css'

interface StartMarkProps {
  client: Client
  engagementId: Id
  /** What it does, for those who listen: "Start the timer for Studio Aperta". */
  label: string
}

/** A client's mark in a row that tells: under the pointer it turns into play, and starts the timer. */
export function StartMark({ client, engagementId, label }: StartMarkProps) {
  const execute = useExecute()
  return (
    <Button className={cx(css.start)} aria-label={label} onPress={() => void execute('timer.start', { engagementId })}>
      <ClientMark mark={client.mark} size={18} className={cx(css.mark)} />
      <span className={cx(css.play)}>
        <Icon of={Play} size={12} />
      </span>
    </Button>
  )
}
