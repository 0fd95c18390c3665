import type FileSystem from 'node:fs'
import { mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openSettings } from '#electron/settings.ts'

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>()
  return { ...fs, renameSync: vi.fn(fs.renameSync) }
})

const folderWith = (text?: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mainstay-settings-'))
  if (text !== undefined) writeFileSync(path.join(folder, 'settings.json'), text)
  return folder
}
const textIn = (folder: string, name = 'settings.json'): string => readFileSync(path.join(folder, name), 'utf8')
const defaults = {
  language: null,
  theme: 'system',
  shortcut: 'CommandOrControl+Alt+Space',
  shortcutShow: null,
  shortcutSwitch: null,
  awayAfter: 600,
  dayEnd: 64_800,
  dayEndTold: null,
  notices: { away: true, long: true, alerts: true, dayEnd: true },
  closeToTray: null,
  openAtLogin: false,
  openHidden: true,
  newsSeen: null,
  machine: null,
  mini: null,
  dataFolder: null,
  dataSeen: null,
  previousDataFolder: null,
  backupFolder: null,
  window: null,
  importColumns: {},
}

describe('the settings', () => {
  test('have defaults where there is no file', () => {
    expect(openSettings(folderWith(), vi.fn()).get()).toEqual(defaults)
  })

  test('are kept, readable for their owner alone', async () => {
    const folder = folderWith()
    const settings = openSettings(folder, vi.fn())
    settings.set({ theme: 'dark' })
    await settings.saved()
    // From the first time on at once: a window that closes with the app leaves no time.
    settings.set({ shortcut: null })
    expect(openSettings(folder, vi.fn()).get()).toEqual({ ...defaults, theme: 'dark', shortcut: null })
    expect(statSync(path.join(folder, 'settings.json')).mode & 0o777).toBe(0o600)
  })

  test('keep what a later version has put there', async () => {
    const folder = folderWith('{ "theme": "light", "sound": { "volume": 3 } }')
    const settings = openSettings(folder, vi.fn())
    settings.set({ language: 'it' })
    await settings.saved()
    expect(JSON.parse(textIn(folder))).toMatchObject({ theme: 'light', sound: { volume: 3 }, language: 'it' })
  })

  test('may begin with a byte order mark', async () => {
    const folder = folderWith('\uFEFF{ "theme": "dark", "dataFolder": "/mnt/data" }')
    const settings = openSettings(folder, vi.fn())
    expect(settings.get()).toEqual({ ...defaults, theme: 'dark', dataFolder: '/mnt/data' })
    settings.set({ language: 'it' })
    await settings.saved()
    expect(JSON.parse(textIn(folder))).toMatchObject({ dataFolder: '/mnt/data', language: 'it' })
  })

  test('say where the data is, also where they are broken elsewhere', () => {
    const folder = folderWith('{ "dataFolder": "C:\\\\Work \\"mine\\"", "dataSeen": "/mnt/data", "theme": "da')
    expect(openSettings(folder, vi.fn()).get()).toEqual({
      ...defaults,
      dataFolder: 'C:\\Work "mine"',
      dataSeen: '/mnt/data',
    })
    expect(readdirSync(folder).filter((name) => name.startsWith('settings.broken-'))).toHaveLength(1)
  })

  test('that are broken and cannot be set aside stay as they are, and the app opens', async () => {
    const folder = folderWith('{ "theme": "da')
    vi.mocked(renameSync).mockImplementationOnce(() => {
      throw Object.assign(new Error('EROFS of the test'), { code: 'EROFS' })
    })
    const log = vi.fn()
    const settings = openSettings(folder, log)
    expect(settings.get()).toEqual(defaults)
    settings.set({ theme: 'light' })
    await settings.saved()
    expect(settings.get().theme).toBe('light')
    await expect(settings.keep({ dataFolder: '/mnt/data' })).rejects.toThrow('in the way')
    expect(textIn(folder)).toBe('{ "theme": "da')
    expect(log).toHaveBeenCalledWith(
      'the settings could not be set aside: they are left as they are',
      expect.anything(),
    )
  })

  test('fall back one by one: a bad one takes no other with it', () => {
    const folder = folderWith('{ "theme": "pink", "language": "it", "window": { "x": "left" }, "shortcut": 7 }')
    expect(openSettings(folder, vi.fn()).get()).toEqual({ ...defaults, language: 'it' })
  })

  test.each([
    ['empty', ''],
    ['cut', '{ "theme": "dar'],
    ['a page', '<!doctype html>'],
    ['zeros', '\0\0\0\0'],
    ['a list', '["dark"]'],
    ['a number', '5'],
    ['null', 'null'],
  ])('open where the file is %s, and the broken one is never lost', async (_name, broken) => {
    const folder = folderWith(broken)
    const settings = openSettings(folder, vi.fn())
    expect(settings.get()).toEqual(defaults)
    settings.set({ theme: 'dark' })
    await settings.saved()
    expect(readdirSync(folder).map((name) => textIn(folder, name))).toContain(broken)
    expect(openSettings(folder, vi.fn()).get()).toEqual({ ...defaults, theme: 'dark' })
  })

  test('are true for this run where the disk refuses them, which is logged', async () => {
    const [folder, log] = [folderWith(), vi.fn()]
    const settings = openSettings(folder, log)
    await settings.saved()
    writeFileSync(path.join(folder, 'settings.json'), '{}')
    vi.spyOn(JSON, 'stringify').mockImplementation(() => {
      throw new Error('no room')
    })
    expect(settings.set({ theme: 'dark' })).toEqual({ ...defaults, theme: 'dark' })
    expect(log).toHaveBeenCalledOnce()
    expect(settings.get().theme).toBe('dark')
  })
})
