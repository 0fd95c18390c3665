import type { MenuItemConstructorOptions } from 'electron'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { gapSeconds, openGaps } from '#shared/domain/gaps.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { lastEntry, recentEngagements } from '#shared/domain/recents.ts'
import { isAtRest, standingOf } from '#shared/domain/standing.ts'
import { twiceOn, workedOn } from '#shared/domain/worked.ts'
import type { Format } from '#shared/i18n/format.ts'
import { pauseText } from '#shared/i18n/pause-text.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { dayAt, secondsBetween, type Instant } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import type { TimerActions } from '../timer-actions.ts'

export interface TrayWords {
  readonly t: Translator
  readonly format: Format
}

export interface TrayActions extends TimerActions {
  readonly open: () => void
  readonly quit: () => void
  readonly mini: () => void
  /** Brings up the question that is open. */
  readonly answer: () => void
  readonly openRetainer: (id: Id) => void
}

const SHOWN = 6
const EARLIER = [5, 15, 30] as const

/** In a menu's label `&` marks a key, and two of them stand for one. */
const inLabel = (text: string): string => text.replaceAll('&', '&&')

/** What runs, in a line: `0:42 on Halden & Reyes`. null when nothing does. */
export function runningLine(book: Book, now: Instant, { t, format }: TrayWords): string | null {
  const { running } = book
  if (!running) return null
  const elapsed = format.hours(Math.max(0, secondsBetween(running.start, now)))
  return t('shell.tray.running', { elapsed, name: nameOf(book, running.engagementId, t) })
}

function nameOf(book: Book, id: Engagement['id'] | null, t: Translator): string {
  const engagement = id === null ? undefined : book.workspace.tables.engagements.get(id)
  return engagement ? nameInWords(fullName(clientOf(book, engagement), engagement)) : t('app.timer.ownWork')
}

/** The tray's menu (design: order and words are ours). It is made anew when something changes, never as time goes by. */
export function trayMenu(
  book: Book,
  now: Instant,
  words: TrayWords,
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  const { t } = words
  return [
    ...gapItems(book, words, actions),
    ...runningItems(book, now, words, actions),
    { type: 'separator' },
    ...switchItems(book, now, words, actions),
    ...retainerItems(book, now, words, actions),
    { type: 'separator' },
    ...(book.running ? [] : forgottenItems(book, words, actions)),
    { label: todayLine(book, now, words), enabled: false },
    { type: 'separator' },
    { label: t('shell.tray.mini'), click: actions.mini },
    { label: t('shell.tray.open'), click: actions.open },
    { label: t('shell.tray.quit'), click: actions.quit },
  ]
}

/** The questions that are open, put off or not: what counts for nobody stays in sight. */
function gapItems(book: Book, { t, format }: TrayWords, { answer }: TrayActions): MenuItemConstructorOptions[] {
  const [gap] = openGaps(book)
  if (!gap) return []
  const { timeZone } = preferencesOf(book.workspace)
  const [from, to] = [format.time(gap.from, timeZone), format.time(gap.to, timeZone)]
  const label = t('app.gap.question', { duration: format.duration(gapSeconds(gap)), from, to })
  return [{ label: inLabel(label), click: answer }, { type: 'separator' }]
}

function runningItems(book: Book, now: Instant, words: TrayWords, actions: TrayActions): MenuItemConstructorOptions[] {
  const line = runningLine(book, now, words)
  if (line !== null)
    return [
      { label: inLabel(line), enabled: false },
      { label: words.t('app.timer.stop'), click: actions.stop },
      {
        label: words.t('shell.tray.startedEarlier'),
        submenu: EARLIER.map((minutes) => ({
          id: `earlier ${minutes}`,
          label: words.t('app.timer.earlier', { minutes }),
          click: () => actions.startedEarlier(minutes),
        })),
      },
    ]
  const none: MenuItemConstructorOptions = { label: words.t('shell.tray.nothing'), enabled: false }
  const last = lastEntry(book)
  if (!last) return [none]
  const name = inLabel(nameOf(book, last.engagementId, words.t))
  return [none, { label: words.t('shell.tray.continue', { name }), click: actions.toggle }]
}

