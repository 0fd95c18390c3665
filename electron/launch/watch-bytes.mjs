/** Watches a download that another program makes, by what it writes: the one thing every downloader has in common. */
import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'

const LOOK_EVERY_MS = 500
const PATIENCE_MS = 30_000

/**
 * The size of all files below the folders. What vanishes while we look (a temporary file that was renamed) counts as nothing.
 * @param {readonly string[]} folders
 * @returns {Promise<number>}
 */
export async function bytesIn(folders) {
  let sum = 0
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) sum += await bytesIn([file])
      else sum += (await lstat(file).catch(() => null))?.size ?? 0
    }
  }
  return sum
}

/**
 * Decides from the sizes seen so far whether the download still lives.
 * @param {number} patienceMs how long it may go without a byte
 * @param {number} startedAt in milliseconds
 */
export function stallClock(patienceMs, startedAt) {
  let last = 0
  let movedAt = startedAt
  return {
    /**
     * @param {number} bytes
     * @param {number} now
     * @returns {boolean} whether it has stood still for too long
     */
    stalled(bytes, now) {
      if (bytes !== last) {
        last = bytes
        movedAt = now
      }
      return now - movedAt >= patienceMs
    },
  }
}

/**
 * Runs `work`, reports how many bytes came in, and aborts it when none came for `patienceMs`.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @param {object} options
 * @param {readonly string[]} options.folders what the work writes to
 * @param {(bytes: number) => void} options.onBytes
 * @param {AbortSignal | undefined} [options.signal] also ends the work
 * @param {number} [options.patienceMs]
 * @returns {Promise<{ result: T, stalled: boolean }>}
 */
export async function watched(work, { folders, onBytes, signal, patienceMs = PATIENCE_MS }) {
  const stop = new AbortController()
  const clock = stallClock(patienceMs, performance.now())
  const before = await bytesIn(folders)
  let looking = false
  const look = async () => {
    if (looking) return
    looking = true
    const bytes = Math.max(0, (await bytesIn(folders)) - before)
    looking = false
    onBytes(bytes)
    if (clock.stalled(bytes, performance.now())) stop.abort('stalled')
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  const passOn = () => stop.abort(signal?.reason)
  if (signal?.aborted) passOn()
  signal?.addEventListener('abort', passOn, { once: true })
  try {
    return { result: await work(stop.signal), stalled: stop.signal.reason === 'stalled' }
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', passOn)
  }
}
