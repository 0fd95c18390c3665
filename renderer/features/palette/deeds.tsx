import {
  CalendarCheck2,
  ChartColumn,
  Clock,
  FileDown,
  FileUp,
  Footprints,
  HeartPulse,
  History,
  Keyboard,
  Languages,
  Play,
  Plus,
  ReceiptText,
  Redo2,
  Repeat2,
  Scale,
  Settings2,
  Sparkle,
  Square,
  Sunrise,
  SunMoon,
  Undo2,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { MenuAsk } from '#shared/asks.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { ask } from '../../asks.ts'
import { bridge } from '../../bridge.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useRecents } from '../../parts/recents.ts'
import { useContinue } from '../../parts/use-continue.ts'
import { useNavigation, type Place } from '../../place.tsx'
import { useBook, useExecute, useSettings } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

/** Something that the palette reaches: a place, a record, a command. */
export interface Deed {
  readonly id: string
  /** What it is found by, and read as. */
  readonly name: string
  readonly icon?: LucideIcon
  readonly mark?: ReactNode
  /** What kind of thing it is, where the name does not say so. */
  readonly note?: string
  readonly keys?: string
  readonly run: () => void
}

export interface Deeds {
  readonly timer: readonly Deed[]
  readonly places: readonly Deed[]
  readonly commands: readonly Deed[]
  /** Far too many to be looked through: they are there for who types. */
  readonly records: readonly Deed[]
}

/** Every command and every record of the workspace, as it is now. */
export function useDeeds(): Deeds {
  return { timer: useTimerDeeds(), places: usePlaceDeeds(), commands: useCommandDeeds(), records: useRecordDeeds() }
}

/** To stop it; what was worked on, the last first. Archived and ended work is not offered, here as elsewhere. */
function useTimerDeeds(): Deed[] {
  const { t } = useWords()
  const book = useBook()
  const execute = useExecute()
  const goOn = useContinue()
  const { engagements, last } = useRecents()
  const { running } = book
  const name = (engagement: Engagement): string => nameInWords(fullName(clientOf(book, engagement), engagement))
  const others = engagements.filter(({ id }) => id !== running?.engagementId)
  return [
    ...(running
      ? [{ id: 'stop', name: t('app.palette.stop'), icon: Square, run: () => void execute('timer.stop', {}) }]
      : []),
    ...(!running && last
      ? [
          {
            id: 'continue',
            name: t('app.timer.continue'),
            icon: Play,
            run: () => void goOn(last),
          },
        ]
      : []),
    ...others.map((engagement) => ({
      id: `start ${engagement.id}`,
      name: running
        ? t('app.palette.switchTo', { work: name(engagement) })
        : t('app.palette.start', { work: name(engagement) }),
      mark: <ClientMark mark={clientOf(book, engagement).mark} />,
      run: () => void execute('timer.start', { engagementId: engagement.id }),
    })),
    {
      id: 'start own',
      name: t('app.palette.start', { work: t('app.timer.ownWork') }),
      icon: Play,
      run: () => void execute('timer.start', { engagementId: null }),
    },
  ]
}

function usePlaceDeeds(): Deed[] {
  const { t } = useWords()
  const { go } = useNavigation()
  const isMac = useSettings().platform === 'mac'
  const to = (id: string, name: string, icon: LucideIcon, place: Place, digit?: number): Deed => ({
    id: `go ${id}`,
    name,
    icon,
    ...(digit !== undefined && { keys: isMac ? `⌥${digit}` : `Alt ${digit}` }),
    run: () => go(place),
  })
  return [
    to('today', t('shell.rail.today'), Sunrise, { name: 'today' }, 1),
    to('time', t('shell.rail.time'), Clock, { name: 'time' }, 2),
    to('clients', t('shell.rail.clients'), UsersRound, { name: 'clients' }, 3),
    to('retainers', t('shell.rail.retainers'), Repeat2, { name: 'retainers' }, 4),
    to('income', t('shell.rail.income'), ChartColumn, { name: 'income' }, 5),
    to('billing', t('shell.rail.billing'), ReceiptText, { name: 'billing' }, 6),
    to('close', t('shell.rail.close'), CalendarCheck2, { name: 'close' }),
    to('pricing', t('retainers.list.lab'), Scale, { name: 'pricing' }),
    to('settings', t('shell.rail.settings'), Settings2, { name: 'settings' }),
    to('backups', t('app.palette.backups'), History, { name: 'backups' }),
    to('health', t('app.palette.health'), HeartPulse, { name: 'health' }),
  ]
}

function useCommandDeeds(): Deed[] {
  const { t } = useWords()
  const { go } = useNavigation()
  const { platform, settings, language, theme } = useSettings()
  const withKey = (key: string): string => (platform === 'mac' ? `⌘${key}` : `Ctrl ${key}`)
  const asks = (what: MenuAsk, name: string, icon: LucideIcon, key?: string): Deed => ({
    id: what,
    name,
    icon,
    ...(key !== undefined && { keys: withKey(key) }),
    run: () => ask(what),
  })
  const isDark = theme === 'dark'
  return [
    { id: 'new client', name: t('clients.list.make'), icon: Plus, run: () => go({ name: 'clients', making: true }) },
    { id: 'new retainer', name: t('retainers.list.make'), icon: Plus, run: () => go({ name: 'newRetainer' }) },
    asks('undo', t('app.undo'), Undo2, 'Z'),
    asks('redo', t('app.redo'), Redo2),
    asks('import', t('shell.menu.import'), FileDown, 'I'),
    asks('export', t('shell.menu.export'), FileUp),
    asks('exportAll', t('shell.menu.exportAll'), FileUp),
    asks('readBack', t('shell.menu.readBack'), FileDown),
    asks('guide', t('shell.menu.guide'), Footprints),
    asks('shortcuts', t('shell.menu.shortcuts'), Keyboard, '/'),
    asks('news', t('shell.menu.news'), Sparkle),
    {
      id: 'theme',
      name: isDark ? t('app.palette.light') : t('app.palette.dark'),
      icon: SunMoon,
      run: () => void bridge().setSettings({ theme: isDark ? 'light' : 'dark' }),
    },
    ...(settings.theme === 'system'
      ? []
      : [
          {
            id: 'theme of the system',
            name: t('app.palette.systemTheme'),
            icon: SunMoon,
            run: () => void bridge().setSettings({ theme: 'system' }),
          },
        ]),
    {
      id: 'language',
      // In the language that it leads to: whoever needs it reads that one.
      name: language === 'it' ? 'English' : 'Italiano',
      icon: Languages,
      note: t('settings.machine.language'),
      run: () => void bridge().setSettings({ language: language === 'it' ? 'en' : 'it' }),
    },
  ]
}

/** Clients, retainers and invoices by name and number; what was archived too. */
function useRecordDeeds(): Deed[] {
  const { t } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const { clients, engagements, invoices } = book.workspace.tables
  const retainers = [...engagements.values()].filter(({ kind }) => kind === 'retainer')
  return [
    ...[...clients.values()].map((client) => ({
      id: `client ${client.id}`,
      name: nameInWords(client.name),
      mark: <ClientMark mark={client.mark} />,
      note: t('app.palette.client'),
      run: () => go({ name: 'client', id: client.id }),
    })),
    ...retainers.map((retainer) => ({
      id: `retainer ${retainer.id}`,
      name: nameInWords(fullName(clientOf(book, retainer), retainer)),
      mark: <ClientMark mark={clientOf(book, retainer).mark} />,
      note: t('app.palette.retainer'),
      run: () => go({ name: 'retainer', id: retainer.id }),
    })),
    // The last ones first: of names that match alike they are meant more often.
    ...[...invoices.values()].toReversed().map((invoice) => ({
      id: `invoice ${invoice.id}`,
      name: nameOf(invoice),
      icon: ReceiptText,
      note: invoice.type === 'creditNote' ? t('app.palette.creditNote') : t('app.palette.invoice'),
      run: () => go({ name: 'invoice', id: invoice.id }),
    })),
  ]

  function nameOf(invoice: Invoice): string {
    const client = nameInWords(clients.get(invoice.clientId)?.name ?? '')
    return invoice.number === null ? client : `${numberText(invoice)} ${client}`
  }
}
