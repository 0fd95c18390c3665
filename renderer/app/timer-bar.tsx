import { Play, Square } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { SpanEntry } from '#shared/model/entry.ts'
import { ClientMark } from '../parts/client-mark.tsx'
import { EngagementPicker } from '../parts/engagement-picker.tsx'
import { useRecents } from '../parts/recents.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { Logo } from '../ui/logo.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { useNavigation } from '../place.tsx'
import { useBook, useExecute, useSettings } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { Elapsed } from './elapsed.tsx'
import { RunningAgreement, StayEdge } from './running-agreement.tsx'
import { RunningNote } from './running-note.tsx'
import { Since } from './since.tsx'
import css from './timer-bar.module.css'

/** Always there: what runs, since when, what is left of its agreement, and the last others to switch to. */
export function TimerBar() {
  const { running } = useBook()
  const { t } = useWords()
  const { go } = useNavigation()
  return (
    <header className={cx(css.bar)}>
      <Button className={cx(css.brand)} aria-label={t('app.home')} onPress={() => go({ name: 'today' })}>
        <Logo size={20} />
        <span>{t('app.name')}</span>
      </Button>
      <section className={cx(css.timer)} aria-label={t('app.timer.label')}>
        {running ? <Running key={running.id} entry={running} /> : <Stopped />}
      </section>
    </header>
  )
}

function Running({ entry }: { entry: SpanEntry }) {
  const { t } = useWords()
  const execute = useExecute()
  const { settings } = useSettings()
  return (
    <>
      <Tooltip text={t('app.timer.stop')} {...(settings.shortcut ? { keys: keysOf(settings.shortcut) } : {})}>
        <Button
          className={cx(css.round)}
          aria-label={t('app.timer.stop')}
          onPress={() => void execute('timer.stop', {}, { done: t('app.timer.stopped') })}
        >
          <Icon of={Square} size={12} />
        </Button>
      </Tooltip>
      <Elapsed start={entry.start} />
      <RunningNote key={entry.note} entry={entry} />
      <Since start={entry.start} />
      <span className={cx(css.grow)} />
      <RunningAgreement engagementId={entry.engagementId} />
      <SwitchTo except={entry.engagementId} />
      <StayEdge engagementId={entry.engagementId} />
    </>
  )
}

/** The accelerator as it is written on keys. */
const keysOf = (accelerator: string): string =>
  accelerator.replace('CommandOrControl', 'Ctrl').replaceAll('+', ' ').replace('Space', '␣')

function Stopped() {
  const { t } = useWords()
  const execute = useExecute()
  const [chosen, setChosen] = useState<Id | null | undefined>(undefined)
  const picker = useRef<HTMLInputElement>(null)
  const { last } = useRecents()
  const start = (engagementId: Id | null): void => void execute('timer.start', { engagementId })
  const resume = (): void => {
    if (chosen !== undefined) start(chosen)
    else if (last) void execute('timer.start', { engagementId: last.engagementId, note: last.note })
    else picker.current?.focus()
  }
  const label = last && chosen === undefined ? t('app.timer.continue') : t('app.timer.start')
  return (
    <>
      <Tooltip text={label}>
        <Button className={cx(css.round)} aria-label={label} onPress={resume}>
          <Icon of={Play} size={14} />
        </Button>
      </Tooltip>
      <EngagementPicker
        label={t('app.timer.what')}
        labelPlacement="hidden"
        placeholder={t('app.timer.what')}
        value={chosen}
        inputRef={picker}
        onChange={(id) => {
          setChosen(undefined)
          start(id)
        }}
      />
      <span className={cx(css.grow)} />
      <SwitchTo except={null} />
    </>
  )
}

/** The last three others, one click each. */
function SwitchTo({ except }: { except: Id | null }) {
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
    </div>
  )
}
