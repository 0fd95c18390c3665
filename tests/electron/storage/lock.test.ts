import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeLock } from '#electron/storage/lock.ts'
import { diskError } from '#tests/support/failing-disk.ts'
import { temporaryFolder } from '#tests/support/stores.ts'

const boot = process.platform === 'linux' ? fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : ''
const here = { pid: process.pid, host: os.hostname(), boot }
/** The number of a process that was and is no more. */
const gone = spawnSync(process.execPath, ['-e', '']).pid
const theirs = { ...here, pid: process.ppid }
const lockFile = (): string => path.join(temporaryFolder(), 'lock')

afterEach(() => vi.restoreAllMocks())

/**
 * A file is made first and written then: `look` is called in every such moment.
 * @returns what it said
 */
function betweenMakingAndWriting<Value>(look: () => Value): Value[] {
  const said: Value[] = []
  vi.spyOn(fs, 'writeFileSync').mockImplementation((file, data) => {
    const descriptor = fs.openSync(file as string, 'wx')
    try {
      said.push(look())
      fs.writeSync(descriptor, data as string)
    } finally {
      fs.closeSync(descriptor)
    }
  })
  return said
}

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

  it('says who from the first moment that it is there', () => {
    const file = lockFile()
    const seen = betweenMakingAndWriting(() => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null))
    const lock = takeLock(file)
    expect(seen).toEqual([null])
    expect(fs.readdirSync(path.dirname(file))).toEqual(['lock'])
    lock?.release()
  })

  describe('on a disk without links', () => {
    beforeEach(() => {
      vi.spyOn(fs, 'linkSync').mockImplementation(() => {
        throw diskError('EPERM')
      })
    })

    it('is had by one as well', () => {
      const file = lockFile()
      const lock = takeLock(file)
      expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(here)
      expect(fs.readdirSync(path.dirname(file))).toEqual(['lock'])
      lock?.release()
      fs.writeFileSync(file, JSON.stringify(theirs))
      expect(takeLock(file)).toBeNull()
    })

    it('is theirs who stepped over it while it said nothing', () => {
      const file = lockFile()
      const other = path.join(temporaryFolder(), 'lock')
      fs.writeFileSync(other, JSON.stringify(theirs))
      betweenMakingAndWriting(() => {
        if (fs.existsSync(file)) fs.renameSync(other, file)
      })
      expect(takeLock(file)).toBeNull()
      expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(theirs)
    })
  })

  it('that the disk refuses leaves nothing that another would find', () => {
    const file = lockFile()
    betweenMakingAndWriting(() => {
      throw diskError('ENOSPC')
    })
    expect(() => takeLock(file)).toThrow('ENOSPC')
    expect(fs.readdirSync(path.dirname(file))).toEqual([])
  })

  it.each([
    ['a process that lives', theirs],
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
