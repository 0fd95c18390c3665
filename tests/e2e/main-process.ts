import type { ElectronApplication } from '@playwright/test'

/** Chooses an item of the application's menu by its labels, as a click on it does. */
export function chooseInMenu(electron: ElectronApplication, ...labels: readonly string[]): Promise<void> {
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
export function menuLabels(electron: ElectronApplication): Promise<string[]> {
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
