import fs from 'node:fs'

/** A disk that answers within this is waited for in place. */
const QUICK_MS = 5
/** So many quick answers, one after the other, make a disk a quick one… */
const TRUSTED_AFTER = 3
/** … and after a slow one it takes so many more. */
const DOUBTED_FOR = 50
/** More than this is not one user's action, and takes any disk its time. */
const SMALL = 65_536

/**
 * Puts a file's data on the disk. Being called back by the system costs as much again as a quick disk takes, and every
 * start of the timer would pay it; on a slow disk nothing else may be held up meanwhile (persistence.md: 50 ms). So a
 * disk that has been quick is waited for, and one that has not calls back.
 */
export function dataToDiskOf(now: () => number): (descriptor: number, bytes: number) => Promise<void> {
  let trust = 0
  const took = (ms: number): void => {
    trust = ms < QUICK_MS ? Math.min(trust + 1, TRUSTED_AFTER) : TRUSTED_AFTER - DOUBTED_FOR
  }
  return async (descriptor, bytes) => {
    const begin = now()
    if (trust === TRUSTED_AFTER && bytes <= SMALL) fs.fdatasyncSync(descriptor)
    else await calledBack(descriptor)
    if (bytes <= SMALL) took(now() - begin)
  }
}

const calledBack = (descriptor: number): Promise<void> =>
  new Promise((resolve, reject) => {
    fs.fdatasync(descriptor, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
