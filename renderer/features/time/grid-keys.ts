/** What a key means in the list. */
export type GridDeed =
  | { readonly kind: 'go'; readonly to: number; readonly extends: boolean }
  | { readonly kind: 'all' | 'none' | 'toggle' | 'edit' | 'remove' | 'menu' }

export interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

interface Where {
  readonly active: number
  readonly lines: number
  /** How many lines are in sight. */
  readonly page: number
}

/** The keys that lists and spreadsheets share; null for those that are not the list's. */
export function gridKey(key: Key, { active, lines, page }: Where): GridDeed | null {
  if (key.altKey) return null
  const isCommand = key.ctrlKey || key.metaKey
  if (isCommand && key.key.toLowerCase() === 'a') return { kind: 'all' }
  const last = lines - 1
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: last,
  }
  const to = targets[key.key]
  if (to !== undefined) return { kind: 'go', to: Math.max(0, Math.min(last, to)), extends: key.shiftKey }
  if (key.key === 'F10' && key.shiftKey) return { kind: 'menu' }
  if (isCommand) return null
  const deeds: Readonly<Record<string, GridDeed['kind']>> = {
    ' ': 'toggle',
    Enter: 'edit',
    F2: 'edit',
    Delete: 'remove',
    Backspace: 'remove',
    Escape: 'none',
    ContextMenu: 'menu',
  }
  const kind = deeds[key.key]
  return kind === undefined || kind === 'go' ? null : { kind }
}
