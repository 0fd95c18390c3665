import { Play, Square } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { clientOf } from '#shared/domain/naming.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './today.module.css'

/** The client's mark, which turns into play under the pointer, or stop while it runs. */
export function StartMark({ engagement }: { engagement: Engagement }) {
  const { t } = useWords()
  const book = useBook()
  const execute = useExecute()
  const client = clientOf(book, engagement)
  const isRunning = book.running?.engagementId === engagement.id
  const label = isRunning ? t('today.stop', { name: client.name }) : t('today.start', { name: client.name })
  const press = (): void =>
    void (isRunning ? execute('timer.stop', {}) : execute('timer.start', { engagementId: engagement.id }))
  return (
    <Button className={cx(css.go)} aria-label={label} onPress={press}>
      <ClientMark mark={client.mark} size={18} />
      <span className={cx(css.goIcon)}>
        <Icon of={isRunning ? Square : Play} size={12} />
      </span>
    </Button>
  )
}
