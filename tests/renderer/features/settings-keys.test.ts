import { describe, expect, test } from 'vitest'
import { acceleratorOf, type Pressed } from '#renderer/features/settings/accelerator.ts'
import { keysText } from '#renderer/parts/keys-text.ts'
import { rescale } from '#renderer/features/settings/rescale.ts'
import { minor } from '#shared/kernel/units.ts'

const press = (key: string, code: string, held = ''): Pressed => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
})
const words = { space: 'Spazio', shift: 'Maiusc' }

describe('the keys that were pressed, as an accelerator', () => {
  test.each([
    ['a letter is the one of the layout', press('q', 'KeyA', 'ctrl alt'), 'linux', 'CommandOrControl+Alt+Q'],
    ['figures are by their place', press('&', 'Digit1', 'ctrl shift'), 'windows', 'CommandOrControl+Shift+1'],
    ['Option makes another sign of a letter', press('å', 'KeyA', 'meta alt'), 'mac', 'CommandOrControl+Alt+A'],
    ['Ctrl of a Mac is its own key', press(' ', 'Space', 'ctrl'), 'mac', 'Control+Space'],
    ['the Windows key', press('s', 'KeyS', 'meta shift'), 'windows', 'Super+Shift+S'],
    ['a key of its own', press('F9', 'F9'), 'linux', 'F9'],
    ['would be taken from typing', press('k', 'KeyK', 'shift'), 'linux', null],
    ['has no name', press('à', 'Quote', 'ctrl'), 'linux', null],
  ] as const)('%s', (_, pressed, platform, expected) => expect(acceleratorOf(pressed, platform)).toBe(expected))
})

test('they are shown as they are printed on the system’s keys', () => {
  expect(keysText('CommandOrControl+Alt+Space', 'linux', words)).toBe('Ctrl Alt Spazio')
  expect(keysText('CommandOrControl+Alt+Space', 'mac', words)).toBe('⌘⌥Spazio')
  expect(keysText('Super+Shift+Left', 'windows', words)).toBe('Win Maiusc ←')
})

test('an amount keeps its figure in another currency, whatever its decimals', () => {
  expect(rescale(minor(8000), 'EUR', 'USD')).toBe(8000)
  expect(rescale(minor(8050), 'EUR', 'JPY')).toBe(81)
  expect(rescale(minor(80), 'JPY', 'BHD')).toBe(80_000)
})
