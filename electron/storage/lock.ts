import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { codeOf } from './problems.ts'
import { beginOf, isSameBegin, ownBegin } from './process-begin.ts'
import { isObject, parseJson } from '#shared/kernel/json.ts'
import { FILE_MODE, readIfThere, temporaryOf } from './safe-file.ts'

/**
 * One writer a folder (persistence.md, Files): a file that says who. One left behind by a process of this machine
 * that is no more is taken over, also where its number is another's by now, or the machine has another name; one of
 * another machine is believed, since it cannot be asked.
 */
export interface Lock {
  release(): void
}

interface Holder {
  readonly pid: number
  readonly host: string
  /** Of the machine's start, where the system tells it: a number of a process means nothing after the next one. */
  readonly boot: string
  /** When it began (process-begin.ts); earlier versions said nothing of it, nor of what follows. */
  readonly began?: string
  /** Which machine it is, whatever its name is: names change with the network. */
  readonly machine?: string
}

let machine = ''
/** @param id of this installation, kept with its settings. A copy of them on another machine is told by its memory. */
export function knowMachine(id: string): void {
  machine = createHash('sha256')
    .update(`${id} ${os.arch()} ${Math.round(os.totalmem() / 2 ** 30)}`)
    .digest('hex')
    .slice(0, 16)
}

/** What is asked of the system. */
export interface System {
  readonly me: () => Holder
  readonly isAlive: (pid: number) => boolean
  readonly beginOf: (pid: number) => string | null
  readonly isSameBegin: (a: string, b: string) => boolean
}

/** The locks that this very process holds: its number may be that of one that is gone. */
const held = new Set<string>()

/** @returns null where another process has the folder. Throws where no lock can be written at all. */
export function takeLock(file: string, system: System = thisSystem): Lock | null {
  const name = path.resolve(file)
  if (held.has(name)) return null
  const mine = JSON.stringify(system.me())
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(file, mine)) {
      held.add(name)
      return { release: () => release(file, name, mine) }
    }
    const found = readIfThere(file)?.toString()
    if (found !== undefined && !(isStale(found, system) && stepOver(file, found))) return null
  }
  return null
}

/**
 * Written under another name first, and then given its own: whoever finds the lock finds all of it.
 * @returns false where there is one
 */
function create(file: string, text: string): boolean {
  const temporary = temporaryOf(file)
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx', mode: FILE_MODE })
    return give(temporary, file) || createInPlace(file, text)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(temporary, { force: true })
  }
}

/** @returns false where the disk will not: some know no second name for a file, each with another way of saying so */
function give(temporary: string, file: string): boolean {
  try {
    fs.linkSync(temporary, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    return false
  }
}

/** Another process may find it before it says anything, and step over it: what is there is then theirs. */
function createInPlace(file: string, text: string): boolean {
  fs.writeFileSync(file, text, { flag: 'wx', mode: FILE_MODE })
  return readIfThere(file)?.toString() === text
}

/** Takes a stale lock away, but not the one another process may have made of it since it was read. */
function stepOver(file: string, stale: string): boolean {
  const aside = `${file}.${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    throw error
  }
  if (fs.readFileSync(aside, 'utf8') === stale) {
    fs.rmSync(aside, { force: true })
    return true
  }
  fs.renameSync(aside, file)
  return false
}

function release(file: string, name: string, mine: string): void {
  held.delete(name)
  try {
    if (readIfThere(file)?.toString() === mine) fs.rmSync(file, { force: true })
  } catch {
    return // it names a process that will be no more, and is stepped over then
  }
}

function isStale(text: string, { me, isAlive, beginOf, isSameBegin }: System): boolean {
  const holder = read(text)
  // Cut off while it was written: whoever did so is no more.
  if (!holder) return true
  const here = me()
  const sameBoot = holder.boot !== '' && holder.boot === here.boot
  const sameMachine = Boolean(holder.machine) && holder.machine === here.machine
  if (holder.host !== here.host && !sameBoot && !sameMachine) return false
  if (holder.boot !== here.boot && holder.boot !== '' && here.boot !== '') return true
  if (holder.pid === here.pid || !isAlive(holder.pid)) return true
  // Someone lives under that number: whether it is who wrote this, its beginning says.
  const began = holder.began ? beginOf(holder.pid) : null
  return began !== null && !isSameBegin(began, holder.began ?? '')
}

function read(text: string): Holder | null {
  try {
    const value = parseJson(text)
    if (!isObject(value)) return null
    const { pid, host, boot, began, machine: of } = value
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof boot !== 'string') return null
    return {
      pid,
      host,
      boot,
      ...(typeof began === 'string' && { began }),
      ...(typeof of === 'string' && { machine: of }),
    }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Of this start of the machine, where the system tells it. */
export function bootId(): string {
  if (process.platform !== 'linux') return ''
  return readIfThere('/proc/sys/kernel/random/boot_id')?.toString().trim() ?? ''
}

/** Asks whether a process is there; one that may not be asked is. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

const thisSystem: System = {
  me: () => ({ pid: process.pid, host: os.hostname(), boot: bootId(), began: ownBegin(), machine }),
  isAlive,
  beginOf,
  isSameBegin,
}
