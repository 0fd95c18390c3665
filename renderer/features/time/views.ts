import { CalendarDays, CalendarRange, List, type LucideIcon } from 'lucide-react'
import { lazy, type ComponentType, type ReactNode } from 'react'
import type { MessageKey } from '#shared/i18n/translator.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { TimeView } from '../../place.tsx'
import { DayPlace } from './day-place.tsx'

/** What every view of Time is given. It draws its own head, with `modes` at the head's right end. */
export interface ViewProps {
  /** The day that is looked at, or whose week is. */
  day: Day
  show: (day: Day) => void
  modes: ReactNode
  /** What entries are looked for; what was looked for last where nothing is. */
  search?: string | undefined
}

interface View {
  readonly id: TimeView
  readonly label: MessageKey
  readonly icon: LucideIcon
  readonly View: ComponentType<ViewProps>
}

const WeekPlace = lazy(async () => ({ default: (await import('./week-place.tsx')).WeekPlace }))
const ListPlace = lazy(async () => ({ default: (await import('./list-place.tsx')).ListPlace }))

/** The views that there are, in the order of the switch and of their keys (Ctrl or Cmd with 1, 2, 3). */
export const views = [
  { id: 'day', label: 'time.views.day', icon: CalendarDays, View: DayPlace },
  { id: 'week', label: 'time.views.week', icon: CalendarRange, View: WeekPlace },
  { id: 'list', label: 'time.views.list', icon: List, View: ListPlace },
] as const satisfies readonly View[]

export type ViewId = (typeof views)[number]['id']

/** That view, or the day where there is none of that name. */
export const viewOf = (id: TimeView): (typeof views)[number] => views.find((view) => view.id === id) ?? views[0]
