import type { SettingsView } from '#shared/ipc.ts'
import { useWords } from '../words.tsx'
import { useSettings } from '../workspace.tsx'

const SIGNS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→', Enter: '↵' }
const MAC: Readonly<Record<string, string>> = { CommandOrControl: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' }

/** Accelerators as they are printed on this system's keys: `Ctrl Alt Space`, `⌘⌥Space`. */
export function useKeysText(): (accelerator: string) => string {
  const { t } = useWords()
  const { platform } = useSettings()
  const words = { space: t('settings.shortcut.space'), shift: t('settings.shortcut.shift') }
  return (accelerator) => keysText(accelerator, platform, words)
}

export function keysText(
  accelerator: string,
  platform: SettingsView['platform'],
  words: { space: string; shift: string },
): string {
  const parts = accelerator.split('+').map((part) => {
    if (platform === 'mac' && MAC[part] !== undefined) return MAC[part]
    if (part === 'CommandOrControl' || part === 'Control') return 'Ctrl'
    if (part === 'Super') return platform === 'windows' ? 'Win' : 'Super'
    if (part === 'Shift') return words.shift
    return part === 'Space' ? words.space : (SIGNS[part] ?? part)
  })
  return parts.join(platform === 'mac' ? '' : ' ')
}
