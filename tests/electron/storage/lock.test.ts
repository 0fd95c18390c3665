import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeLock, type System } from '#electron/storage/lock.ts'
import { beginOf, isSameBegin, ownBegin, type Ask } from '#electron/storage/process-begin.ts'
import { diskError } from '#tests/support/failing-disk.ts'
import { temporaryFolder } from '#tests/support/stores.ts'

const boot = process.platform === 'linux' ? fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : ''
const here = { pid: process.pid, host: os.hostname(), boot }
const own = { ...here, began: ownBegin(), machine: '' }
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
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(own)
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
    ['a process whose number is another’s by now', { ...theirs, began: '1' }],
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
      expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(own)
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
    ['a process that lives, and began then', { ...theirs, began: beginOf(process.ppid) ?? '' }],
    ['another machine, which cannot be asked', { pid: gone, host: 'elsewhere', boot: 'theirs' }],
  ])('is left to %s', (_, holder) => {
    const file = lockFile()
    fs.writeFileSync(file, JSON.stringify(holder))
    expect(takeLock(file)).toBeNull()
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(holder)
  })

  describe('where the system does not tell its starts', () => {
    const began = '1793600000000'
    const mac = (more: Partial<System> = {}): System => ({
      me: () => ({ pid: 7, host: 'Annas-Mac', boot: '', began, machine: 'anna' }),
      isAlive: (pid) => pid < 100,
      beginOf: () => began,
      isSameBegin: (a, b) => isSameBegin(a, b, 'darwin'),
      ...more,
    })
    const left = { pid: 50, host: 'Annas-Mac', boot: '', began, machine: 'anna' }
    const take = (holder: object, system = mac()): boolean => {
      const file = lockFile()
      fs.writeFileSync(file, JSON.stringify(holder))
      const lock = takeLock(file, system)
      lock?.release()
      return lock !== null
    }

    it('is believed while who wrote it lives, also where the two clocks are a little apart', () => {
      expect(take(left)).toBe(false)
      expect(take({ ...left, began: '1793600004000' })).toBe(false)
    })

    it('is taken over after a crash: the number is nobody’s, or that of one who began later', () => {
      expect(take({ ...left, pid: 500 })).toBe(true)
      expect(take(left, mac({ beginOf: () => '1793700000000' }))).toBe(true)
    })

    it('is believed where the system does not say who has the number, and where nobody said when they began', () => {
      expect(take(left, mac({ beginOf: () => null }))).toBe(false)
      expect(take({ pid: 50, host: 'Annas-Mac', boot: '' }, mac({ beginOf: () => '1793700000000' }))).toBe(false)
    })

    it('is known again under another name of the machine, and of another machine it is not', () => {
      expect(take({ ...left, pid: 500, host: 'Annas-Mac-2.local' })).toBe(true)
      expect(take({ ...left, pid: 500, host: 'elsewhere', machine: 'another' })).toBe(false)
      expect(
        take({ ...left, pid: 500, host: 'elsewhere', machine: '' }, mac({ me: () => ({ ...left, machine: '' }) })),
      ).toBe(false)
    })
  })

  it('is not let go when it has become another’s', () => {
    const file = lockFile()
    const lock = takeLock(file)
    fs.writeFileSync(file, 'theirs')
    lock?.release()
    expect(fs.readFileSync(file, 'utf8')).toBe('theirs')
  })
})

describe('when a process began', () => {
  it('is told by the system, and by itself as the system does', () => {
    expect(beginOf(process.pid)).toBe(ownBegin())
    expect(beginOf(gone)).toBeNull()
  })

  const saying = (text: string) => vi.fn<Ask>(() => text)

  it.each([
    ['macOS', 'Tue Nov  3 08:05:09 2026    \n', '2026-11-03T08:05:09Z'],
    ['macOS, a day of two digits', 'Sat Nov 28 18:13:09 2026    \n', '2026-11-28T18:13:09Z'],
    ['FreeBSD', 'Sun Feb 29 23:59:59 2032\n', '2032-02-29T23:59:59Z'],
  ])('is what ps says: %s', (_, text, moment) => {
    const ask = saying(text)
    expect(beginOf(512, 'darwin', ask)).toBe(String(Date.parse(moment)))
    expect(ask).toHaveBeenCalledWith('ps', ['-o', 'lstart=', '-p', '512'])
  })

  it('is what PowerShell says', () => {
    const ask = saying('1793600000123\r\n')
    expect(beginOf(512, 'win32', ask)).toBe('1793600000123')
    const command = '([DateTimeOffset](Get-Process -Id 512).StartTime).ToUnixTimeMilliseconds()'
    expect(ask).toHaveBeenCalledWith('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', command])
  })

  it.each([
    ['darwin', ''],
    ['darwin', '\n'],
    // With a locale that LC_ALL did not reach.
    ['darwin', 'Mar  3 Nov 08:05:09 2026\n'],
    ['darwin', 'ps: lstart: keyword not found\n'],
    ['win32', ''],
    ['win32', '\r\n'],
    ['win32', 'Get-Process : Cannot find a process with the process identifier 512.\r\n'],
    ['win32', 'WARNING: a profile was loaded\r\n1793600000123\r\n'],
  ] as const)('is not told where %s says %j', (platform, text) => {
    expect(beginOf(512, platform, saying(text))).toBeNull()
  })

  it('is told by ps where there is no /proc', () => {
    expect(isSameBegin(beginOf(process.pid, 'darwin') ?? '', ownBegin('darwin'), 'darwin')).toBe(true)
    expect(beginOf(gone, 'darwin')).toBeNull()
  })
})
