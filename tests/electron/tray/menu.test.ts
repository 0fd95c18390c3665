import { describe, expect, test, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { runningLine, trayMenu, type TrayActions, type TrayWords } from '#electron/tray/menu.ts'
import { applyToBook, type Book } from '#shared/domain/book.ts'
import { formatter } from '#shared/i18n/format.ts'
import { translator } from '#shared/i18n/languages.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import { withPause, type Pause } from '#shared/domain/versions.ts'
import { made } from '#shared/model/change.ts'
import { entrySchema, type TimeEntry } from '#shared/model/entry.ts'
import type { Language } from '#shared/model/quantities.ts'
import { bookOf, clientNamed, hourlyFor, newId, retainerFor } from '#tests/support/books.ts'

const now = '2026-10-22T14:12:30Z' as Instant // a Thursday; 15:12 in London
const halden = clientNamed('Halden & Reyes')
const pineta = clientNamed('Pineta Hotels')
const retainer = retainerFor(halden, '')
const hourly = hourlyFor(pineta, 'Winter offers')
const ground = [halden, pineta].map((client) => made('clients', client))
const works = [retainer, hourly].map((engagement) => made('engagements', engagement))

const entry = (engagementId: Id | null, start: string, end: string | null): TimeEntry =>
  entrySchema.parse({ id: newId(), engagementId, start, end })
const bookWith = (...entries: TimeEntry[]): Book =>
  bookOf(...ground, ...works, ...entries.map((each) => made('entries', each)))

const wordsIn = (language: Language): TrayWords => ({ t: translator(language), format: formatter(language) })
const actionsOf = () =>
  ({
    toggle: vi.fn(),
    stop: vi.fn(),
    start: vi.fn(),
    switchBack: vi.fn(),
    startedEarlier: vi.fn(),
    mini: vi.fn(),
    answer: vi.fn(),
    openRetainer: vi.fn(),
    open: vi.fn(),
    quit: vi.fn(),
  }) satisfies TrayActions
const menuOf = (book: Book, language: Language = 'en', actions: TrayActions = actionsOf()) =>
  trayMenu(book, now, wordsIn(language), actions)

/** The menu as it reads: `[x]` ticked, `(…)` not to be chosen, `>` what opens beside it. */
const printed = (items: readonly MenuItemConstructorOptions[]): string[] =>
  items.flatMap((item) => {
    if (item.type === 'separator') return ['---']
    const text = item.enabled === false ? `(${item.label})` : (item.label ?? '')
    const line = item.type === 'checkbox' ? `[${item.checked ? 'x' : ' '}] ${text}` : text
    const below = Array.isArray(item.submenu) ? printed(item.submenu).map((each) => `  > ${each}`) : []
    return [line, ...below]
  })

function choose(items: readonly MenuItemConstructorOptions[], label: string): void {
  const all = items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? item.submenu : [])])
  const found = all.find((item) => item.label?.startsWith(label))
  if (!found?.click) throw new Error(`${label} is not to be chosen`)
  ;(found.click as () => void)()
}

const worked = entry(hourly.id, '2026-10-22T08:00:00Z', '2026-10-22T10:30:00Z')
const earlier = entry(retainer.id, '2026-10-21T08:00:00Z', '2026-10-21T09:15:00Z')

