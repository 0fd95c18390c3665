import { globalShortcut } from 'electron'
import type { SettingsView } from '#shared/ipc.ts'

/**
 * The shortcut that starts and stops from anywhere. The system does not say why it refuses one, so that a clash is
 * told as what it is: not ours.
 */
export function bindShortcut(accelerator: string | null, act: () => void): SettingsView['shortcut'] {
  globalShortcut.unregisterAll()
  if (accelerator === null) return 'off'
  try {
    return globalShortcut.register(accelerator, act) ? 'on' : 'taken'
  } catch {
    return 'taken' // not an accelerator that the system knows
  }
}
