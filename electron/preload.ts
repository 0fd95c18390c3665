import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, CallName, EventName, Events } from '#shared/ipc.ts'
import { holdUntilHeard } from './hold-until-heard.ts'

const call =
  (name: CallName) =>
  (input?: unknown): Promise<never> =>
    ipcRenderer.invoke(name, input) as Promise<never>

const asks = holdUntilHeard<Events['ask']>((act) => setTimeout(act))
ipcRenderer.on('event:ask', (_event, told: Events['ask']) => asks.hear(told))

/** The contract, and nothing that would reach further. */
const bridge = {
  load: call('load'),
  months: call('months'),
  listEntries: call('listEntries'),
  listedIds: call('listedIds'),
  execute: call('execute'),
  undo: call('undo'),
  redo: call('redo'),
  setSettings: call('setSettings'),
  readyImport: call('readyImport'),
  chooseImport: call('chooseImport'),
  chooseTable: call('chooseTable'),
  offerImport: call('offerImport'),
  previewImport: call('previewImport'),
  commitImport: call('commitImport'),
  cancelImport: call('cancelImport'),
  exportEntries: call('exportEntries'),
  saveTable: call('saveTable'),
  saveDocument: call('saveDocument'),
  holidays: call('holidays'),
  holidayCountries: call('holidayCountries'),
  lost: call('lost'),
  findData: call('findData'),
  showDataFolder: call('showDataFolder'),
  showSample: call('showSample'),
  leaveSample: call('leaveSample'),
  showWindow: call('showWindow'),
  backups: call('backups'),
  backUp: call('backUp'),
  acceptDrop: call('acceptDrop'),
  compareBackup: call('compareBackup'),
  restoreBackup: call('restoreBackup'),
  chooseSecondCopy: call('chooseSecondCopy'),
  stopSecondCopy: call('stopSecondCopy'),
  exportEverything: call('exportEverything'),
  chooseEverything: call('chooseEverything'),
  restoreEverything: call('restoreEverything'),
  moveData: call('moveData'),
  trashOldData: call('trashOldData'),
  health: call('health'),
  verify: call('verify'),
  on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => {
    if (name === 'ask') return asks.on(listener as (event: Events['ask']) => void)
    const hear = (_event: unknown, told: Events[Name]): void => listener(told)
    ipcRenderer.on(`event:${name}`, hear)
    return () => void ipcRenderer.removeListener(`event:${name}`, hear)
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('mainstay', bridge)
