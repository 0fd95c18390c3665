import { Notification } from 'electron'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { alertNotices, dayEndNotice, longNotice, type AlertNotice } from '#shared/domain/notices.ts'
import type { Ask } from '#shared/asks.ts'
import { lastDay } from '#shared/domain/periods.ts'
import { dayAt, type Instant } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { NoticeKind } from '#shared/model/settings.ts'
import { instantNow } from './clock.ts'
import type { SettingsFile } from './settings.ts'
import type { TrayWords } from './tray/menu.ts'
import type { OpenWorkspace } from './workspace.ts'

const LOOK_EVERY_MS = 60_000

export interface Notices {
  /** Nobody has been there since a moment, and the timer runs. */
  readonly away: (from: Instant) => void
  /** Says what has come to be due; after a change, and each minute. */
  readonly look: () => void
}

interface Options {
  readonly workspace: OpenWorkspace
  readonly settings: SettingsFile
  readonly words: () => TrayWords
  /** A click leads to the place. */
  readonly go: (to: Ask) => void
}

/** The app says something by itself only where the user can act on it, and each thing once (product.md, Calm). */
export function openNotices({ workspace, settings, words, go }: Options): Notices {
  const { book } = workspace
  /** A notification that nobody holds is collected, and its click with it. */
  const shown = new Set<Notification>()
  let toldLong: Id | null = null
  const toldAlerts = new Set<string>()

  const show = (kind: NoticeKind, title: string, body: string, to: Ask): void => {
    if (!settings.get().notices[kind] || !Notification.isSupported()) return
    const notice = new Notification({ title, body })
    shown.add(notice)
    notice.on('click', () => go(to))
    for (const over of ['close', 'failed'] as const) notice.on(over as 'close', () => shown.delete(notice))
    notice.show()
  }

  const long = (now: Instant): void => {
    const { longTimer } = preferencesOf(book.workspace)
    const due = longNotice(book, now, longTimer === null ? null : longTimer * 60)
    if (!due || due.entry.id === toldLong) return
    toldLong = due.entry.id
    const { t, format } = words()
    const name = runningName(book) ?? t('app.timer.ownWork')
    show('long', t('shell.notice.long', { name, duration: format.duration(due.seconds) }), t('shell.notice.longText'), {
      what: 'today',
    })
  }
  const dayEnd = (now: Instant): void => {
    const today = dayAt(now, preferencesOf(book.workspace).timeZone)
    if (settings.get().dayEndTold === today) return
    const due = dayEndNotice(book, now, settings.get().dayEnd)
    if (!due) return
    settings.set({ dayEndTold: today })
    const { t, format } = words()
    const { timeZone } = preferencesOf(book.workspace)
    const spans = due.gaps.map(({ from, to }) => `${format.time(from, timeZone)}–${format.time(to, timeZone)}`)
    const place = { what: 'day', day: today } as const
    if (spans.length === 0) show('dayEnd', t('shell.notice.dayEmpty'), t('shell.notice.dayEmptyText'), place)
    else show('dayEnd', t('shell.notice.dayEnd', { duration: format.duration(due.seconds) }), format.list(spans), place)
  }
  const alerts = (now: Instant): void => {
    // What is switched off is not said to have been told: it is, if it still holds when it is switched on.
    if (!settings.get().notices.alerts || !book.totals) return
    for (const notice of alertNotices(book, now)) {
      const { retainer, standing, shares } = notice
      const key = `${retainer.id} ${standing.row.period.start} ${notice.share}`
      // What could not be kept, in a workspace that is open elsewhere, is not said each minute.
      if (toldAlerts.has(key)) continue
      toldAlerts.add(key)
      void workspace.execute('retainer.told', { id: retainer.id, period: standing.row.period.start, shares })
      const { title, body } = alertWords(book, notice, words())
      show('alerts', title, body, { what: 'retainer', id: retainer.id })
    }
  }
  const look = (): void => {
    const now = instantNow()
    long(now)
    dayEnd(now)
    alerts(now)
  }
  setInterval(look, LOOK_EVERY_MS)
  return {
    look,
    away(from) {
      const { t, format } = words()
      const time = format.time(from, preferencesOf(book.workspace).timeZone)
      const name = runningName(book) ?? t('app.timer.ownWork')
      show('away', t('shell.notice.away', { time }), t('shell.notice.awayText', { name }), { what: 'today' })
    },
  }
}

function runningName(book: Book): string | null {
  const id = book.running?.engagementId
  const engagement = id ? book.workspace.tables.engagements.get(id) : undefined
  return engagement ? fullName(clientOf(book, engagement), engagement) : null
}

export function alertWords(
  book: Book,
  { retainer, standing, share }: AlertNotice,
  { t, format }: TrayWords,
): { title: string; body: string } {
  const name = fullName(clientOf(book, retainer), retainer)
  const write = retainer.agreement.basis === 'hours' ? format.duration : format.number
  const until = format.day(lastDay(standing.row.period), 'day')
  return {
    title:
      share >= 100
        ? t('shell.notice.usedUp', { name })
        : t('shell.notice.used', { name, share: format.percent(share / 100) }),
    body:
      standing.over > 0
        ? t('shell.notice.over', { over: write(standing.over), day: until })
        : t('shell.notice.left', { left: write(standing.left), day: until }),
  }
}
