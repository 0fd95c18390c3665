/** What the system must bring for Electron to start, and for the end-to-end tests to have a desktop; installed or named. */
import { access, constants, readFile } from 'node:fs/promises'
import path from 'node:path'
import { lastLines, run } from './processes.mjs'
import { say } from './progress.mjs'

/**
 * One thing that may be missing, and what brings it. Debian and Ubuntu renamed some packages (`…t64`): the first that the
 * system knows is meant. Fedora and openSUSE install by the thing's own name and need no list.
 * @typedef {{ name: string, kind: "library" | "command", apt: readonly string[], pacman: string, optional?: boolean }} Need
 */

/**
 * @param {string} name
 * @param {readonly string[]} apt
 * @param {string} pacman
 * @returns {Need}
 */
const library = (name, apt, pacman) => ({ name, kind: 'library', apt, pacman })
/**
 * @param {string} name
 * @param {string} apt
 * @param {string} pacman
 * @returns {Need}
 */
const command = (name, apt, pacman) => ({ name, kind: 'command', apt: [apt], pacman })

/** Electron's own list of needed libraries, under the packages that bring them (those bring the rest). */
export const LIBRARIES = Object.freeze([
  library('libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0'], 'gtk3'),
  library('libnss3.so', ['libnss3'], 'nss'),
  library('libnspr4.so', ['libnspr4'], 'nspr'),
  library('libasound.so.2', ['libasound2t64', 'libasound2'], 'alsa-lib'),
  library('libgbm.so.1', ['libgbm1'], 'mesa'),
  library('libatk-bridge-2.0.so.0', ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'], 'at-spi2-core'),
  library('libatspi.so.0', ['libatspi2.0-0t64', 'libatspi2.0-0'], 'at-spi2-core'),
  library('libdrm.so.2', ['libdrm2'], 'libdrm'),
  library('libcups.so.2', ['libcups2t64', 'libcups2'], 'libcups'),
  library('libxkbcommon.so.0', ['libxkbcommon0'], 'libxkbcommon'),
  // Opened only when a notification is shown: the app starts without it, and notifications stay away.
  { ...library('libnotify.so.4', ['libnotify4'], 'libnotify'), optional: true },
])

export const SCREEN = Object.freeze([command('Xvfb', 'xvfb', 'xorg-server-xvfb')])

export const DESKTOP = Object.freeze([
  ...SCREEN,
  command('dbus-daemon', 'dbus', 'dbus'),
  command('dbus-launch', 'dbus-x11', 'dbus'),
  command('openbox', 'openbox', 'openbox'),
  command('trayer', 'trayer', 'trayer'),
  command('xdotool', 'xdotool', 'xdotool'),
  command('import', 'imagemagick', 'imagemagick'),
])

/**
 * The libraries that the dynamic linker does not find, from what `ldd` prints.
 * @param {string} ldd
 */
export function notFound(ldd) {
  return [...new Set([...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? ''))]
}

/**
 * @param {string} ldd what `ldd` says of the executable
 * @param {string} linkerCache what `ldconfig -p` says
 * @returns {Need[]} also those that are in no list of ours
 */
export function missingLibraries(ldd, linkerCache) {
  const missing = new Set(notFound(ldd))
  const listed = LIBRARIES.filter((need) => {
    const linked = ldd.includes(`\t${need.name} =>`)
    return missing.delete(need.name) || (!linked && linkerCache !== '' && !linkerCache.includes(`\t${need.name} `))
  })
  return [...listed, ...[...missing].map((name) => library(name, [], ''))]
}

/**
 * @param {readonly Need[]} needs
 * @param {(name: string) => Promise<boolean>} isThere
 */
export async function missingCommands(needs, isThere) {
  const found = await Promise.all(needs.map((need) => isThere(need.name)))
  return needs.filter((_, index) => !found[index])
}

