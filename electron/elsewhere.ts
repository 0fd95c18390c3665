import { app } from 'electron'
import { argumentsFor, foldersOf, isSampleOfOurs, type Arguments, type Folders } from './arguments.ts'
import type { Log } from './log.ts'
import { throwAway } from './sample.ts'
import { openSettings, type SettingsFile } from './settings.ts'

interface Options {
  readonly started: Arguments
  readonly folders: Folders
  readonly settings: Pick<SettingsFile, 'get'>
  readonly log: Log
}

/** The way to the made-up workspace and back. Each has a folder and a start of its own, so that nothing can mix. */
export interface Elsewhere {
  readonly showSample: () => Promise<void>
  readonly leaveSample: () => Promise<void>
  /** To be asked when the workspace has been closed: whether nothing of it is to be kept. */
  readonly isThrownAway: () => boolean
  /** Then: throws it away. */
  readonly clear: () => void
}

export function elsewhere({ started, folders, settings, log }: Options): Elsewhere {
  let isThrownAway = false
  return {
    async showSample() {
      if (started.sample) return
      const { user } = foldersOf({ ...started, sample: true, data: null }, folders.usual)
      const { language, theme } = settings.get()
      try {
        // It looks, and speaks, as the user has chosen already.
        await openSettings(user, log).keep({ language, theme })
      } catch (error) {
        log('the settings of the sample could not be saved', error)
      }
      startAgain('sample')
    },
    async leaveSample() {
      if (!isSampleOfOurs(started)) return
      isThrownAway = true
      startAgain('own')
    },
    isThrownAway: () => isThrownAway,
    clear: () => throwAway(folders.data),
  }
}

function startAgain(which: 'sample' | 'own'): void {
  // What was unpacked for this run is gone before the next one would begin in it.
  const packed = process.env['APPIMAGE'] ?? process.env['PORTABLE_EXECUTABLE_FILE']
  app.relaunch({
    args: argumentsFor(which, process.argv.slice(1)),
    ...(packed === undefined ? {} : { execPath: packed }),
  })
  app.quit()
}