describe('the menu', () => {
  test('of a new workspace says how to begin', () => {
    expect(printed(menuOf(bookOf()))).toEqual([
      '(No timer is running)',
      '---',
      '(Make a client to start with)',
      '---',
      '(Today 0:00)',
      '---',
      'Mini window',
      'Open Mainstay',
      'Quit',
    ])
  })

  test('while nothing runs offers to go on, and to start what was forgotten', () => {
    expect(printed(menuOf(bookWith(earlier, worked)))).toEqual([
      '(No timer is running)',
      'Continue Pineta Hotels, Winter offers',
      '---',
      '(Start, hours left)',
      '[ ] Pineta Hotels, Winter offers  ·  hourly',
      '[ ] Halden && Reyes  ·  8:45 left',
      '---',
      'Forgot to start Pineta Hotels, Winter offers?',
      '  > 5 minutes ago',
      '  > 15 minutes ago',
      '  > 30 minutes ago',
      '(Today 2:30)',
      '---',
      'Mini window',
      'Open Mainstay',
      'Quit',
    ])
  })

  test('while the timer runs says on whom, and counts it as used', () => {
    const book = bookWith(earlier, worked, entry(retainer.id, '2026-10-22T13:30:00Z', null))
    expect(printed(menuOf(book))).toEqual([
      '(0:42 on Halden && Reyes)',
      'Stop',
      'Started earlier',
      '  > 5 min earlier',
      '  > 15 min earlier',
      '  > 30 min earlier',
      '---',
      '(Switch to, hours left)',
      expect.stringContaining('  ·  '),
      expect.stringContaining('  ·  '),
      '---',
      '(Today 3:12)',
      '---',
      'Mini window',
      'Open Mainstay',
      'Quit',
    ])
    expect(printed(menuOf(book))).toContain('[x] Halden && Reyes  ·  8:02 left')
  })

  test('speaks Italian', () => {
    const running = entry(retainer.id, '2026-10-22T13:30:00Z', null)
    const lines = [...printed(menuOf(bookWith(worked), 'it')), ...printed(menuOf(bookWith(running), 'it'))]
    expect(lines).toEqual(
      expect.arrayContaining([
        '(Nessun timer in corso)',
        'Continua con Pineta Hotels, Winter offers',
        '(Avvia, ore rimaste)',
        '  > 5 minuti fa',
        '(0:42 per Halden && Reyes)',
        '(Passa a, ore rimaste)',
        '(Oggi 2:30)',
        'Apri Mainstay',
        'Esci',
      ]),
    )
    expect(lines.join('\n')).not.toMatch(/Stop|left|Today/)
  })

  test('shows what is past the agreed hours, and what is outside its term', () => {
    const over = entry(retainer.id, '2026-10-20T08:00:00Z', '2026-10-20T18:20:00Z')
    expect(printed(menuOf(bookWith(over)))).toContain('[ ] Halden && Reyes  ·  0:20 over')
    const ended = retainerFor(halden, 'Later')
    if (ended.kind !== 'retainer') throw new Error('not a retainer')
    const book = bookWith()
    const agreement = { ...ended.agreement, startsOn: '2027-01-01' as typeof ended.agreement.startsOn }
    applyToBook(book, [made('engagements', { ...ended, agreement })])
    expect(printed(menuOf(book))).toContain('[ ] Halden && Reyes, Later  ·  outside its term')
    const pause = { from: '2026-10-01', to: '2026-12-01' } as unknown as Pause
    const versions = withPause(ended.agreement.versions, pause)
    applyToBook(book, [made('engagements', { ...ended, agreement: { ...ended.agreement, versions } })])
    expect(printed(menuOf(book))).toContain('[ ] Halden && Reyes, Later  ·  paused until 30 November')
  })

  test('writes each basis in its own unit', () => {
    if (retainer.kind !== 'retainer') throw new Error('not a retainer')
    const [units, access] = (['deliverables', 'access'] as const).map((basis) => ({
      ...retainer,
      id: newId(),
      name: basis,
      agreement: {
        ...retainer.agreement,
        basis,
        versions: retainer.agreement.versions.map((each) => ({ ...each, included: 4 })),
      },
    }))
    const book = bookWith()
    if (units && access) applyToBook(book, [made('engagements', units), made('engagements', access)])
    expect(printed(menuOf(book))).toEqual(
      expect.arrayContaining(['[ ] Halden && Reyes, deliverables  ·  4 left', '[ ] Halden && Reyes, access']),
    )
  })

  test('never shows more than six, nor what is put away', () => {
    const more = Array.from({ length: 9 }, (_each, index) => made('engagements', hourlyFor(pineta, `No ${index}`)))
    const away = made('engagements', hourlyFor(pineta, 'Put away', true))
    const labels = printed(menuOf(bookOf(...ground, ...more, away)))
    expect(labels.filter((label) => label.startsWith('['))).toHaveLength(6)
    expect(labels.join('\n')).not.toContain('Put away')
  })

  test('keeps signs of the user’s words as they are', () => {
    const client = clientNamed('<b>R&D</b> && _Co_ \u202E')
    const book = bookOf(made('clients', client), made('engagements', hourlyFor(client, '')))
    // But for what would turn the words after them around.
    expect(printed(menuOf(book))).toContain('[ ] <b>R&&D</b> &&&& _Co_   ·  hourly')
  })

  test('names own work as such', () => {
    const book = bookWith(entry(null, '2026-10-22T13:30:00Z', null))
    expect(runningLine(book, now, wordsIn('en'))).toBe('0:42 on Own work')
  })

  test('never counts backwards when the clock was set back', () => {
    const book = bookWith(entry(retainer.id, '2026-10-22T18:00:00Z', null))
    expect(runningLine(book, now, wordsIn('en'))).toBe('0:00 on Halden & Reyes')
  })
})

describe('choosing', () => {
  test('does what the line says', () => {
    const actions = actionsOf()
    const stopped = menuOf(bookWith(earlier, worked), 'en', actions)
    choose(stopped, 'Continue')
    expect(actions.toggle).toHaveBeenCalledOnce()
    choose(stopped, 'Halden')
    expect(actions.start).toHaveBeenLastCalledWith(retainer.id)
    choose(stopped, '15 minutes')
    expect(actions.start).toHaveBeenLastCalledWith(hourly.id, 15)
    choose(stopped, 'Open')
    choose(stopped, 'Quit')
    expect([actions.open.mock.calls.length, actions.quit.mock.calls.length]).toEqual([1, 1])
  })

  test('what runs already starts nothing anew', () => {
    const actions = actionsOf()
    const running = menuOf(bookWith(entry(retainer.id, '2026-10-22T13:30:00Z', null)), 'en', actions)
    choose(running, 'Halden')
    expect(actions.start).not.toHaveBeenCalled()
    choose(running, 'Pineta')
    expect(actions.start).toHaveBeenLastCalledWith(hourly.id)
    choose(running, 'Stop')
    expect(actions.stop).toHaveBeenCalledOnce()
  })
})
