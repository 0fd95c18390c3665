import { createHash } from 'node:crypto'
import path from 'node:path'
import { isLink } from './link-word.ts'
import type { Settings } from '#shared/model/settings.ts'

export interface Arguments {
  readonly sample: boolean
  readonly data: string | null
  /** Of the sample: the folder named with `--data` that its user came from, to be gone back to. */
  readonly own: string | null
  /** Start in the tray, as after a login. */
  readonly hidden: boolean
  /** What a task of the taskbar asks for, of the app that runs or of the one that it starts. */
  readonly deed: 'toggle' | 'mini' | null
  /** A link `mainstay:…` that the system hands on: not read yet, and not to be believed. */
  readonly link: string | null
}

/** What the app was started with: `--sample`, `--data DIR` (or `--data=DIR`), `--own DIR`, `--hidden`, `--toggle`, `--mini`. Others are Chromium's. */
export function readArguments(words: readonly string[]): Arguments {
  // What comes after a link may be a part of it that broke out of its quotes.
  const at = words.findIndex(isLink)
  const argv = at < 0 ? words : words.slice(0, at)
  return {
    sample: argv.includes('--sample'),
    data: folderAfter('--data', argv),
    own: folderAfter('--own', argv),
    hidden: argv.includes('--hidden'),
    link: words[at] ?? null,
    deed: argv.includes('--toggle') ? 'toggle' : argv.includes('--mini') ? 'mini' : null,
  }
}

function folderAfter(flag: string, argv: readonly string[]): string | null {
  const at = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`))
  const word = argv[at]
  const next = (word && argv[at + 1]) ?? ''
  const named = word?.startsWith(`${flag}=`) ? word.slice(flag.length + 1) : next.startsWith('--') ? '' : next
  return named === '' ? null : path.resolve(named)
}

/** What says which workspace is open, or what is to be done once: of no use to the next start in another one. */
const ofThisStart = (word: string, index: number, argv: readonly string[]): boolean =>
  /^--(?:sample|hidden|toggle|mini)$|^--(?:data|own)(?:=|$)/.test(word) ||
  (/^--(?:data|own)$/.test(argv[index - 1] ?? '') && !word.startsWith('--'))

/** What the app is started with anew to show the sample, and afterwards what is the user's own again. */
export function argumentsFor(which: 'sample' | 'own', argv: readonly string[]): string[] {
  const { data, own } = readArguments(argv)
  const rest = argv.filter((...each) => !ofThisStart(...each) && !isLink(each[0]))
  if (which === 'sample') return [...rest, '--sample', ...(data === null ? [] : [`--own=${data}`])]
  return [...rest, ...(own === null ? [] : [`--data=${own}`])]
}

export interface Folders {
  /** Settings, log, and what Chromium keeps. */
  readonly user: string
  readonly data: string
  /** The user's own folder of settings, whatever is open. */
  readonly usual: string
}

/**
 * The sample and each folder named with `--data` have settings, and a single instance, of their own: they run beside
 * the user's work and leave it alone. A data folder chosen in the settings stands for the usual one.
 */
export function foldersOf({ sample, data }: Arguments, usual: string): Folders {
  if (data !== null) {
    const name = createHash('sha256').update(data).digest('hex').slice(0, 12)
    return { user: path.join(usual, 'elsewhere', name), data, usual }
  }
  if (sample) return { user: path.join(usual, 'sample'), data: path.join(usual, 'sample', 'data'), usual }
  return { user: usual, data: path.join(usual, 'data'), usual }
}

/** Where the data lies: as named at the start, as chosen in the settings, or in the app's own folder. */
export const dataFolderOf = (
  { data, sample }: Arguments,
  folders: Folders,
  settings: Pick<Settings, 'dataFolder'>,
): string => data ?? (sample ? null : settings.dataFolder) ?? folders.data

/** The sample lies in a folder of its own, not in one that the user named: theirs to keep. */
export const isSampleOfOurs = ({ sample, data }: Arguments): boolean => sample && data === null
