import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'

const run = promisify(execFile)

/** A hand on the real screen, past Electron: keys and clicks go where the window manager sends them. */
const xdotool = async (...words: readonly string[]): Promise<string> => (await run('xdotool', words)).stdout.trim()

interface Place {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The visible windows of a class, in the order of the window tree. */
async function windows(name: string): Promise<Place[]> {
  const ids = await xdotool('search', '--onlyvisible', '--class', name).catch(() => '')
  const found = await Promise.all(ids.split('\n').filter(Boolean).map(placeOf))
  return found.filter((place) => place !== null)
}

async function placeOf(id: string): Promise<Place | null> {
  // A window may have gone since it was found.
  const told = await xdotool('getwindowgeometry', '--shell', id).catch(() => '')
  const value = (key: string): number => Number(new RegExp(`^${key}=(-?\\d+)$`, 'm').exec(told)?.[1] ?? Number.NaN)
  const place = { id, x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') }
  return Number.isNaN(place.width) ? null : place
}

/** Electron's own windows have the name of its executable. */
const OURS = '^electron$'
const PANEL = 'trayer'

const isWithin = (inner: Place, outer: Place): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1

/** The icon as it stands in the panel. */
async function trayIcon(): Promise<Place> {
  let icon: Place | undefined
  await expect(async () => {
    const [panel] = await windows(PANEL)
    if (!panel) throw new Error('there is no panel')
    icon = (await windows(OURS)).find((place) => place.width > 8 && isWithin(place, panel))
    expect(icon, 'an icon in the tray').toBeDefined()
  }).toPass({ timeout: 15_000 })
  return icon as Place
}

const menus = async (): Promise<Place[]> =>
  (await windows(OURS)).filter((place) => place.x >= 0 && place.y >= 20 && place.height > 60)

async function clickOnIcon(button: '1' | '3'): Promise<void> {
  const { x, y, width, height } = await trayIcon()
  await xdotool('mousemove', String(x + Math.round(width / 2)), String(y + Math.round(height / 2)), 'click', button)
}

/** Clicks on the icon in the tray. */
export const clickTrayIcon = (): Promise<void> => clickOnIcon('1')

/** Opens the tray's menu, with the right button. */
export async function openTrayMenu(): Promise<void> {
  await expect(async () => {
    await clickOnIcon('3')
    await expect.poll(async () => (await menus()).length, { timeout: 2000 }).toBe(1)
  }).toPass({ timeout: 15_000 })
}

/** Takes the n-th item that can be taken (1 is the first) of the open menu, by the keys. */
export async function takeFromMenu(nth: number): Promise<void> {
  for (let step = 0; step < nth; step++) await xdotool('key', 'Down')
  await xdotool('key', 'Return')
  await expect.poll(async () => (await menus()).length, 'open menus').toBe(0)
}

export async function closeMenu(): Promise<void> {
  await xdotool('key', 'Escape')
  await expect.poll(async () => (await menus()).length, 'open menus').toBe(0)
}

/** Presses keys as a hand does, wherever the focus is: `ctrl+alt+space`. */
export const press = async (keys: string): Promise<void> => void (await xdotool('key', keys))

/** Brings the app's window to the front and gives it the keyboard. */
export async function focusWindow(): Promise<void> {
  const id = await xdotool('search', '--onlyvisible', '--name', '^Mainstay$')
  await xdotool('windowactivate', '--sync', id.split('\n')[0] ?? '')
}

/** A picture of the whole screen, menus of the system included. */
export async function photograph(): Promise<Buffer> {
  const { stdout } = await run('import', ['-window', 'root', 'png:-'], { encoding: 'buffer', maxBuffer: 20_000_000 })
  return stdout
}

/** Moves the pointer a little, as somebody does who is back. */
export async function touchPointer(): Promise<void> {
  await xdotool('mousemove_relative', '7', '7')
  await xdotool('mousemove_relative', '--', '-7', '-7')
}
