import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { Day, Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Minor, Minutes } from '#shared/kernel/units.ts'

/** How Time is looked at. */
export type TimeView = 'day' | 'week' | 'list'

/** Where one can be. There is no address bar: a place is a value. */
export type Place =
  | { readonly name: 'today' }
  /** With `search` the list of the entries that it finds. */
  | { readonly name: 'time'; readonly day?: Day; readonly view?: TimeView; readonly search?: string }
  /** With `making` the dialog of a new one is open already. */
  | { readonly name: 'clients'; readonly making?: true }
  | { readonly name: 'client'; readonly id: Id }
  | { readonly name: 'retainers' }
  /** With `period`, the first day of one, its row of the ledger is open. */
  | { readonly name: 'retainer'; readonly id: Id; readonly period?: Day }
  /** The editor of a new retainer, for a client or for one yet to be chosen. */
  | { readonly name: 'newRetainer'; readonly clientId?: Id; readonly offer?: OfferedTerms }
  | { readonly name: 'editRetainer'; readonly id: Id }
  /** What is said to the client of a retainer, and the agreement to be signed. */
  | { readonly name: 'proposal'; readonly id: Id; readonly document?: 'agreement' }
  /** The pricing lab, on a client's own months or on nobody's. */
  | { readonly name: 'pricing'; readonly clientId?: Id }
  | { readonly name: 'income' }
  | { readonly name: 'billing' }
  /** An invoice or a credit note, draft or not. */
  | { readonly name: 'invoice'; readonly id: Id }
  /** What a client reads of a period, which begins on `start`. */
  | { readonly name: 'report'; readonly engagementId: Id; readonly start: Day }
  /** The guided pass over a month; without one over the last that is over. */
  | { readonly name: 'close'; readonly month?: Month }
  /** The first steps, one after the other. */
  | { readonly name: 'guide' }
  | { readonly name: 'settings' }
  | { readonly name: 'backups' }
  /** What is on the disk. */
  | { readonly name: 'health' }

/** What the pricing lab hands to the editor: terms to begin with, in place of those that a history suggests. */
export interface OfferedTerms {
  readonly hours: Minutes
  readonly fee: Minor
  readonly currency: string
  /** An hour without the offer: what is past the included ones costs as much. */
  readonly listRate: Minor
  /** Extra time in each period; 0 is none. */
  readonly extra: Minutes
  /** What else comes on top. */
  readonly perks: readonly OfferedPerk[]
}

/** So many times in each period, or (null) a promise; with its worth at list price. */
export interface OfferedPerk {
  readonly name: string
  readonly count: number | null
  readonly worth: Minor
}

interface Navigation {
  readonly place: Place
  readonly go: (to: Place) => void
  /** The same place in another state: going back does not lead through the one before. */
  readonly replace: (by: Place) => void
  readonly back: () => void
}

const NavigationContext = createContext<Navigation | null>(null)

const start: Place = { name: 'today' }

export function NavigationProvider({ children }: { children: ReactNode }) {
  const [stack, setStack] = useState<readonly Place[]>([start])
  const place = stack.at(-1) ?? start
  const go = useCallback((to: Place) => setStack((before) => [...before.slice(-49), to]), [])
  const replace = useCallback((by: Place) => setStack((before) => [...before.slice(0, -1), by]), [])
  const back = useCallback(() => setStack((before) => (before.length > 1 ? before.slice(0, -1) : before)), [])
  const navigation = useMemo(() => ({ place, go, replace, back }), [place, go, replace, back])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (!navigation) throw new Error('no navigation around this component')
  return navigation
}
