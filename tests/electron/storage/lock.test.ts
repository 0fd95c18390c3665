import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { takeLock } from '#electron/storage/lock.ts'
import { temporaryFolder } from '#tests/support/stores.ts'

const boot = process.platform === 'linux' ? fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : ''
const here = { pid: process.pid, host: os.hostname(), boot }
/** The number of a process that was and is no more. */
const gone = spawnSync(process.execPath, ['-e', '']).pid
const lockFile = (): string => path.join(temporaryFolder(), 'lock')

describe('the lock of a folder', () => {
  it('is had by one, says who, and is free again when it is let go', () => {
    const file = lockFile()
    const lock = takeLock(file)
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(here)
    expect(takeLock(file)).toBeNull()
    lock?.release()
    expect(fs.existsSync(file)).toBe(false)
    takeLock(file)?.release()
  })

  it.each([
    ['a process that is gone', { ...here, pid: gone }],
    ['a process before the machine was started anew', { ...here, pid: 1, boot: 'another' }],
    ['a process whose number is now ours', here],
    ['this machine under another name', { ...here, pid: gone, host: 'in-another-network' }],
  ])('is taken over from %s', (_, holder) => {
    const file = lockFile()
    fs.writeFileSync(file, JSON.stringify(holder))
    const lock = takeLock(file)
    expect(lock).not.toBeNull()
    expect(fs.readdirSync(path.dirname(file))).toEqual(['lock'])
    lock?.release()
  })

  it.each(['', '{', '[]', '{"pid":"1"}'])('is taken over where it says nothing: %j', (text) => {
    const file = lockFile()
    fs.writeFileSync(file, text)
    takeLock(file)?.release()
    expect(fs.existsSync(file)).toBe(false)
  })

  it('is left to a process that has made it and is about to write who it is', () => {
    const file = lockFile()
    fs.writeFileSync(file, '')
    vi.spyOn(Atomics, 'wait').mockImplementation(() => {
      fs.writeFileSync(file, JSON.stringify({ ...here, pid: process.ppid }))
      return 'timed-out'
    })
    expect(takeLock(file)).toBeNull()
  })

  it.each([
    ['a process that lives', { ...here, pid: process.ppid }],
    ['another machine, which cannot be asked', { pid: gone, host: 'elsewhere', boot: 'theirs' }],
  ])('is left to %s', (_, holder) => {
    const file = lockFile()
    fs.writeFileSync(file, JSON.stringify(holder))
    expect(takeLock(file)).toBeNull()
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(holder)
  })

  it('is not let go when it has become another’s', () => {
    const file = lockFile()
    const lock = takeLock(file)
    fs.writeFileSync(file, 'theirs')
    lock?.release()
    expect(fs.readFileSync(file, 'utf8')).toBe('theirs')
  })
})
