import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, CallName, EventName, Events } from '#shared/ipc.ts'

const call =
  (name: CallName) =>
  (input?: unknown): Promise<never> =>
    ipcRenderer.invoke(name, input) as Promise<never>

/** The contract, and nothing that would reach further. */
const bridge = {
  load: call('load'),
  months: call('months'),
  execute: call('execute'),
  undo: call('undo'),
  redo: call('redo'),
  setSettings: call('setSettings'),
  chooseImport: call('chooseImport'),
  offerImport: call('offerImport'),
  previewImport: call('previewImport'),
  commitImport: call('commitImport'),
  holidays: call('holidays'),
  holidayCountries: call('holidayCountries'),
  showDataFolder: call('showDataFolder'),
  on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => {
    const hear = (_event: unknown, told: Events[Name]): void => listener(told)
    ipcRenderer.on(`event:${name}`, hear)
    return () => void ipcRenderer.removeListener(`event:${name}`, hear)
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('mainstay', bridge)
