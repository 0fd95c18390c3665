/** Builds the app when what it is made from has changed since the last build. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { npm } from './npm.mjs'
import { say } from './progress.mjs'

/** All that the built app depends on; the lock stands for every library. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
]
const OUTPUT = 'dist'

/** @typedef {{ sources: string, output: string }} Stamp */

/** @param {string} root */
const stampFile = (root) => path.join(root, 'node_modules', '.cache', 'mainstay', 'build.json')

/**
 * Every file below a path, sorted, so that the same tree always reads the same.
 * @param {string} root
 * @param {string} name relative to the root; a file, a folder, or nothing
 * @returns {Promise<string[]>}
 */
async function files(root, name) {
  const info = await stat(path.join(root, name)).catch(() => null)
  if (info === null) return []
  if (!info.isDirectory()) return [name]
  const entries = await readdir(path.join(root, name))
  const below = await Promise.all(entries.sort().map((entry) => files(root, `${name}/${entry}`)))
  return below.flat()
}

/**
 * A fingerprint of the sources by content: dates lie after a checkout, a merge, or a copied folder.
 * @param {string} root
 */
export async function sourcesFingerprint(root) {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await files(root, source)) {
      const content = await readFile(path.join(root, file))
      hash.update(`${file}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

/**
 * A fingerprint of what was built, by size and date: enough to notice that a file went missing or that another build ran.
 * @param {string} root
 */
async function outputFingerprint(root) {
  const hash = createHash('sha256')
  for (const file of await files(root, OUTPUT)) {
    const { size, mtimeMs } = await stat(path.join(root, file))
    hash.update(`${file}\0${size}\0${mtimeMs}\0`)
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @returns {Promise<boolean>}
 */
export async function isBuilt(root) {
  try {
    /** @type {Stamp} */
    const stamp = JSON.parse(await readFile(stampFile(root), 'utf8'))
    return stamp.output === (await outputFingerprint(root)) && stamp.sources === (await sourcesFingerprint(root))
  } catch {
    return false
  }
}

/**
 * Runs the build, and remembers from what it was made. The fingerprint is taken before the build: a source saved meanwhile
 * makes the next start build again, instead of being taken as built.
 * @param {string} root
 * @param {{ signal?: AbortSignal | undefined, show?: boolean }} [options] `show`: its output goes to ours
 * @returns {Promise<number>} the exit code
 */
export async function build(root, { signal, show = true } = {}) {
  const sources = await sourcesFingerprint(root)
  await rm(stampFile(root), { force: true })
  // Whoever asks for the build may run as development (Vite's runner, which the benches use, says so): React would then be
  // its own slow self, with every check for its developers.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code } = await npm(['run', 'build'], { cwd: root, env, signal, show })
  if (code !== 0) return code
  /** @type {Stamp} */
  const stamp = { sources, output: await outputFingerprint(root) }
  await mkdir(path.dirname(stampFile(root)), { recursive: true })
  await writeFile(stampFile(root), JSON.stringify(stamp))
  return 0
}

/**
 * @param {string} root
 * @param {AbortSignal} [signal]
 */
export async function buildWhenStale(root, signal) {
  if (await isBuilt(root)) return
  say('Building …')
  const code = await build(root, { signal })
  if (code !== 0) throw new Error(`The build failed (exit code ${code}); what it said is above.`)
}
