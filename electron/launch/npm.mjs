/** How to call the npm that the user uses, with the configuration (registry, proxy, certificates) the user gave it. */
import { run } from './processes.mjs'

/**
 * Inside `npm start` and `npm test`, npm says where its own code is: that is the same version, and needs no `.cmd` on Windows.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(env = process.env, platform = process.platform) {
  const script = env['npm_execpath']
  if (script && /npm-cli\.[cm]?js$/.test(script)) return { command: process.execPath, args: [script], shell: false }
  if (platform === 'win32') return { command: 'npm.cmd', args: [], shell: true }
  return { command: 'npm', args: [], shell: false }
}

/**
 * @param {readonly string[]} args
 * @param {import("./processes.mjs").RunOptions} options
 */
export function npm(args, options) {
  const { command, args: first, shell } = npmCommand(options.env)
  return run(command, [...first, ...args], { ...options, shell })
}

/**
 * Why npm failed, in one line: its own report spreads that over ten, with advice for other cases among them.
 * @param {string} output
 */
export function npmReason(output) {
  const lines = output.split('\n').flatMap((line) => /^npm (?:error|ERR!) ?(.+)$/.exec(line)?.[1] ?? [])
  const told = lines.find((line) => /reason:|not found|not in this registry|denied|timeout/i.test(line))
  return told ?? lines.find((line) => !/^(?:code|errno|syscall|address|port) /.test(line)) ?? 'it did not say why'
}
