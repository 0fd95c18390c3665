import fs from 'node:fs'
import path from 'node:path'
import type ElectronStore from 'electron-store'
import { shardOfMonth, smallShards, stemOf, type DeviceLayout, type ShardName } from './layout.ts'
import { monthsIn, orNothing, yearsIn } from './listed.ts'
import { isReplaced, markIn, readMark, UNREAD, type Marks } from './marks.ts'
import { codeOf, type Problem } from './problems.ts'
import type { Quarantine } from './quarantine.ts'
import { namesIn, writeUnhurried } from './safe-file.ts'
import { BadShard, decodeShard, encodeShard, type Shard } from './shard-text.ts'

/**
 * The electron-store files. Of that library's ways this holds off those that lose data (persistence.md,
 * electron-store facts): a file is written only whole, `clearInvalidConfig` is never set, the constructor's throw is
 * caught and the file put in quarantine, keys are not paths, and its writes go through safe-file.ts.
 */
export interface Shards {
  /**
   * @returns null where there is none, or only one that could not be understood and has been moved away. Throws
   * what the disk says, and where a bad file could not be moved: it must not be taken for a missing one then.
   */
  read(name: ShardName): Shard | null
  /** Has what writes them at hand: a start only reads, and is spared the library. */
  readyToWrite(): Promise<void>
  /**
   * Whoever gets past this call has it on the disk: it was read back before it took the old one's place. Only once it
   * is `readyToWrite`.
   */
  write(name: ShardName, shard: Shard): Promise<void>
  /** As the manifest is to know them. */
  marks(): Marks
  /** Those that the manifest knows, and that were not there when the folder was opened. */
  readonly missing: readonly ShardName[]
  /** Whether the file was found to be an older one than the manifest knows: what the journals have since is not in it. */
  isReplaced(name: ShardName): boolean
  /** Those that have a file; none where that cannot be listed: each tells then itself that it is not to be read. */
  names(): ShardName[]
  /** Its path inside the data folder. */
  told(name: ShardName): string
}

export function shardsOf(
  root: string,
  files: DeviceLayout,
  quarantine: Quarantine,
  report: (problem: Problem) => void,
  known: Marks = {},
): Shards {
  const marks = new Map(Object.entries(known))
  const replaced = new Set<ShardName>()
  /** Those that have been there: one that is no more was not removed by us (persistence.md: missing is not deleted). */
  const seen = new Set<ShardName>()
  const missing: ShardName[] = []
  try {
    for (const name of shardsIn(files)) seen.add(name)
    for (const name of marks.keys()) if (!seen.has(name as ShardName)) missing.push(name as ShardName)
  } catch {
    // Where the folder cannot be listed, each tells itself that it is not to be read.
  }
  let Store: typeof ElectronStore | null = null
  const told = (name: ShardName): string => path.relative(root, fileOf(files, name))
  tellMissing(missing, known, told, report)
  // They are told, and among the next backup's drops; what the journals still have of them may be written anew.
  for (const name of missing) marks.delete(name)

  return {
    told,
    missing,
    isReplaced: (name) => replaced.has(name),
    marks: () => ({ ...Object.fromEntries([...seen].map((name) => [name, UNREAD])), ...Object.fromEntries(marks) }),
    names: () => orNothing(() => shardsIn(files)),
    read(name) {
      const file = fileOf(files, name)
      if (!isThere(file)) {
        if (seen.has(name)) throw Object.assign(new Error(`${told(name)} is gone`), { code: 'ENOENT' })
        return null
      }
      seen.add(name)
      try {
        // As electron-store would read it, which is there to write them.
        const text = fs.readFileSync(file, 'utf8')
        const found = decodeShard(text)
        const mark = markIn(text)
        if (found.isIntact && isReplaced(marks.get(name), mark)) {
          replaced.add(name)
          report({ kind: 'olderFile', file: told(name) })
        }
        if (found.isIntact && mark) marks.set(name, mark)
        if (!found.isIntact) {
          const kept = quarantine.keep(`${stemOf(name)}.json`, fs.readFileSync(file))
          report({ kind: 'alteredFile', file: told(name), kept: kept?.file ?? null })
        }
        return found.shard
      } catch (error) {
        if (!(error instanceof BadShard)) throw error
        const kept = quarantine.move(file)
        report({ kind: 'badFile', file: told(name), kept })
        if (quarantine.isOpen && kept === null) throw error
        seen.delete(name)
        marks.delete(name)
        return null
      }
    },
    async readyToWrite() {
      Store ??= (await import('electron-store')).default
    },
    async write(name, shard) {
      if (!Store) throw new Error('electron-store is not there yet')
      const text = encodeShard(shard)
      const [file, Files] = [fileOf(files, name), Store]
      await writeUnhurried(file, text, () => writeThrough(Files, file, shard, text))
      marks.set(name, markIn(text) ?? UNREAD)
      replaced.delete(name)
      seen.add(name)
    },
  }
}

/** Those of a folder that could not be written in its present form: they are nowhere but here. */
export const shardsInMemory = (root: string, files: DeviceLayout, held: ReadonlyMap<ShardName, Shard>): Shards => ({
  told: (name) => path.relative(root, fileOf(files, name)),
  missing: [],
  isReplaced: () => false,
  marks: () => ({}),
  names: () => [...held.keys()],
  read: (name) => held.get(name) ?? null,
  readyToWrite: () => Promise.resolve(),
  write: (name) => Promise.reject(new Error(`${name} is not to be written`)),
})

/** The shards that have a file. */
export function shardsIn(files: DeviceLayout): ShardName[] {
  const small = new Set(namesIn(files.root))
  return [
    ...smallShards.filter((name) => small.has(`${name}.json`)),
    ...yearsIn(files),
    ...monthsIn(files).map(shardOfMonth),
  ]
}

const fileOf = (files: DeviceLayout, name: ShardName): string => path.join(files.root, `${name}.json`)

function isThere(file: string): boolean {
  try {
    fs.accessSync(file)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Under its one key the library holds a shard whose Map it takes for a single value: it copies and compares no record. */
interface Held {
  shard: Shard
}

/** @param text of the shard */
function writeThrough(Store: typeof ElectronStore, file: string, shard: Shard, text: string): void {
  let last: { text: string; shard: Shard } | null = null
  const store = new Store<Held>({
    cwd: path.dirname(file),
    name: path.basename(file, '.json'),
    accessPropertiesByDotNotation: false,
    serialize: (held) => (held.shard === shard ? text : encodeShard(held.shard)),
    deserialize(text) {
      // The library reads a file once more before it writes it; the same text is not looked through again.
      if (last?.text !== text) last = { text, shard: decodeShard(text).shard }
      return { shard: last.shard }
    },
  })
  store.store = { shard }
}

/** All at once, also where the whole folder is gone: each by itself would be hundreds of lines. */
function tellMissing(
  missing: readonly ShardName[],
  known: Marks,
  told: (name: ShardName) => string,
  report: (problem: Problem) => void,
): void {
  const [first] = missing
  if (first === undefined) return
  const records = missing.reduce((sum, name) => sum + (readMark(known[name])?.count ?? 0), 0)
  report({ kind: 'missingFiles', file: told(first), files: missing.length, records })
}
