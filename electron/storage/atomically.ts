import path from 'node:path'
import { codeOf } from './problems.ts'
import { makeFolder, writeSafely } from './safe-file.ts'

/**
 * Stands in for the package `atomically`, through which conf, and so electron-store, writes (vite.config.ts puts it
 * there). The package itself takes a short write on a full disk for a success and does not sync the folder.
 *
 * conf writes in place, which is not safe at all, where it sees the variable that a program started from a Snap
 * inherits (an editor's terminal is enough), so it is not let to see it.
 */
delete process.env['SNAP']

/** The one call that conf makes. Its options, a file mode, are ours to choose. */
export function writeFileSync(file: string, data: string | Uint8Array = ''): void {
  try {
    makeFolder(path.dirname(file))
    writeSafely(file, data)
  } catch (error) {
    // Of this one conf makes a write in place.
    if (codeOf(error) === 'EXDEV') throw new Error(`${file} could not be put in its place`, { cause: error })
    throw error
  }
}
