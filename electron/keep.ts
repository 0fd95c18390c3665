import path from 'node:path'
import { app, dialog, shell, type BrowserWindow } from 'electron'
import type { ReadEverything } from '#shared/formats/everything.ts'
import { dayAt, instantOf } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import { wholesale, type DataOffer, type Restorable } from '#shared/keeping.ts'
import { preferencesOf } from '#shared/domain/book.ts'
import type { Handlers } from './ipc.ts'
import { isInside } from './keeping/is-inside.ts'
import type { SettingsFile } from './settings.ts'
import { causeOf } from './storage/problems.ts'
import { turns } from './storage/turns.ts'
import type { OpenWorkspace } from './workspace.ts'

/** All of it is in a file of its own: no start waits for it. */
const room = () => import('./keeping/index.ts')

export type KeepingHandlers = Pick<
  Handlers,
  | 'backups'
  | 'backUp'
  | 'acceptDrop'
  | 'compareBackup'
  | 'restoreBackup'
  | 'chooseSecondCopy'
  | 'stopSecondCopy'
  | 'exportEverything'
  | 'chooseEverything'
  | 'restoreEverything'
  | 'moveData'
  | 'trashOldData'
  | 'health'
  | 'verify'
>

export interface Keeping {
  readonly handlers: KeepingHandlers
  /** Before something great comes in: a backup of what is there. Refused where there can be none. */
  readonly beforeImport: () => Promise<Outcome<unknown>>
  /** The same before many records are deleted. It waits for nothing else that is done here, which may wait for it. */
  readonly beforeDelete: () => Promise<Outcome<unknown>>
  /** Looks whether a backup is due; to be called after a checkpoint, and some time after the start. */
  readonly look: () => Promise<void>
}

interface Options {
  readonly workspace: Promise<OpenWorkspace>
  readonly settings: SettingsFile
  readonly window: () => BrowserWindow | null
  /** UTC milliseconds. */
  readonly now: () => number
  readonly newId: () => Id
  /** The settings, or what was found wrong, have changed: the window is told. */
  readonly changed: () => void
}

/** Backups, the file of everything, the data folder: the system's dialogs are here, the work is in keeping/. */
export function keepSafe({ workspace, settings, window, now, newId, changed }: Options): Keeping {
  let offered: { token: string; name: string; read: ReadEverything } | null = null
  const around = async () => ({ open: await workspace, now, second: () => settings.get().backupFolder })
  /** One after the other, and the window is told what was found meanwhile. */
  const turn = turns()
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => turn(() => act().finally(changed))

  const handlers: KeepingHandlers = {
    backups: () => inTurn(async () => (await room()).backupsView(await around())),
    backUp: () =>
      inTurn(async () => {
        const made = await (await room()).backUp(await around(), 'byHand')
        return made.ok ? done({ name: made.value.name }) : made
      }),
    acceptDrop: () => inTurn(async () => (await room()).acceptDrop(await around())),
    compareBackup: ({ name }) =>
      inTurn(async () => {
        const { wantedBackup, whatWouldChange } = await room()
        const where = await around()
        return whatWouldChange(where, () => wantedBackup(where, name))
      }),
    restoreBackup: ({ name }) =>
      inTurn(async () => {
        const { restore, wantedBackup } = await room()
        const where = await around()
        return restore(where, () => wantedBackup(where, name), wholesale.backup)
      }),
    async chooseSecondCopy() {
      const folder = await chooseFolder(window())
      if (folder === null) return done(null)
      const open = await workspace
      const way = path.relative(open.store.folder, folder)
      if (!way.startsWith('..') && !path.isAbsolute(way)) return refused({ code: 'folderInside', folder })
      settings.set({ backupFolder: folder })
      await inTurn(async () => (await room()).copyAgain(await around()))
      return done({ folder })
    },
    async stopSecondCopy() {
      settings.set({ backupFolder: null })
      await inTurn(async () => (await room()).copyAgain(await around()))
    },
    async exportEverything() {
      const open = await workspace
      const day = dayAt(instantOf(now()), preferencesOf(open.book.workspace).timeZone)
      const file = await chooseTarget(window(), `mainstay-${day}.json`)
      if (file === null) return done(null)
      return inTurn(async () => (await room()).exportEverything(open, file, instantOf(now())))
    },
    async chooseEverything() {
      const file = await chooseJson(window())
      if (file === null) return done(null)
      return inTurn(async (): Promise<Outcome<DataOffer>> => {
        const { everythingAsSource, readEverything, whatWouldChange } = await room()
        const read = await readEverything(file)
        if (!read.ok) return read
        offered = { token: newId(), name: path.basename(file), read: read.value }
        const wanted = { source: everythingAsSource(read.value), at: read.value.exportedAt, backup: null }
        const found: Outcome<Restorable> = await whatWouldChange(await around(), async () => wanted)
        return found.ok ? done({ ...found.value, token: offered.token, name: offered.name }) : found
      })
    },
    restoreEverything: ({ token }) =>
      inTurn(async () => {
        const { everythingAsSource, restore } = await room()
        const file = offered?.token === token ? offered.read : null
        if (!file) return refused({ code: 'gone' })
        const wanted = { source: everythingAsSource(file), at: file.exportedAt, backup: null }
        const outcome = await restore(await around(), async () => wanted, wholesale.file)
        if (outcome.ok) offered = null
        return outcome
      }),
    async moveData() {
      const chosen = await chooseFolder(window())
      if (chosen === null) return done(null)
      return inTurn(async () => {
        const open = await workspace
        if (open.store.readOnly) return refused({ code: 'readOnlyWorkspace', why: open.store.readOnly })
        const previousDataFolder = open.store.folder
        const keep = (dataFolder: string): Promise<void> => settings.keep({ dataFolder, previousDataFolder })
        return (await room()).moveData(open, chosen, keep)
      })
    },
    async trashOldData() {
      const folder = settings.get().previousDataFolder
      if (folder === null) return done(null)
      if (isInside((await workspace).store.folder, folder)) return refused({ code: 'notMoved', folder, cause: 'other' })
      try {
        await shell.trashItem(folder)
      } catch (error) {
        return refused({ code: 'notMoved', folder, cause: causeOf(error) })
      }
      settings.set({ previousDataFolder: null })
      changed()
      return done(null)
    },
    health: () => inTurn(async () => (await room()).healthOf(await workspace)),
    verify: () => inTurn(async () => (await room()).verifyEverything(await workspace)),
  }
  return {
    handlers,
    beforeImport: () => inTurn(async () => (await room()).backUp(await around(), 'beforeImport')),
    beforeDelete: async () => (await room()).backUp(await around(), 'beforeDelete', false),
    look: () => inTurn(async () => (await room()).backUpIfDue(await around())),
  }
}

export async function chooseFolder(window: BrowserWindow | null): Promise<string | null> {
  const options = { properties: ['openDirectory' as const, 'createDirectory' as const] }
  const chosen = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return chosen.filePaths[0] ?? null
}

const filters = [{ name: 'JSON', extensions: ['json'] }]

async function chooseJson(window: BrowserWindow | null): Promise<string | null> {
  const options = { properties: ['openFile' as const], filters }
  const chosen = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return chosen.filePaths[0] ?? null
}

async function chooseTarget(window: BrowserWindow | null, name: string): Promise<string | null> {
  const options = { defaultPath: path.join(app.getPath('documents'), name), filters }
  const chosen = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options)
  return chosen.filePath ? chosen.filePath : null
}
