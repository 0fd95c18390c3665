/**
 * An Electron folder of this checkout's own. Electron reads the path on its command line with its "default app"; the registry
 * copy has none and runs only what lies in `resources/app`. That must be a link to this checkout, while the copy itself is
 * shared by all. So the checkout gets a folder of links to the shared files, with its own `resources/app`.
 */
import { copyFile, link, mkdir, readdir, readlink, rename, stat, symlink } from 'node:fs/promises'
import path from 'node:path'
import { withPartialFolder } from './partial-folder.mjs'

const APP = path.join('resources', 'app')
/** How often a start tries to put its folder in place when others do so at the same moment. */
const ATTEMPTS = 5

/**
 * @param {string} dist
 * @returns {Promise<boolean>}
 */
export async function readsPathArgument(dist) {
  return (await stat(path.join(dist, 'resources', 'default_app.asar')).catch(() => null)) !== null
}

/**
 * @param {string} dist
 * @returns {Promise<string[]>} its files, relative
 */
async function filesOf(dist) {
  const entries = await readdir(dist, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(dist, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => file !== APP && !file.startsWith(APP + path.sep))
}

/**
 * A hard link costs nothing and outlives a swept cache; across disks there are none, and then only the executable must be a
 * real file, because Electron looks for the others beside the place its own executable really lies.
 * @param {string} from
 * @param {string} to
 * @param {boolean} real
 */
async function linkFile(from, to, real) {
  await mkdir(path.dirname(to), { recursive: true })
  await link(from, to).catch(() => (real ? copyFile(from, to) : symlink(from, to)))
}

/**
 * @param {string} runtime
 * @param {string} dist
 * @param {readonly string[]} files
 * @param {string} root
 */
async function isWhole(runtime, dist, files, root) {
  try {
    if ((await readlink(path.join(runtime, APP))) !== root) return false
    for (const file of files) {
      const [here, there] = await Promise.all([stat(path.join(runtime, file)), stat(path.join(dist, file))])
      if (here.size !== there.size) return false
    }
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} dist an unpacked Electron that has no default app
 * @param {string} root the checkout
 * @param {string} name of the runtime's folder
 * @param {string} executable its file name
 * @returns {Promise<string>} the runtime's folder, which runs the checkout
 */
export async function checkoutRuntime(dist, root, name, executable = 'electron') {
  const folder = path.join(root, 'node_modules', '.cache', 'mainstay')
  const runtime = path.join(folder, name)
  const files = await filesOf(dist)
  if (await isWhole(runtime, dist, files, root)) return runtime
  return withPartialFolder(folder, async (partial) => {
    const made = path.join(partial, 'runtime')
    for (const file of files) await linkFile(path.join(dist, file), path.join(made, file), file === executable)
    await mkdir(path.join(made, 'resources'), { recursive: true })
    await symlink(root, path.join(made, APP), 'dir')
    // Others may be doing the same: of those who find nothing there one is first, and its folder is everybody's.
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const isFirst = await movedTo(made, runtime)
      if (isFirst || (await isWhole(runtime, dist, files, root))) return runtime
      // What was there is moved aside, not deleted in place: a running app of an older start may still use it.
      await movedTo(runtime, path.join(partial, `old-${attempt}`))
    }
    throw new Error(`${runtime} could not be made from ${dist}`)
  })
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {Promise<boolean>} false where something stands at `to`, or nothing any more at `from`
 */
async function movedTo(from, to) {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT') return false
    throw error
  }
}
