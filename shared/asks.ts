import type { Day } from './kernel/day.ts'
import type { Id } from './kernel/id.ts'

/** What the app's menu asks of the window. */
export type MenuAsk =
  | 'import'
  | 'export'
  | 'exportAll'
  | 'readBack'
  | 'closeMonth'
  | 'settings'
  | 'undo'
  | 'redo'
  | 'palette'
  | 'guide'
  | 'news'
  | 'shortcuts'

/** What a link `mainstay://start` says: names as somebody wrote them, empty where it says nothing. */
export interface LinkedStart {
  readonly client: string
  readonly work: string
  readonly note: string
}

/** What is asked for from outside the window, a place to go to among it. */
export type Ask =
  | { readonly what: MenuAsk | 'today' }
  | { readonly what: 'retainer'; readonly id: Id }
  | { readonly what: 'start'; readonly link: LinkedStart }
  | { readonly what: 'day'; readonly day: Day }
