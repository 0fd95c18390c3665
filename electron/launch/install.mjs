/** Makes `node_modules` what `package-lock.json` says, and does nothing when it already is. */
import { existsSync, lstatSync, readlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { npm } from './npm.mjs'
import { say } from './progress.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lock */

/**
 * The first package that is not as the lock says, or null when all are. npm itself writes what it installed to
 * `node_modules/.package-lock.json`, at the very end: an interrupted install has none, and a plain `npm install` counts too.
 * @param {Lock} wanted
 * @param {Lock | null} installed
 * @param {(folder: string) => boolean} isThere
 * @returns {string | null}
 */
export function firstDifference(wanted, installed, isThere) {
  if (installed === null) return 'node_modules'
  for (const [folder, locked] of Object.entries(wanted.packages ?? {})) {
    if (folder === '') continue
    const found = installed.packages?.[folder]
    // An optional package of another system is left out by npm on purpose.
    if (found === undefined && (locked.optional || locked.devOptional)) continue
    if (found?.version !== locked.version || found?.integrity !== locked.integrity || !isThere(folder)) return folder
  }
  return null
}

/**
 * @param {string} file
 * @returns {Promise<Lock | null>}
 */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}

/** @param {string} root */
async function missingPackage(root) {
  const wanted = await readLock(path.join(root, 'package-lock.json'))
  if (wanted === null)
    throw new Error(`${path.join(root, 'package-lock.json')} cannot be read: is this a whole checkout?`)
  const installed = await readLock(path.join(root, 'node_modules', '.package-lock.json'))
  return firstDifference(wanted, installed, (folder) => existsSync(path.join(root, folder, 'package.json')))
}

/** @param {string} version as process.versions.node says it */
export function refuseOldNode(version) {
  if (Number.parseInt(version, 10) >= 20) return
  throw new Error(`Node.js 20 or later is needed; this is ${version}. Get a newer one from https://nodejs.org.`)
}

/**
 * `npm ci` empties the folder first: of a link, what it leads to, which is another checkout's.
 * @param {string} root
 */
export function refuseLinked(root) {
  const folder = path.join(root, 'node_modules')
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return
  throw new Error(
    `${folder} is a link to ${readlinkSync(folder)}, which does not hold what is locked here. Installing would empty that folder; remove the link and start again.`,
  )
}

/**
 * @param {string} root
 * @param {AbortSignal} [signal]
 */
export async function install(root, signal) {
  refuseOldNode(process.versions.node)
  const missing = await missingPackage(root)
  if (missing === null) return
  say(
    missing === 'node_modules'
      ? 'Installing the packages …'
      : `Installing the packages (${missing} is not as locked) …`,
  )
  refuseLinked(root)
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, signal, show: true })
  if (code !== 0) throw new Error(`npm ci failed (exit code ${code}); what it said is above.`)
}
