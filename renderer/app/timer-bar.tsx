import { Play, Search, Square, Undo2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { lastStopped } from '#shared/domain/recents.ts'
import type { Id } from '#shared/kernel/id.ts'
import { secondsBetween } from '#shared/kernel/instant.ts'
import { fileMonthOf, type SpanEntry } from '#shared/model/entry.ts'
import { ask } from '../asks.ts'
import { useNow } from '../clock.ts'
import { EngagementPicker } from '../parts/engagement-picker.tsx'
import { useKeysText } from '../parts/keys-text.ts'
import { useRecents } from '../parts/recents.ts'
import { useContinue } from '../parts/use-continue.ts'
import { Button as UiButton } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Logo } from '../ui/logo.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { useNavigation } from '../place.tsx'
import { useBook, useExecute, usePreferences, useSettings } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { Elapsed } from './elapsed.tsx'
import { RunningAgreement, StayEdge } from './running-agreement.tsx'
import { RunningNote } from './running-note.tsx'
import { Since } from './since.tsx'
import { StopEarlier } from './stop-earlier.tsx'
import { SwitchTo } from './switch-to.tsx'
import { TimerNotes } from './timer-notes.tsx'
import css from './timer-bar.module.css'

/** Always there: what runs, since when, what is left of its agreement, and the last others to switch to. */
export function TimerBar() {
  const { running } = useBook()
  const { t } = useWords()
  const { go } = useNavigation()
  const [ran, setRan] = useState<Id | null>(null)
  if (running && running.id !== ran) setRan(running.id)
  return (
    <header className={cx(css.bar)}>
      <Button className={cx(css.brand)} aria-label={t('app.home')} onPress={() => go({ name: 'today' })}>
        <Logo size={20} />
        <span>{t('app.name')}</span>
      </Button>
      <section className={cx(css.timer)} aria-label={t('app.timer.label')}>
        {running ? <Running key={running.id} entry={running} /> : <Stopped ran={ran} />}
        <ToAnything />
      </section>
    </header>
  )
}

/** The way to the palette for whoever does not know its keys yet. */
function ToAnything() {
  const { t } = useWords()
  const keys = useKeysText()('CommandOrControl+K')
  return (
    <Tooltip text={t('app.palette.label')} keys={keys}>
      <Button className={cx(css.palette)} aria-label={t('app.palette.label')} onPress={() => ask('palette')}>
        <Icon of={Search} size={16} />
        <Kbd keys={keys} />
      </Button>
    </Tooltip>
  )
}

function Running({ entry }: { entry: SpanEntry }) {
  const { t } = useWords()
  const execute = useExecute()
  const { settings } = useSettings()
  const keysText = useKeysText()
  return (
    <>
      <Tooltip text={t('app.timer.stop')} {...(settings.shortcut ? { keys: keysText(settings.shortcut) } : {})}>
        <Button
          className={cx(css.round)}
          aria-label={t('app.timer.stop')}
          onPress={() => void execute('timer.stop', {}, { done: t('app.timer.stopped') })}
        >
          <Icon of={Square} size={12} />
        </Button>
      </Tooltip>
      <StopEarlier start={entry.start} />
      <Elapsed start={entry.start} />
      <RunningNote key={entry.id} entry={entry} />
      <Since start={entry.start} />
      <span className={cx(css.grow)} />
      <TimerNotes />
      <RunningAgreement engagementId={entry.engagementId} />
      <SwitchTo except={entry.engagementId} />
      <StayEdge engagementId={entry.engagementId} />
    </>
  )
}

function Stopped({ ran }: { ran: Id | null }) {
  const { t } = useWords()
  const execute = useExecute()
  const [chosen, setChosen] = useState<Id | null | undefined>(undefined)
  const picker = useRef<HTMLInputElement>(null)
  const { last } = useRecents()
  const book = useBook()
  const stopped = useMemo(() => lastStopped(book, ran), [book, ran])
  const goOn = useContinue()
  const start = (engagementId: Id | null): void => void execute('timer.start', { engagementId })
  const resume = (): void => {
    if (chosen !== undefined) start(chosen)
    else if (last) void goOn(last)
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
        onWork={({ entry }) => void goOn(entry)}
      />
      {stopped ? <Unstop last={stopped} /> : null}
      <span className={cx(css.grow)} />
      <SwitchTo except={null} />
    </>
  )
}

/** After this many seconds it is another day's work: nobody means to go on with what they stopped then. */
const RECENTLY = 12 * 3600

/** The stop was a mistake, or came too early: the entry runs on, and the time since counts. */
function Unstop({ last }: { last: NonNullable<ReturnType<typeof lastStopped>> }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const execute = useExecute()
  const now = useNow('minute')
  if (secondsBetween(last.end, now) > RECENTLY) return null
  const time = format.time(last.end, timeZone)
  const told = { done: t('app.timer.unstopped', { time: format.time(last.start, timeZone) }) }
  return (
    <Tooltip text={t('app.timer.unstopMeans', { time })}>
      <UiButton
        variant="quiet"
        icon={Undo2}
        className={cx(css.unstop)}
        aria-label={t('app.timer.unstop', { time })}
        onPress={() => void execute('timer.unstop', { id: last.id, month: fileMonthOf(last) }, told)}
      >
        <span>{t('app.timer.unstop', { time })}</span>
      </UiButton>
    </Tooltip>
  )
}
