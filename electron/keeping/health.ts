import fs from 'node:fs'
import path from 'node:path'
import { instantOf } from '#shared/kernel/instant.ts'
import type { FilesOf, Health, Problem, Verified } from '#shared/keeping.ts'
import { listBackups, type Backup } from './backups/catalogue.ts'
import { objectsIn, objectsOfBackup } from './backups/make.ts'
import { breathing, unhurried } from '../storage/breathe.ts'
import { checkingJournal } from '../storage/journal-lines.ts'
import { deviceLayoutOf, layoutOf, tableOfShard, type ShardName } from '../storage/layout.ts'
import { isReplaced, markIn, readMark, type Marks } from '../storage/marks.ts'
import { causeOf, codeOf } from '../storage/problems.ts'
import { readable } from '../storage/records.ts'
import { namesIn } from '../storage/safe-file.ts'
import { BadShard, countIn, decodeShard, NewerShard } from '../storage/shard-text.ts'
import type { StillFiles } from '../storage/store.ts'
import type { OpenWorkspace } from '../workspace.ts'
import { backupsOf } from './back-up.ts'

type What = FilesOf['what']
interface Sums {
  files: number
  records: number | null
  bytes: number
}

/** What is on the disk, told by the heads of the files. */
export function healthOf(open: OpenWorkspace): Promise<Health> {
  const { store } = open
  return store.still(async (files) => {
    const rest = breathing()
    const sums = new Map<What, Sums>()
    const add = (what: What, bytes: number, records: number | null): void => {
      const sum = sums.get(what) ?? { files: 0, records: records === null ? null : 0, bytes: 0 }
      const together = records === null ? sum.records : (sum.records ?? 0) + records
      sums.set(what, { files: sum.files + 1, records: together, bytes: sum.bytes + bytes })
    }
    for (const name of files.shards()) {
      const file = path.join(files.folder, `${name}.json`)
      add(tableOfShard(name), sizeOf(file), countIn(headOf(file)))
      await rest()
    }
    const { journal, previousJournal } = deviceLayoutOf(layoutOf(files.root), files.device)
    for (const file of [journal, previousJournal]) if (fs.existsSync(file)) add('journal', sizeOf(file), null)
    for (const what of ['backups', 'quarantine'] as const)
      for (const bytes of sizesBelow(path.join(files.root, what))) add(what, bytes, null)
    const last = await newestBackup(backupsOf(open))
    return {
      files: [...sums].map(([what, sum]) => ({ what, ...sum })),
      checkpoint: momentOf(layoutOf(files.root).manifest),
      backup: last?.at ?? null,
      problems: [...store.problems],
    }
  })
}

/** Reads everything, to the last byte, and says what is not as it was written. Nothing is moved or mended by it. */
export function verifyEverything({ store }: OpenWorkspace): Promise<Verified> {
  return store.still(async (files) => {
    const rest = breathing()
    const problems: Problem[] = []
    let [count, records, bytes] = [0, 0, 0]
    const marks = files.marks()
    const there = new Set<string>(files.shards())
    for (const name of Object.keys(marks) as ShardName[]) if (!there.has(name)) problems.push(gone(files, name, marks))
    for (const name of files.shards()) {
      const found = verifyShard(files, name, marks[name], problems)
      ;[count, records, bytes] = [count + 1, records + found.records, bytes + found.bytes]
      await rest()
    }
    const { journal, previousJournal } = deviceLayoutOf(layoutOf(files.root), files.device)
    for (const file of [previousJournal, journal]) {
      if (!fs.existsSync(file)) continue
      const found = await verifyJournal(files, file, problems)
      ;[count, bytes] = [count + 1, bytes + found]
      await rest()
    }
    const objects = objectsIn(files.backups)
    const { backups, unreadable } = await listBackups(files.backups)
    for (const file of unreadable) problems.push({ kind: 'badCopy', file: path.join('backups', file) })
    for (const name of new Set(backups.flatMap(objectsOfBackup))) {
      const size = await objects.check(name)
      if (size === null) problems.push({ kind: 'badCopy', file: path.join('backups', 'objects', name) })
      ;[count, bytes] = [count + 1, bytes + (size ?? 0)]
      await rest()
    }
    return { files: count, records, bytes, backups: backups.length, problems }
  })
}

const gone = (files: StillFiles, name: ShardName, marks: Marks): Problem => ({
  kind: 'missingFiles',
  file: path.relative(files.root, path.join(files.folder, `${name}.json`)),
  files: 1,
  records: readMark(marks[name])?.count ?? 0,
})

function verifyShard(
  files: StillFiles,
  name: ShardName,
  mark: string | undefined,
  problems: Problem[],
): { records: number; bytes: number } {
  const full = path.join(files.folder, `${name}.json`)
  const file = path.relative(files.root, full)
  try {
    const bytes = fs.readFileSync(full)
    const text = bytes.toString()
    const { shard, isIntact } = decodeShard(text)
    if (isIntact && isReplaced(mark, markIn(text))) problems.push({ kind: 'olderFile', file })
    if (!isIntact) problems.push({ kind: 'alteredFile', file, kept: null })
    const { records, bad } = readable(tableOfShard(name), shard)
    for (const { id } of bad) problems.push({ kind: 'badRecord', file, id, kept: null })
    return { records: records.size, bytes: bytes.length }
  } catch (error) {
    if (error instanceof BadShard) problems.push({ kind: 'badFile', file, kept: null })
    else if (!(error instanceof NewerShard)) problems.push({ kind: 'unreadable', file, cause: causeOf(error) })
    return { records: 0, bytes: 0 }
  }
}

async function verifyJournal(files: StillFiles, full: string, problems: Problem[]): Promise<number> {
  const file = path.relative(files.root, full)
  try {
    const bytes = await fs.promises.readFile(full)
    for (const line of await unhurried(checkingJournal(bytes)))
      problems.push({ kind: 'badLine', file, line, kept: null })
    return bytes.length
  } catch (error) {
    problems.push({ kind: 'unreadable', file, cause: causeOf(error) })
    return 0
  }
}

/** The beginning of a file, where a shard says how many records it has. */
function headOf(file: string): string {
  const descriptor = fs.openSync(file, 'r')
  try {
    const head = Buffer.alloc(200)
    return head.toString('utf8', 0, fs.readSync(descriptor, head, 0, head.length, 0))
  } finally {
    fs.closeSync(descriptor)
  }
}

const sizeOf = (file: string): number => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0

const sizesBelow = (folder: string): number[] =>
  namesIn(folder).flatMap((name) => {
    const file = path.join(folder, name)
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (stat?.isDirectory()) return sizesBelow(file)
    return stat ? [stat.size] : []
  })

const momentOf = (file: string): Health['checkpoint'] => {
  try {
    return instantOf(fs.statSync(file).mtimeMs)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

async function newestBackup(folder: string): Promise<Backup | null> {
  try {
    return (await listBackups(folder)).backups[0] ?? null
  } catch {
    return null // told among the problems when the next backup is due
  }
}
