import { expect, type ElectronApplication } from '@playwright/test'

/** The menu comes a moment after the window's first picture. */
const menuIsThere = (electron: ElectronApplication): Promise<void> =>
  expect.poll(() => electron.evaluate(({ Menu }) => Menu.getApplicationMenu() !== null)).toBe(true)

/** Chooses an item of the application's menu by its labels, as a click on it does. */
export async function chooseInMenu(electron: ElectronApplication, ...labels: readonly string[]): Promise<void> {
  await menuIsThere(electron)
  return electron.evaluate(({ Menu, BrowserWindow }, path) => {
    let items = Menu.getApplicationMenu()?.items ?? []
    let found = items[0]
    for (const label of path) {
      found = items.find((item) => item.label === label)
      if (!found) throw new Error(`no ${label} among ${items.map((item) => item.label).join(', ')}`)
      items = found.submenu?.items ?? []
    }
    const window = BrowserWindow.getAllWindows()[0]
    found?.click(undefined, window, window?.webContents)
  }, labels)
}

/** The labels of the application's menu, those of its submenus behind each. */
export async function menuLabels(electron: ElectronApplication): Promise<string[]> {
  await menuIsThere(electron)
  return electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) => [
      label,
      ...(submenu?.items ?? []).filter(({ type }) => type !== 'separator').map((item) => item.label),
    ]),
  )
}

/** From now on the system's dialog for a file answers with this one, or with nothing, and opens no window. */
export function answerFileDialog(electron: ElectronApplication, file: string | null): Promise<void> {
  return electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve(chosen === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [chosen] })
  }, file)
}

/** What the system's dialog for a file to write will answer. */
export function answerSaveDialog(electron: ElectronApplication, file: string): Promise<void> {
  return electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, file)
}

/**
 * Lets time pass for the shell, all at once: by the wall clock and by the machine's own, unless only the wall clock is
 * set. The page's clock stays.
 */
export function letPass(
  electron: ElectronApplication,
  seconds: number,
  clocks: 'both' | 'wall' = 'both',
): Promise<void> {
  return electron.evaluate(
    (_electron, { by, isMachines }) => {
      const os = process.mainModule?.require('node:os') as { uptime: () => number }
      const [now, uptime] = [Date.now, os.uptime]
      Date.now = () => now() + by * 1000
      if (isMachines) os.uptime = () => uptime() + by
    },
    { by: seconds, isMachines: clocks === 'both' },
  )
}

/** What the system tells of its sleep and its screen. */
export const power = (
  electron: ElectronApplication,
  sign: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen',
): Promise<void> => electron.evaluate(({ powerMonitor }, told) => void powerMonitor.emit(told), sign)

/** From now on notifications are kept in place of being shown. */
export function keepNotices(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(({ Notification }) => {
    const kept = globalThis as { noticesKept?: Electron.Notification[] }
    kept.noticesKept = []
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      kept.noticesKept?.push(this)
    }
  })
}

const noticesKept = (electron: ElectronApplication) =>
  electron.evaluate(() =>
    ((globalThis as { noticesKept?: Electron.Notification[] }).noticesKept ?? []).map(
      ({ title, body }) => `${title} ${body}`,
    ),
  )
export const notices = async (electron: ElectronApplication): Promise<string[]> =>
  (await noticesKept(electron)).map((text) => text.replaceAll('\u00a0', ' '))

export const clickNotice = (electron: ElectronApplication, title: string): Promise<void> =>
  electron.evaluate((_electron, part) => {
    const kept = (globalThis as { noticesKept?: Electron.Notification[] }).noticesKept ?? []
    const found = kept.find((notice) => notice.title.includes(part))
    if (!found) throw new Error(`no notice of ${part}`)
    found.emit('click')
  }, title)
