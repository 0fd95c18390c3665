/** Where the launcher keeps what several checkouts share. */
import { accessSync, constants, mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/**
 * The user's cache folder, as the system's own rules name it.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {() => string} home the account's own home, for when HOME is empty or unset
 */
export function cacheFolder(env = process.env, platform = process.platform, home = () => os.userInfo().homedir) {
  const homeFolder = (platform === 'win32' ? env['USERPROFILE'] : env['HOME']) || home()
  if (platform === 'win32')
    return path.join(env['LOCALAPPDATA'] || path.join(homeFolder, 'AppData', 'Local'), 'mainstay', 'cache')
  if (platform === 'darwin') return path.join(homeFolder, 'Library', 'Caches', 'mainstay')
  // The XDG rules say that a path that is not absolute must be ignored.
  const given = env['XDG_CACHE_HOME']
  return path.join(given && path.isAbsolute(given) ? given : path.join(homeFolder, '.cache'), 'mainstay')
}

/**
 * The same, or a folder of the checkout's own when the user's cannot be written (a read-only or missing home).
 * @param {string} root
 */
export function writableCacheFolder(root) {
  try {
    const folder = cacheFolder()
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    return path.join(root, 'node_modules', '.cache', 'mainstay', 'shared')
  }
}
