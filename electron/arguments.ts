import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Settings } from '#shared/model/settings.ts'

export interface Arguments {
  readonly sample: boolean
  readonly data: string | null
  /** Start in the tray, as after a login. */
  readonly hidden: boolean
  /** What a task of the taskbar asks for, of the app that runs or of the one that it starts. */
  readonly deed: 'toggle' | 'mini' | null
}

/** What the app was started with: `--sample`, `--data DIR` (or `--data=DIR`), `--hidden`, `--toggle`, `--mini`. Others are Chromium's. */
export function readArguments(argv: readonly string[]): Arguments {
  const data = dataOf(argv)
  return {
    sample: argv.includes('--sample'),
    data: data === '' ? null : path.resolve(data),
    hidden: argv.includes('--hidden'),
    deed: argv.includes('--toggle') ? 'toggle' : argv.includes('--mini') ? 'mini' : null,
  }
}

function dataOf(argv: readonly string[]): string {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='))
  const word = argv[at]
  if (word?.startsWith('--data=')) return word.slice('--data='.length)
  const next = (word && argv[at + 1]) ?? ''
  return next.startsWith('--') ? '' : next
}

export interface Folders {
  /** Settings, log, and what Chromium keeps. */
  readonly user: string
  readonly data: string
}

/**
 * The sample and each folder named with `--data` have settings, and a single instance, of their own: they run beside
 * the user's work and leave it alone. A data folder chosen in the settings stands for the usual one.
 */
export function foldersOf({ sample, data }: Arguments, usual: string): Folders {
  if (data !== null) {
    const name = createHash('sha256').update(data).digest('hex').slice(0, 12)
    return { user: path.join(usual, 'elsewhere', name), data }
  }
  if (sample) return { user: path.join(usual, 'sample'), data: path.join(usual, 'sample', 'data') }
  return { user: usual, data: path.join(usual, 'data') }
}

/** Where the data lies: as named at the start, as chosen in the settings, or in the app's own folder. */
export const dataFolderOf = (
  { data, sample }: Arguments,
  folders: Folders,
  settings: Pick<Settings, 'dataFolder'>,
): string => data ?? (sample ? null : settings.dataFolder) ?? folders.data
