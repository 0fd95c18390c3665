import {
  CalendarCheck2,
  ChartColumn,
  Clock,
  ReceiptText,
  Repeat2,
  Settings2,
  Sparkle,
  Sunrise,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { ask } from '../asks.ts'
import { useNavigation, type Place } from '../place.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icon.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { useSettings } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import css from './rail.module.css'
import { SampleNote } from './sample-note.tsx'

/** Only places that exist. */
const places = ['today', 'time', 'clients', 'retainers', 'income', 'billing'] as const
type RailPlace = (typeof places)[number] | 'close' | 'settings'

const icons: Record<RailPlace, LucideIcon> = {
  today: Sunrise,
  time: Clock,
  clients: UsersRound,
  retainers: Repeat2,
  income: ChartColumn,
  billing: ReceiptText,
  close: CalendarCheck2,
  settings: Settings2,
}

export function Rail() {
  const { t } = useWords()
  return (
    <nav className={cx(css.rail)} aria-label={t('app.places')}>
      {places.map((name) => (
        <RailItem key={name} name={name} />
      ))}
      <span className={cx(css.rest)} />
      <NewsItem />
      <RailItem name="close" />
      <RailItem name="settings" />
      <SampleNote />
    </nav>
  )
}

function RailItem({ name }: { name: RailPlace }) {
  const { t } = useWords()
  const { place, go } = useNavigation()
  const label = labelOf(t, name)
  const isCurrent = railPlaceOf(place) === name
  return (
    <Tooltip text={label} placement="right">
      <Button
        className={cx(css.item)}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        aria-label={label}
        onPress={() => go({ name })}
      >
        <Icon of={icons[name]} size={18} />
        <span className={cx(css.label)}>{label}</span>
      </Button>
    </Tooltip>
  )
}

/** After an update, until it has been looked at once: what the app can do now and could not before. */
function NewsItem() {
  const { t } = useWords()
  const { settings, version } = useSettings()
  if (settings.newsSeen === null || settings.newsSeen === version) return null
  return (
    <Tooltip text={t('shell.menu.news')} placement="right">
      <Button className={cx(css.item)} aria-label={t('shell.menu.news')} onPress={() => ask('news')}>
        <Icon of={Sparkle} size={18} />
        <span className={cx(css.label)}>{t('shell.menu.news')}</span>
      </Button>
    </Tooltip>
  )
}

/** Under which place of the rail a screen stands. */
function railPlaceOf(place: Place): RailPlace {
  switch (place.name) {
    case 'client':
      return 'clients'
    case 'retainer':
    case 'newRetainer':
    case 'editRetainer':
    case 'report':
    case 'pricing':
    case 'proposal':
      return 'retainers'
    case 'invoice':
      return 'billing'
    case 'backups':
    case 'health':
      return 'settings'
    case 'guide':
      return 'today'
    default:
      return place.name
  }
}

function labelOf(t: Translator, name: RailPlace): string {
  switch (name) {
    case 'today':
      return t('shell.rail.today')
    case 'time':
      return t('shell.rail.time')
    case 'clients':
      return t('shell.rail.clients')
    case 'retainers':
      return t('shell.rail.retainers')
    case 'income':
      return t('shell.rail.income')
    case 'billing':
      return t('shell.rail.billing')
    case 'close':
      return t('shell.rail.close')
    case 'settings':
      return t('shell.rail.settings')
    default:
      return assertNever(name)
  }
}