/** @param {string} name */
async function commandIsThere(name) {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    if (folder === '') continue
    if (
      await access(path.join(folder, name), constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return true
  }
  return false
}

/** @typedef {"apt" | "dnf" | "zypper" | "pacman"} Manager */

/**
 * Which installer the system has, from /etc/os-release, whose ID_LIKE names the family.
 * @param {string} osRelease
 * @returns {Manager | null}
 */
export function managerOf(osRelease) {
  const ids = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].flatMap((match) =>
    (match[1] ?? '').replace(/["']/g, '').split(' '),
  )
  if (ids.some((id) => id === 'debian' || id === 'ubuntu')) return 'apt'
  if (ids.some((id) => id === 'fedora' || id === 'rhel')) return 'dnf'
  if (ids.some((id) => id.includes('suse'))) return 'zypper'
  return ids.includes('arch') ? 'pacman' : null
}

/**
 * What to ask the installer for.
 * @param {readonly Need[]} needs
 * @param {Manager} manager
 * @param {(names: readonly string[]) => string} known of the names a package has had, the one this system knows
 */
export function packagesFor(needs, manager, known) {
  const names = needs.map((need) => {
    if (manager === 'apt') return need.apt.length > 0 ? known(need.apt) : ''
    if (manager === 'pacman') return need.pacman
    return need.kind === 'library' ? `${need.name}()(64bit)` : `/usr/bin/${need.name}`
  })
  return [...new Set(names.filter((name) => name !== ''))]
}

/**
 * The one line that installs them, for a user to copy.
 * @param {Manager | null} manager
 * @param {readonly string[]} packages
 */
export function installLine(manager, packages) {
  const quoted = packages.map((name) => (/[()]/.test(name) ? `'${name}'` : name)).join(' ')
  if (manager === 'apt') return `sudo apt-get update && sudo apt-get install --no-install-recommends -y ${quoted}`
  if (manager === 'dnf') return `sudo dnf install -y ${quoted}`
  if (manager === 'zypper') return `sudo zypper install -y ${quoted}`
  return manager === 'pacman' ? `sudo pacman -S --needed ${quoted}` : null
}

/**
 * The names among `apt-cache policy`'s answer that can be installed.
 * @param {string} policy
 */
export function installable(policy) {
  const names = [...policy.matchAll(/^(\S+):\n(?: {2}.*\n)*? {2}Candidate: (.+)$/gm)]
  return new Set(names.filter((match) => match[2] !== '(none)').map((match) => match[1] ?? ''))
}

/**
 * @param {readonly Need[]} needs
 * @returns {Promise<(names: readonly string[]) => string>}
 */
async function aptNames(needs) {
  const { stdout } = await run('apt-cache', ['policy', ...needs.flatMap((need) => need.apt)], {
    env: { ...process.env, LC_ALL: 'C' },
  })
  const known = installable(stdout)
  return (names) => names.find((name) => known.has(name)) ?? names.at(-1) ?? ''
}

/**
 * @param {string} executable Electron's
 * @param {readonly Need[]} commands
 */
async function missingNow(executable, commands) {
  const env = { ...process.env, LC_ALL: 'C', PATH: `${process.env['PATH'] ?? ''}:/sbin:/usr/sbin` }
  const [ldd, ldconfig] = await Promise.all([run('ldd', [executable], { env }), run('ldconfig', ['-p'], { env })])
  return [...missingLibraries(ldd.stdout, ldconfig.stdout), ...(await missingCommands(commands, commandIsThere))]
}

/**
 * @param {readonly string[]} args
 * @param {AbortSignal | undefined} signal
 */
async function apt(args, signal) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  // Another apt at work (a fresh machine updates itself at boot) is waited for, not failed on.
  const { code, output } = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env, signal })
  if (code !== 0) throw new Error(`apt-get ${args[0]} failed (exit code ${code}):\n${lastLines(output)}`)
}

/**
 * Makes sure that the system has what Electron (and `commands`) need; installs it as root on Debian and Ubuntu.
 * @param {string} executable Electron's
 * @param {readonly Need[]} commands
 * @param {AbortSignal} [signal]
 * @throws {Error} that names the one command to run
 */
export async function systemLibraries(executable, commands, signal) {
  if (process.platform !== 'linux') return
  const missing = await missingNow(executable, commands)
  if (missing.length === 0) return
  const manager = managerOf(await readFile('/etc/os-release', 'utf8').catch(() => ''))
  if (manager === 'apt' && process.getuid?.() === 0) {
    await apt(['update'], signal)
    const packages = packagesFor(missing, 'apt', await aptNames(missing))
    say(`Installing system packages: ${packages.join(' ')} …`)
    await apt(['install', '--no-install-recommends', '-y', ...packages], signal)
    const still = await missingNow(executable, commands)
    if (still.length > 0)
      throw new Error(`Still missing after the installation: ${still.map((need) => need.name).join(', ')}`)
    return
  }
  const known = manager === 'apt' ? await aptNames(missing) : () => ''
  const line = manager && installLine(manager, packagesFor(missing, manager, known))
  const names = missing.map((need) => need.name).join(', ')
  const message = `The system lacks: ${names}\n${line ? `Install it with:\n  ${line}` : "Install what brings them with your system's package manager."}`
  if (missing.some((need) => !need.optional)) throw new Error(message)
  say(message)
}
