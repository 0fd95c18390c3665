import { globalShortcut } from 'electron'
import type { SettingsView } from '#shared/ipc.ts'

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

/**
 * The shortcut that starts and stops from anywhere. The system does not say why it refuses one, so that a clash is
 * told as what it is: not ours.
 */
export function bindShortcut(accelerator: string | null, act: () => void): SettingsView['shortcut'] {
  globalShortcut.unregisterAll()
  if (accelerator === null) return 'off'
  try {
    return isShortcut(accelerator) && globalShortcut.register(accelerator, act) ? 'on' : 'taken'
  } catch {
    return 'taken' // not an accelerator that the system knows
  }
}