function switchItems(book: Book, now: Instant, words: TrayWords, actions: TrayActions): MenuItemConstructorOptions[] {
  const today = dayAt(now, preferencesOf(book.workspace).timeZone)
  const recents = recentEngagements(book, today).slice(0, SHOWN)
  const head = book.running ? words.t('shell.tray.switchTo') : words.t('shell.tray.start')
  return [
    { label: recents.length > 0 ? head : words.t('shell.tray.noEngagements'), enabled: false },
    ...recents.map((engagement): MenuItemConstructorOptions => {
      const isRunning = book.running?.engagementId === engagement.id
      const label = [inLabel(nameOf(book, engagement.id, words.t)), noteOf(book, engagement, now, words)]
        .filter(Boolean)
        .join('  ·  ')
      const click = (): void => void (isRunning || actions.start(engagement.id))
      return { id: engagement.id, label, type: 'checkbox', checked: isRunning, click }
    }),
  ]
}

/** Every retainer that is under way with what is left of it, for those that the recents have no room for. */
function retainerItems(
  book: Book,
  now: Instant,
  words: TrayWords,
  { openRetainer }: TrayActions,
): MenuItemConstructorOptions[] {
  const today = dayAt(now, preferencesOf(book.workspace).timeZone)
  const recents = recentEngagements(book, today)
  const retainers = recents.filter(({ kind }) => kind === 'retainer')
  if (recents.length <= SHOWN || retainers.length === 0) return []
  const submenu = retainers.map((retainer) => ({
    id: `left ${retainer.id}`,
    label: [inLabel(nameOf(book, retainer.id, words.t)), noteOf(book, retainer, now, words)]
      .filter(Boolean)
      .join('  ·  '),
    click: () => openRetainer(retainer.id),
  }))
  return [{ label: words.t('shell.tray.retainers'), submenu }]
}

/** What is left of a retainer, which may have nothing to run out; the kind of the others. */
function noteOf(book: Book, engagement: Engagement, now: Instant, { t, format }: TrayWords): string {
  if (engagement.kind === 'hourly') return t('shell.tray.hourly')
  if (engagement.kind === 'project') return t('shell.tray.project')
  const standing = standingOf(book, engagement, now)
  if (!standing) return t('shell.tray.outsideTerm')
  const { basis } = engagement.agreement
  const { pause } = standing
  if (pause && isAtRest(standing))
    return pauseText(t, format, pause, dayAt(now, preferencesOf(book.workspace).timeZone))
  if (basis === 'access') return ''
  const write = basis === 'hours' ? format.hours : format.number
  return standing.over > 0
    ? t('shell.tray.over', { over: write(standing.over) })
    : t('shell.tray.left', { left: write(standing.left) })
}

function forgottenItems(book: Book, { t }: TrayWords, actions: TrayActions): MenuItemConstructorOptions[] {
  const last = lastEntry(book)
  if (!last) return []
  const name = inLabel(nameOf(book, last.engagementId, t))
  const submenu = EARLIER.map((minutes) => ({
    id: `${last.engagementId} ${minutes}`,
    label: t('shell.tray.minutesAgo', { minutes }),
    click: () => actions.start(last.engagementId, minutes),
  }))
  return [{ label: t('shell.tray.forgotten', { name }), submenu }]
}

const todayLine = (book: Book, now: Instant, { t, format }: TrayWords): string => {
  const today = dayAt(now, preferencesOf(book.workspace).timeZone)
  const worked = format.hours(workedOn(book, today, now))
  const twice = twiceOn(book, today, now)
  return twice < 60
    ? t('shell.tray.today', { worked })
    : t('shell.tray.todayTwice', { worked, twice: format.hours(twice) })
}
