import { globalShortcut } from 'electron'
import type { ShortcutName, ShortcutState } from '#shared/ipc.ts'

const MODIFIERS = /^(?:(?:Command|Cmd)(?:OrControl|OrCtrl)?|Control|Ctrl|Alt|Option|AltGr|Shift|Super|Meta)$/
const FUNCTION_KEY = /^F(?:[1-9]|1\d|2[0-4])$/

/** A key with a modifier, or a function key: any other would be taken from every program of the machine. */
export function isShortcut(accelerator: string): boolean {
  const words = accelerator.split('+')
  const key = words.pop() ?? ''
  const isKey = /^[\dA-Za-z]$/.test(key) || (/^[A-Z]\w+$/.test(key) && !MODIFIERS.test(key))
  if (!isKey || !words.every((word) => MODIFIERS.test(word))) return false
  return FUNCTION_KEY.test(key) || words.some((word) => word !== 'Shift')
}

export interface Shortcut {
  readonly name: ShortcutName
  readonly accelerator: string | null
  readonly act: () => void
}

/**
 * The shortcuts that work from anywhere, all bound anew. The system does not say why it refuses one, so that a clash
 * is told as what it is: not ours. On Wayland a refusal means that no program may have any.
 */
export function bindShortcuts(shortcuts: readonly Shortcut[]): Record<ShortcutName, ShortcutState> {
  globalShortcut.unregisterAll()
  const states: Record<ShortcutName, ShortcutState> = { toggle: 'off', show: 'off', switch: 'off' }
  const bound = new Set<string>()
  for (const { name, accelerator, act } of shortcuts) {
    if (accelerator === null) continue
    states[name] = bound.has(accelerator) ? 'twice' : bind(accelerator, act)
    bound.add(accelerator)
  }
  return states
}

function bind(accelerator: string, act: () => void): ShortcutState {
  const isWayland = process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland'
  try {
    return isShortcut(accelerator) && globalShortcut.register(accelerator, act) ? 'on' : isWayland ? 'none' : 'taken'
  } catch {
    return 'taken' // not an accelerator that the system knows
  }
}
