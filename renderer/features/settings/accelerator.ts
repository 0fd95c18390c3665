import type { SettingsView } from '#shared/ipc.ts'

type Platform = SettingsView['platform']

/** What is read of a key that was pressed. */
export interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/** Keys by their place on the keyboard, as accelerators name them. */
const NAMED: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Enter',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** The key without what is held with it: letters as the layout has them, figures and the rest by their place. */
function keyOf({ key, code }: Pressed): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  // With Option held, macOS makes another sign of a letter.
  const place = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code)
  return place?.[1] ?? place?.[2] ?? place?.[3] ?? NAMED[code] ?? null
}

/** Ctrl, Alt, Shift and the like, which do nothing by themselves. */
export const isHeldKey = ({ key }: Pressed): boolean => ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta'].includes(key)

/** The shortcut for the whole system that was pressed; null where it would take a key away from typing. */
export function acceleratorOf(pressed: Pressed, platform: Platform): string | null {
  const key = keyOf(pressed)
  const { ctrlKey, altKey, shiftKey, metaKey } = pressed
  const isFree = ctrlKey || altKey || metaKey || (key !== null && /^F\d/.test(key))
  if (key === null || !isFree) return null
  const isMac = platform === 'mac'
  const held = [
    (isMac ? metaKey : ctrlKey) && 'CommandOrControl',
    isMac && ctrlKey && 'Control',
    !isMac && metaKey && 'Super',
    altKey && 'Alt',
    shiftKey && 'Shift',
  ]
  return [...held.filter((each) => each !== false), key].join('+')
}
