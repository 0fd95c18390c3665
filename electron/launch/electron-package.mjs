/** The `electron` package's own binary: is it there, and if not, have the package download it. */
import { access, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { withPartialFolder } from './partial-folder.mjs'
import { lastLines, run } from './processes.mjs'
import { progress, say } from './progress.mjs'
import { watched } from './watch-bytes.mjs'

/** @param {string} root */
const packageFolder = (root) => path.join(root, 'node_modules', 'electron')

/**
 * The version of Electron that this checkout asks for.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function wantedVersion(root) {
  return JSON.parse(await readFile(path.join(packageFolder(root), 'package.json'), 'utf8')).version
}

/**
 * The folder that holds the package's binary, or null. `path.txt` is what the package writes last, when all is unpacked.
 * @param {string} root
 * @returns {Promise<string | null>}
 */
export async function ownBinary(root) {
  const dist = path.join(packageFolder(root), 'dist')
  try {
    const executable = await readFile(path.join(packageFolder(root), 'path.txt'), 'utf8')
    const version = (await readFile(path.join(dist, 'version'), 'utf8')).trim().replace(/^v/, '')
    await access(path.join(dist, executable))
    return version === (await wantedVersion(root)) ? dist : null
  } catch {
    return null
  }
}

/**
 * A stack trace says in its first line what went wrong; the rest is for the package's own authors.
 * @param {string} output
 */
export function reasonIn(output) {
  const reason = output.split('\n').find((line) => /error|failed|refused/i.test(line)) ?? lastLines(output, 1)
  return /fetch failed/.test(reason) ? 'the site it comes from cannot be reached' : reason.trim()
}

/**
 * Has the package download its binary. It writes the archive to the temporary folder before it unpacks it, so that folder is
 * made one of our own, and the bytes in both places are the progress.
 * @param {string} root
 * @param {{ cache: string, signal?: AbortSignal | undefined }} options
 * @returns {Promise<string>} the folder that holds the binary
 * @throws {Error} with the reason, in a few words
 */
export async function downloadOwnBinary(root, { cache, signal }) {
  say(`Downloading Electron ${await wantedVersion(root)} (about 120 MB) …`)
  return withPartialFolder(cache, async (partial) => {
    const temporary = path.join(partial, 'download')
    await mkdir(temporary)
    const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' }
    const shown = progress('Electron', null)
    const installer = path.join(packageFolder(root), 'install.js')
    const { result, stalled } = await watched(
      (stop) => run(process.execPath, [installer], { cwd: root, env, signal: stop }),
      {
        folders: [temporary, path.join(packageFolder(root), 'dist')],
        onBytes: (bytes) => shown.update(bytes),
        signal,
      },
    )
    shown.end()
    if (stalled) throw new Error('30 seconds passed without a byte')
    if (result.code !== 0) throw new Error(reasonIn(result.output))
    const dist = await ownBinary(root)
    if (dist === null) throw new Error('it was downloaded, but is not complete')
    return dist
  })
}
