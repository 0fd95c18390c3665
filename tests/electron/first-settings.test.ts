import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { readFirstSettings } from '#electron/first-settings.ts'
import { openSettings } from '#electron/settings.ts'

const folderWith = (text?: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mainstay-first-'))
  if (text !== undefined) writeFileSync(path.join(folder, 'settings.json'), text)
  return folder
}
const place = { x: 10, y: 20, width: 1000, height: 700, maximized: false }

test.each([
  ['no file'],
  ['all of it', JSON.stringify({ theme: 'dark', window: place, language: 'it' })],
  ['a language that is none', JSON.stringify({ language: 'fr', theme: 'dark' })],
  ['a place alone', JSON.stringify({ window: { ...place, x: -200, maximized: true } })],
  ['a theme that is none', JSON.stringify({ theme: 'pink', window: place })],
  ['a place that is none', JSON.stringify({ theme: 'light', window: { ...place, x: 'left' } })],
  ['half a place', JSON.stringify({ window: { x: 1, y: 2 } })],
  ['half pixels', JSON.stringify({ window: { ...place, width: 1000.5 } })],
  ['a start without a window', JSON.stringify({ openHidden: false })],
  ['what is neither yes nor no', JSON.stringify({ openHidden: 'no' })],
  ['no window', JSON.stringify({ window: null })],
  ['a cut file', '{ "theme": "dar'],
  ['a list', '["dark"]'],
  ['null', 'null'],
])('of %s the first window is told what the settings say later', (_name, text?: string) => {
  const folder = folderWith(text)
  const first = readFirstSettings(folder)
  const { language, theme, window, openHidden } = openSettings(folder, vi.fn()).get()
  expect(first).toEqual({ language, theme, window, openHidden })
})
