import path from 'node:path'
import type { FindBy, Lost } from '#shared/ipc.ts'
import { holdsData } from './storage/holds-data.ts'

/** What is asked about a folder in which there was data, and is none now: a disk that was taken out, another name. */
export interface FolderSearch {
  /** The folder to open: at once, or when the user has said which. Nothing is written before. */
  readonly folder: Promise<string>
  /** Null when there is nothing to ask, or no more. */
  readonly lost: () => Omit<Lost, 'language' | 'theme'> | null
  readonly find: (by: FindBy) => Promise<void>
}

interface Options {
  readonly folder: string
  /** Whether data has been seen there. A folder that is new is made without asking. */
  readonly wasThere: boolean
  /** Null where the folder was named at the start, and it is not the settings that say which it is. */
  readonly choose: (() => Promise<string | null>) | null
  /** Says durably which folder it is from now on; rejects where it cannot. */
  readonly keep: (folder: string) => Promise<void>
}

/** What the data folder is called inside one that holds other things (keeping/move.ts). */
const INSIDE = 'Mainstay'

export function searchFolder({ folder, wasThere, choose, keep }: Options): FolderSearch {
  let go = (_found: string): void => undefined
  const found = new Promise<string>((resolve) => (go = resolve))
  let isLost = wasThere && !holdsData(folder)
  let noneIn: string | null = null
  const settle = (at: string): void => {
    isLost = false
    go(at)
  }
  if (!isLost) settle(folder)
  return {
    folder: found,
    lost: () => (isLost ? { folder, noneIn, canChoose: choose !== null } : null),
    async find(by) {
      if (!isLost) return
      noneIn = null
      if (by === 'anew' || (by === 'again' && holdsData(folder))) return settle(folder)
      const chosen = by === 'choose' ? ((await choose?.()) ?? null) : null
      if (chosen === null || !isLost) return
      const at = [chosen, path.join(chosen, INSIDE)].find(holdsData)
      if (at === undefined) return void (noneIn = chosen)
      await keep(at)
      settle(at)
    },
  }
}
