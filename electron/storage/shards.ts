import fs from 'node:fs'
import path from 'node:path'
import ElectronStore from 'electron-store'
import type { DeviceLayout, ShardName } from './layout.ts'
import { codeOf, type Problem } from './problems.ts'
import type { Quarantine } from './quarantine.ts'
import { BadShard, decodeShard, encodeShard, type DecodedShard, type Shard } from './shard-text.ts'

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
  /** Writes, and reads back: whoever gets past this call has it on the disk. */
  write(name: ShardName, shard: Shard): void
}

export function shardsOf(
  root: string,
  files: DeviceLayout,
  quarantine: Quarantine,
  report: (problem: Problem) => void,
): Shards {
  return {
    read(name) {
      const file = fileOf(files, name)
      if (!isThere(file)) return null
      const told = path.relative(root, file)
      try {
        const { shard, isIntact } = open(file).found()
        if (!isIntact) {
          const kept = quarantine.keep(`${name.replace('/', '-')}.json`, fs.readFileSync(file))
          report({ kind: 'alteredFile', file: told, kept })
        }
        return shard
      } catch (error) {
        if (!(error instanceof BadShard)) throw error
        const kept = quarantine.move(file)
        report({ kind: 'badFile', file: told, kept })
        if (quarantine.isOpen && kept === null) throw error
        return null
      }
    },
    write(name, shard) {
      // conf would make the whole path anew, also where a disk was taken out (persistence.md: missing is not deleted).
      fs.accessSync(files.root)
      const file = open(fileOf(files, name))
      file.write(shard)
      const back = file.found()
      if (!back.isIntact || back.shard.seq !== shard.seq || back.shard.records.size !== shard.records.size)
        throw new Error(`${name} did not read back as it was written`)
    },
  }
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

function open(file: string): { found(): DecodedShard; write(shard: Shard): void } {
  let decoded: DecodedShard | null = null
  const store = new ElectronStore<Held>({
    cwd: path.dirname(file),
    name: path.basename(file, '.json'),
    accessPropertiesByDotNotation: false,
    serialize: (held) => encodeShard(held.shard),
    deserialize: (text) => ({ shard: (decoded = decodeShard(text)).shard }),
  })
  return {
    /** What the file says: read now, but for the first time, when the library has just done so. */
    found() {
      if (!decoded) void store.store
      const found = decoded ?? { shard: { seq: 0, records: new Map() }, isIntact: false }
      decoded = null
      return found
    },
    write(shard) {
      store.store = { shard }
      decoded = null
    },
  }
}
