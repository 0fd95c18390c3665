import fs from 'node:fs'
import path from 'node:path'
import { breathing } from '../../storage/breathe.ts'
import { listBackups, putBackup, removeBackup, type Backup } from './catalogue.ts'
import { objectsIn, objectsOfBackup } from './make.ts'
import { toKeep } from './rotation.ts'

/** What the second copy is called inside the folder that the user chose: it may hold other things. */
const NAME = 'Mainstay backups'

/** Each device has its own, so that two computers can use one folder. */
export const secondFolderOf = (chosen: string, device: string): string => path.join(chosen, NAME, device)

/**
 * Brings the second copy up to date: the same backups, each copy read back. What is lost or cannot be read here stays
 * there; only what no rule keeps any more goes. Throws what the disk says; a folder that
 * is gone is not made anew, since it is most likely a disk that was taken out.
 */
export async function copyBackups(from: string, chosen: string, device: string): Promise<void> {
  fs.accessSync(chosen)
  const to = secondFolderOf(chosen, device)
  const rest = breathing()
  const [source, target] = [objectsIn(from), objectsIn(to)]
  const here = await listBackups(from)
  const wanted = here.backups
  const there = await listBackups(to)
  const known = new Set(there.backups.filter((backup) => isSameIn(backup, wanted)).map(({ name }) => name))
  for (const backup of wanted) {
    for (const name of objectsOfBackup(backup)) {
      if (!(await target.isWhole(name))) await copyObject(source.read(name), target, name)
      await rest()
    }
    // Last: a backup that is listed has all that it is made of.
    if (!known.has(backup.name)) putBackup(to, backup)
  }
  if (there.unreadable.length > 0 || here.unreadable.length > 0) return
  // By the rule for all backups, and not by what is still here: a copy is for whoever has lost the first.
  const all = [...wanted, ...there.backups.filter((backup) => !wanted.some(({ name }) => name === backup.name))]
  const keep = toKeep(all)
  const isKept = (backup: Backup): boolean => keep.has(backup.name) || wanted.includes(backup)
  for (const backup of all) if (!isKept(backup)) removeBackup(to, backup.name)
  const used = new Set(all.filter(isKept).flatMap(objectsOfBackup))
  for (const name of target.names()) if (!used.has(name)) target.remove(name)
}

const isSameIn = (backup: Backup, others: readonly Backup[]): boolean =>
  others.some(({ name, isAccepted }) => name === backup.name && isAccepted === backup.isAccepted)

/** What is damaged here is not copied over what may be whole there. */
async function copyObject(bytes: Buffer | null, target: ReturnType<typeof objectsIn>, name: string): Promise<void> {
  if (!bytes) return
  const [, stem = '', extension = 'json'] = /^(.*)-[0-9a-f]{64}\.(jsonl?)$/.exec(name) ?? []
  await target.put(stem, extension as 'json', bytes)
}
