import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Id } from '#shared/kernel/id.ts'
import { addSeconds } from '#shared/kernel/instant.ts'
import { now } from '../clock.ts'
import { ClientMark } from '../parts/client-mark.tsx'
import { EngagementPicker } from '../parts/engagement-picker.tsx'
import { useRecents } from '../parts/recents.ts'
import { useContinue } from '../parts/use-continue.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { useBook, useExecute } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import css from './timer-bar.module.css'

/** The last three others, one click each; while the timer runs, any other too, from now or from some minutes ago. */
export function SwitchTo({ except }: { except: Id | null }) {
  const { t } = useWords()
  const book = useBook()
  const execute = useExecute()
  const { engagements } = useRecents()
  const others = engagements.filter((engagement) => engagement.id !== except).slice(0, 3)
  if (others.length === 0) return null
  const running = book.running !== null
  return (
    <div role="group" aria-label={running ? t('app.timer.switch') : t('app.timer.start')} className={cx(css.switch)}>
      <span aria-hidden="true">{running ? t('app.timer.switch') : t('app.timer.start')}</span>
      {others.map((engagement) => {
        const client = clientOf(book, engagement)
        const name = nameInWords(fullName(client, engagement))
        return (
          <Tooltip key={engagement.id} text={name}>
            <Button
              aria-label={name}
              className={cx(css.other)}
              onPress={() => void execute('timer.start', { engagementId: engagement.id })}
            >
              <ClientMark mark={client.mark} size={18} />
            </Button>
          </Tooltip>
        )
      })}
      {running ? <SwitchMore /> : null}
    </div>
  )
}

function SwitchMore() {
  const { t } = useWords()
  const trigger = (
    <Button className={cx(css.other)} aria-label={t('app.timer.switchMore')}>
      <Icon of={Ellipsis} />
    </Button>
  )
  return (
    <Popover label={t('app.timer.switchMore')} trigger={trigger} placement="bottom end">
      {(close) => <SwitchForm onDone={close} />}
    </Popover>
  )
}

const since = ['0', '5', '15', '30'] as const

/** What runs stops where the other begins: there is no gap between them. */
function SwitchForm({ onDone }: { onDone: () => void }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const goOn = useContinue()
  const [minutes, setMinutes] = useState<(typeof since)[number]>('0')
  const [error, setError] = useState<string>()
  const at = () => (minutes === '0' ? {} : { at: addSeconds(now(), -Number(minutes) * 60) })
  const onRefused = (refusal: Parameters<typeof refusalText>[2]): void => setError(refusalText(t, format, refusal))
  const start = async (engagementId: Id | null): Promise<void> => {
    if (await execute('timer.start', { engagementId, ...at() }, { onRefused })) onDone()
  }
  return (
    <div className={cx(css.details)}>
      <Segmented
        label={t('app.timer.switchSince')}
        size="small"
        value={minutes}
        onChange={(next) => {
          setMinutes(next)
          setError(undefined)
        }}
        segments={since.map((id) => ({
          id,
          label: id === '0' ? t('app.timer.fromNow') : t('app.timer.ago', { minutes: id }),
        }))}
      />
      <EngagementPicker
        label={t('app.timer.switchTo')}
        value={undefined}
        error={error}
        onChange={(engagementId) => void start(engagementId)}
        onWork={({ entry }) => void goOn(entry, { ...at(), onRefused }).then((made) => made && onDone())}
      />
    </div>
  )
}
