import { expect, test } from 'vitest'
import { isShortcut } from '#electron/shortcut.ts'

test.each(['CommandOrControl+Alt+Space', 'Ctrl+Shift+T', 'Super+F3', 'F9', 'Shift+F12', 'Alt+5', 'CmdOrCtrl+PageUp'])(
  '%s can be a shortcut',
  (accelerator) => expect(isShortcut(accelerator)).toBe(true),
)

test.each(['Q', 'Shift+Q', 'Space', 'Nonsense+Q', 'Ctrl', 'Ctrl+Alt', 'Ctrl+', '+', '', 'Ctrl+Q+W', 'F99', 'ctrl+q '])(
  '%j would take a key from other programs, or is none',
  (accelerator) => expect(isShortcut(accelerator)).toBe(false),
)
