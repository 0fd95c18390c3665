/** Finds an Electron to run the app with; each place is asked in turn, and what was tried is said when none has one. */
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checkoutRuntime, readsPathArgument } from './checkout-runtime.mjs'
import { writableCacheFolder } from './cache-folder.mjs'
import { downloadOwnBinary, ownBinary, wantedVersion } from './electron-package.mjs'
import { Stopped } from './processes.mjs'
import { say } from './progress.mjs'
import { COPY, cachedCopy, fetchCopy } from './registry-copy.mjs'

/**
 * @typedef {object} Places everything the order of the search needs to know of the world
 * @property {string | undefined} override ELECTRON_OVERRIDE_DIST_PATH
 * @property {boolean} hasRegistryCopy whether there is one for this system
 * @property {(dist: string) => Promise<boolean>} holdsElectron
 * @property {() => Promise<string | null>} ownBinary
 * @property {() => Promise<string>} download throws the reason why not
 * @property {() => Promise<string | null>} cachedCopy
 * @property {() => Promise<string>} fetchCopy throws the reason why not
 * @property {() => Promise<string | null>} refusedBefore why the download failed a short while ago
 * @property {(reason: string | null) => Promise<void>} rememberRefusal null forgets
 * @property {(line: string) => void} say
 */

/** @typedef {{ dist: string, from: "override" | "package" | "download" | "registry copy" }} Found */

/** No Electron anywhere; the message is for the user. */
export class NoElectron extends Error {
  /** @param {readonly string[]} tried */
  constructor(tried) {
    super(
      [
        'No Electron could be found or downloaded for this system. Tried:',
        ...tried.map((line) => `  - ${line}`),
        'What you can do: on a network that lets downloads through, run `npx install-electron` here;',
        'or unpack an Electron from https://github.com/electron/electron/releases and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
      ].join('\n'),
    )
    this.name = 'NoElectron'
  }
}

/**
 * The order, and nothing else.
 * @param {Places} places
 * @returns {Promise<Found>}
 */
export async function search(places) {
  if (places.override) {
    // A path that was asked for and is wrong is said, not passed over: something else would start than the user thinks.
    if (await places.holdsElectron(places.override)) return { dist: places.override, from: 'override' }
    throw new NoElectron([`ELECTRON_OVERRIDE_DIST_PATH: ${places.override} holds no Electron`])
  }
  const own = await places.ownBinary()
  if (own) return { dist: own, from: 'package' }
  const cached = places.hasRegistryCopy ? await places.cachedCopy() : null
  if (cached) return { dist: cached, from: 'registry copy' }

  const tried = ["the electron package's own binary: not downloaded yet"]
  const before = await places.refusedBefore()
  if (before) tried.push(`its download: failed a short while ago (${before}), not tried again`)
  else {
    const { dist, reason } = await attempt(places.download)
    if (dist) return { dist, from: 'download' }
    tried.push(`its download: ${reason}`)
    places.say(`It could not be downloaded: ${reason}.`)
    await places.rememberRefusal(reason)
  }
  if (places.hasRegistryCopy) {
    const { dist, reason } = await attempt(places.fetchCopy)
    if (dist) return { dist, from: 'registry copy' }
    tried.push(`the copy in the npm registry: ${reason}`)
  } else tried.push('the copy in the npm registry: there is one for Linux on x64 only')
  // Whatever the user changes now, the next start must try everything.
  await places.rememberRefusal(null)
  throw new NoElectron(tried)
}

/**
 * @param {() => Promise<string>} get
 * @returns {Promise<{ dist: string, reason: "" } | { dist: null, reason: string }>}
 */
async function attempt(get) {
  try {
    return { dist: await get(), reason: '' }
  } catch (error) {
    // The user's own stop is no reason to go on with the next place.
    if (error instanceof Stopped) throw error
    return { dist: null, reason: error instanceof Error ? error.message : String(error) }
  }
}

const AN_HOUR_MS = 60 * 60 * 1000

/**
 * Remembers for an hour that the download was refused: while the other copy is being fetched, or after that was interrupted,
 * nobody should wait again for the same refusal.
 * @param {string} file
 */
function refusals(file) {
  return {
    async refusedBefore() {
      try {
        const { at, reason } = JSON.parse(await readFile(file, 'utf8'))
        const age = Date.now() - at
        return age >= 0 && age < AN_HOUR_MS ? String(reason) : null
      } catch {
        return null
      }
    },
    /** @param {string | null} reason */
    async rememberRefusal(reason) {
      await mkdir(path.dirname(file), { recursive: true })
      await (reason === null ? rm(file, { force: true }) : writeFile(file, JSON.stringify({ at: Date.now(), reason })))
    },
  }
}

/** @param {NodeJS.Platform} platform */
export function executableName(platform) {
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * @param {string} root the checkout
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>} the executable, to be run with the checkout as its first argument
 */
export async function findElectron(root, signal) {
  const cache = writableCacheFolder(root)
  const version = await wantedVersion(root)
  const executable = executableName(process.platform)
  const { dist, from } = await search({
    override: process.env['ELECTRON_OVERRIDE_DIST_PATH'],
    hasRegistryCopy: process.platform === 'linux' && process.arch === 'x64',
    holdsElectron: (folder) =>
      access(path.join(folder, executable)).then(
        () => true,
        () => false,
      ),
    ownBinary: () => ownBinary(root),
    download: () => downloadOwnBinary(root, { cache, signal }),
    cachedCopy: () => cachedCopy(cache),
    fetchCopy: () => fetchCopy(root, { cache, signal }),
    say,
    ...refusals(path.join(cache, `electron-${version}-refused.json`)),
  })
  const whole = path.resolve(dist)
  const runs =
    process.platform !== 'linux' || (await readsPathArgument(whole))
      ? whole
      : await checkoutRuntime(whole, root, `runtime-${path.basename(whole)}`, executable)
  const about = {
    override: `the Electron in ${whole} (ELECTRON_OVERRIDE_DIST_PATH)`,
    package: `Electron ${version}`,
    download: `Electron ${version}`,
    'registry copy': `Electron ${COPY.electron} from the npm registry (where the network allows it, \`npx install-electron\` gets ${version})`,
  }[from]
  say(`Running with ${about}.`)
  return path.join(runs, executable)
}
