/**
 * A desktop of its own for a program under test: a screen (Xvfb), a session bus, a window manager (openbox) and a tray
 * (trayer), all real, all gone at the end. The session bus is started directly, which is what `dbus-run-session` does, so
 * that every part is a child of ours and can be stopped.
 */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lastLines, run, stopGroup } from './processes.mjs'

const READY_WITHIN_MS = 20_000
const LOOK_EVERY_MS = 50

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {import("node:child_process").ChildProcess} child
 * @property {() => Promise<string>} said the end of its log
 */

/**
 * Starts a part in a group of its own: a Ctrl-C at the terminal then reaches only us, and we stop the parts in the right
 * order. `setpriv` has the system end it when we are killed without a chance to do so.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, folder: string }} options
 * @returns {Part}
 */
function startPart(name, args, { env, folder }) {
  const logFile = path.join(folder, `${name}.log`)
  const log = openSync(logFile, 'w')
  const guard = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM', '--'] : []
  const [command = name, ...rest] = [...guard, name, ...args]
  const child = spawn(command, rest, { env, detached: true, stdio: ['ignore', log, log, 'pipe'] })
  closeSync(log)
  child.on('error', () => {})
  return { name, child, said: async () => lastLines(await readFile(logFile, 'utf8').catch(() => '')) }
}

/** @param {Part} part */
const hasEnded = ({ child }) => child.pid === undefined || child.exitCode !== null || child.signalCode !== null

/**
 * Waits until a part answers; says why when it ends instead.
 * @template T
 * @param {Part} part
 * @param {() => Promise<T | null>} ask null means not yet
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<T>}
 */
async function ready(part, ask, signal) {
  const end = performance.now() + READY_WITHIN_MS
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    signal?.throwIfAborted()
    if (hasEnded(part)) throw new Error(`${part.name} did not start:\n${await part.said()}`)
    if (performance.now() > end)
      throw new Error(`${part.name} did not get ready in ${READY_WITHIN_MS / 1000} s:\n${await part.said()}`)
    await pause(LOOK_EVERY_MS)
  }
}

/**
 * Collects the first line that a part writes to its fourth stream, where Xvfb and the bus say how to reach them.
 * @param {Part} part
 * @returns {() => Promise<string | null>}
 */
function firstLine(part) {
  let text = ''
  const stream = /** @type {import("node:stream").Readable} */ (part.child.stdio[3])
  stream.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  stream.on('error', () => {})
  return async () => (text.includes('\n') ? (text.split('\n')[0] ?? '') : null)
}

/**
 * A session that can be filled part by part, and is emptied in the opposite order.
 * @template T
 * @param {(session: Session) => Promise<T>} work
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<T>}
 */
async function withSession(work, signal) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mainstay-desktop-'))
  const env = {
    ...process.env,
    XDG_RUNTIME_DIR: folder,
    XDG_SESSION_TYPE: 'x11',
    LC_ALL: process.env['LC_ALL'] || 'C.UTF-8',
  }
  const session = new Session(folder, env, signal)
  try {
    return await work(session)
  } finally {
    await session.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

class Session {
  /** @type {Part[]} */
  #parts = []

  /**
   * @param {string} folder
   * @param {NodeJS.ProcessEnv} env
   * @param {AbortSignal | undefined} signal
   */
  constructor(folder, env, signal) {
    this.folder = folder
    this.env = env
    this.signal = signal
    // What the caller's own desktop offers must not leak in: the app would show its window or its tray there.
    for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_CURRENT_DESKTOP'])
      delete env[name]
    // There is no screen reader here; without this GTK waits for one on the bus and complains.
    env['NO_AT_BRIDGE'] = '1'
  }

  /**
   * @param {string} name
   * @param {readonly string[]} args
   */
  start(name, args) {
    this.signal?.throwIfAborted()
    const part = startPart(name, args, this)
    this.#parts.push(part)
    return part
  }

  /** @param {string} size */
  async screen(size) {
    // Xvfb chooses a free display by itself and tells it when it takes connections: nothing to guess, nothing to race for.
    const xvfb = this.start('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'])
    this.env['DISPLAY'] = `:${await ready(xvfb, firstLine(xvfb), this.signal)}`
  }

  async bus() {
    const bus = this.start('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=3'])
    this.env['DBUS_SESSION_BUS_ADDRESS'] = await ready(bus, firstLine(bus), this.signal)
  }

  async windowManager() {
    const openbox = this.start('openbox', ['--sm-disable'])
    await ready(openbox, () => this.#answer(['get_num_desktops']), this.signal)
  }

  async tray() {
    const trayer = this.start('trayer', ['--edge', 'top', '--align', 'left', '--width', '20', '--height', '40'])
    await ready(trayer, () => this.#answer(['search', '--onlyvisible', '--class', 'trayer']), this.signal)
  }

  /** @param {readonly string[]} question for xdotool */
  async #answer(question) {
    const { code, stdout } = await run('xdotool', question, { env: this.env })
    return code === 0 && stdout.trim() !== '' ? stdout.trim() : null
  }

  /** The names of parts that ended by themselves: what ran here ran on a broken desktop. */
  broken() {
    return this.#parts.filter(hasEnded).map((part) => part.name)
  }

  async stop() {
    for (const part of this.#parts.toReversed()) await stopGroup(part.child)
  }
}

/**
 * Runs `work` with a whole desktop.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @param {{ signal?: AbortSignal | undefined, size?: string }} [options]
 * @returns {Promise<T>}
 */
export function withDesktop(work, { signal, size = '1920x1200x24' } = {}) {
  return withSession(async (session) => {
    await session.screen(size)
    await session.bus()
    await session.windowManager()
    await session.tray()
    const result = await work(session.env)
    const broken = session.broken()
    if (broken.length > 0 && !signal?.aborted)
      throw new Error(`The desktop broke while it was used: ${broken.join(', ')} ended.`)
    return result
  }, signal)
}

/**
 * Runs `work` with a screen that nobody sees, and nothing else.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @param {{ signal?: AbortSignal | undefined, size?: string }} [options]
 * @returns {Promise<T>}
 */
export function withScreen(work, { signal, size = '1920x1200x24' } = {}) {
  return withSession(async (session) => {
    await session.screen(size)
    return work({ ...process.env, DISPLAY: session.env['DISPLAY'] })
  }, signal)
}
