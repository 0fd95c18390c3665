import { ExternalLink, Play, Square } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { isAtRest } from '#shared/domain/standing.ts'
import { pauseText } from '#shared/i18n/pause-text.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { secondsBetween } from '#shared/kernel/instant.ts'
import type { Engagement, Retainer } from '#shared/model/engagement.ts'
import { fileMonthOf, type SpanEntry } from '#shared/model/entry.ts'
import { bridge } from '../bridge.ts'
import { notBefore, useNow } from '../clock.ts'
import { ClientMark } from '../parts/client-mark.tsx'
import { useRecents } from '../parts/recents.ts'
import { standingWords, stayLots } from '../parts/standing-words.ts'
import { Stay } from '../parts/stay.tsx'
import { useContinue } from '../parts/use-continue.ts'
import { useStanding } from '../parts/use-standing.ts'
import { IconButton } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { OwnWords } from '../ui/own-words.tsx'
import { useBook, useExecute, useToday } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { openSide } from './frame.tsx'
import css from './mini.module.css'

/** What runs, in the corner of one's eye: drawn in design/shots/mini.png. */
function Mini() {
  const { running } = useBook()
  const { t } = useWords()
  return (
    <main className={cx(css.mini)} data-surface="sheet">
      <h1 className="visually-hidden">{t('app.timer.label')}</h1>
      {running ? <Running entry={running} /> : <Stopped />}
    </main>
  )
}

function Running({ entry }: { entry: SpanEntry }) {
  const { t, format } = useWords()
  const book = useBook()
  const execute = useExecute()
  const now = notBefore(useNow('second'), entry.start)
  const engagement = entry.engagementId === null ? undefined : book.workspace.tables.engagements.get(entry.engagementId)
  return (
    <>
      <div className={cx(css.top)}>
        <Button
          className={cx(css.round)}
          aria-label={t('app.timer.stop')}
          onPress={() => void execute('timer.stop', {})}
        >
          <Icon of={Square} size={12} />
        </Button>
        <span role="timer" aria-label={t('app.timer.elapsed')} className={cx(css.elapsed, 'figures')}>
          {format.clock(secondsBetween(entry.start, now))}
        </span>
        <span className={cx(css.grow)} />
        {engagement?.kind === 'retainer' ? <Left retainer={engagement} /> : null}
        <OpenMain />
      </div>
      <p className={cx(css.who)}>
        <Who engagement={engagement} />
        <Note key={entry.id} entry={entry} />
      </p>
    </>
  )
}

/** What is being done, written where it is read: Enter or leaving keeps it, Escape puts it back. */
function Note({ entry }: { entry: SpanEntry }) {
  const { t } = useWords()
  const execute = useExecute()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = (): void => {
    setTyped(null)
    if (typed !== null && typed.trim() !== entry.note)
      void execute('entry.update', { id: entry.id, month: fileMonthOf(entry), note: typed })
  }
  return (
    <input
      className={cx(css.note, css.typing)}
      aria-label={t('app.timer.note')}
      placeholder={t('app.timer.addNote')}
      spellCheck={false}
      value={typed ?? entry.note}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}

function Who({ engagement }: { engagement: Engagement | undefined }) {
  const { t } = useWords()
  const book = useBook()
  if (!engagement) return <b>{t('app.timer.ownWork')}</b>
  const client = clientOf(book, engagement)
  return (
    <>
      <ClientMark mark={client.mark} size={14} />
      <b title={nameInWords(fullName(client, engagement))}>
        <OwnWords>{client.name}</OwnWords>
      </b>
    </>
  )
}

function Left({ retainer }: { retainer: Retainer }) {
  const { t, format } = useWords()
  const standing = useStanding(retainer)
  const today = useToday()
  if (!standing) return null
  const { basis, left, over, row, pause } = standing
  const write = (amount: number): string => amountInColumn(format, basis, amount)
  const leftText = over > 0 ? t('shell.tray.over', { over: write(over) }) : t('shell.tray.left', { left: write(left) })
  if (pause && isAtRest(standing)) return <p className={cx(css.left)}>{pauseText(t, format, pause, today)}</p>
  return (
    <>
      <p className={cx(css.left, over > 0 && css.over)}>
        {basis === 'access' ? t('app.timer.access', { worked: format.hours(row.worked) }) : leftText}
      </p>
      <Stay
        className={cx(css.edge)}
        height="edge"
        label={standingWords(t, format, standing)}
        lots={stayLots(standing)}
        over={over}
        today={standing.calendarShare}
      />
    </>
  )
}

function Stopped() {
  const { t } = useWords()
  const book = useBook()
  const execute = useExecute()
  const goOn = useContinue()
  const { engagements, last } = useRecents()
  const recent = last?.engagementId ? book.workspace.tables.engagements.get(last.engagementId) : undefined
  return (
    <>
      <div className={cx(css.top)}>
        <Button
          className={cx(css.round)}
          aria-label={last ? t('app.timer.continue') : t('app.timer.start')}
          onPress={() => void (last ? goOn(last) : execute('timer.start', { engagementId: null }))}
        >
          <Icon of={Play} size={14} />
        </Button>
        <p className={cx(css.last)}>
          {last ? <Who engagement={recent} /> : t('app.timer.what')}
          {last?.note ? <span className={cx(css.note)}>{last.note}</span> : null}
        </p>
        <span className={cx(css.grow)} />
        <OpenMain />
      </div>
      <div role="group" aria-label={t('app.timer.start')} className={cx(css.others)}>
        {engagements.slice(0, 3).map((engagement) => (
          <Other key={engagement.id} engagement={engagement} />
        ))}
      </div>
    </>
  )
}

/** One of the last three, by its client's first word: there is no room for more. */
function Other({ engagement }: { engagement: Engagement }) {
  const book = useBook()
  const execute = useExecute()
  const client = clientOf(book, engagement)
  return (
    <Button
      className={cx(css.other)}
      aria-label={nameInWords(fullName(client, engagement))}
      onPress={() => void execute('timer.start', { engagementId: engagement.id })}
    >
      <ClientMark mark={client.mark} size={14} />
      <span>{nameInWords(client.name.split(/[\s,&]/)[0] ?? client.name)}</span>
    </Button>
  )
}

function OpenMain() {
  const { t } = useWords()
  return (
    <IconButton
      label={t('shell.tray.open')}
      icon={ExternalLink}
      size="small"
      onPress={() => void bridge().showWindow({ window: 'main' })}
    />
  )
}

await openSide(<Mini />)
