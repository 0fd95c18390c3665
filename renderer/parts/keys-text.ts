import type { SettingsView } from '#shared/ipc.ts'

const SIGNS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→', Enter: '↵' }
const MAC: Readonly<Record<string, string>> = { CommandOrControl: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' }

/** The accelerator as it is printed on the keys: `Ctrl Alt Space`, `⌘⌥Space`. */
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
