import fs from 'node:fs'
import { vi } from 'vitest'
import { changingCalls, lookingCalls } from './disk-calls.ts'

/**
 * Calls `before` ahead of every call on the disk; what it throws is what the disk answers. A call's number counts
 * from 1. The test's own calls count too, so it makes none meanwhile. Undone by `vi.restoreAllMocks`.
 */
export function watchDisk(which: 'changing' | 'all', before: (number: number, call: string) => void): void {
  let number = 0
  for (const call of which === 'all' ? [...changingCalls, ...lookingCalls] : changingCalls) {
    if (call === 'fdatasync' || call === 'fsync') continue // they answer by calling back
    const real = fs[call] as (...args: unknown[]) => unknown
    vi.spyOn(fs, call as 'fsyncSync').mockImplementation((...args: unknown[]) => {
      before((number += 1), call)
      return real(...args)
    })
  }
  for (const call of ['fdatasync', 'fsync'] as const) {
    const real = fs[call]
    vi.spyOn(fs, call as 'fsync').mockImplementation((descriptor: number, done: fs.NoParamCallback) => {
      try {
        before((number += 1), call)
      } catch (error) {
        setImmediate(() => done(error as Error))
        return
      }
      real(descriptor, done)
    })
  }
}

export const diskError = (code: string): Error => Object.assign(new Error(`${code} of the test`), { code })
