/** Work in progress in the shared cache: a folder of one's own that others never read, and that does not stay behind. */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const PREFIX = '.partial-'
const A_DAY_MS = 24 * 60 * 60 * 1000

/** A host's name may hold anything; here it only tells machines apart that share a home. */
const host = () => os.hostname().replace(/[^A-Za-z0-9]/g, '_') || 'host'

/**
 * Whether a folder was left behind by a process that was killed: its process is gone, or it is too old to be in use.
 * @param {string} name
 * @param {number} ageMs
 * @param {{ host: string, isAlive: (pid: number) => boolean }} here
 */
export function isLeftover(name, ageMs, here) {
  const parts = /^\.partial-(\w+)-(\d+)-/.exec(name)
  if (parts === null) return false
  if (ageMs > A_DAY_MS) return true
  return parts[1] === here.host && !here.isAlive(Number(parts[2]))
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} folder */
async function removeLeftovers(folder) {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(PREFIX)) continue
    const info = await stat(path.join(folder, name)).catch(() => null)
    if (info && isLeftover(name, Date.now() - info.mtimeMs, { host: host(), isAlive })) {
      await rm(path.join(folder, name), { recursive: true, force: true })
    }
  }
}

/**
 * Gives `work` an empty folder on the same disk as `folder`, and removes what is left of it afterwards.
 * @template T
 * @param {string} folder
 * @param {(partial: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPartialFolder(folder, work) {
  await mkdir(folder, { recursive: true })
  await removeLeftovers(folder)
  const partial = await mkdtemp(path.join(folder, `${PREFIX}${host()}-${process.pid}-`))
  try {
    return await work(partial)
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}
