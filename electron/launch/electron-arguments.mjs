/** What Electron itself has to be told on the command line, before the app's own arguments. */

/**
 * @param {string} root the checkout, which Electron runs
 * @param {NodeJS.Platform} platform
 * @param {number | undefined} user the user's number
 * @returns {string[]}
 */
export function electronArguments(root, platform = process.platform, user = process.getuid?.()) {
  return [...(isUnsandboxed(platform, user) ? ['--no-sandbox'] : []), root]
}

/**
 * Chromium refuses to start its sandbox as root on Linux.
 * @param {NodeJS.Platform} platform
 * @param {number | undefined} user
 */
export function isUnsandboxed(platform = process.platform, user = process.getuid?.()) {
  return platform === 'linux' && user === 0
}
