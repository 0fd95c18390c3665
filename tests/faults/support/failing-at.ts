import { diskError, watchDisk } from '#tests/support/failing-disk.ts'
import { scoring } from './figures.ts'

export type How = 'once' | 'from then on'

/**
 * Does something again and again, with the first, the second, … call on the disk failing, until none does.
 * @param most there is no end to it after so many
 * @returns how many calls there were
 */
export async function failingAt(
  code: string,
  how: How,
  which: 'changing' | 'all',
  run: (arm: () => void) => Promise<void>,
  { most = 200, step = 1 }: { most?: number; step?: number } = {},
): Promise<number> {
  const calls = scoring('faults.calls', 'survived')
  for (let at = 1; at <= most + step; at += step) {
    let failed = false
    await run(() =>
      watchDisk(which, (number) => {
        if (number !== at && !(how === 'from then on' && number > at)) return
        if (!failed) calls.tried += 1
        failed = true
        throw diskError(code)
      }),
    )
    if (!failed) return at - 1
    calls.held += 1
  }
  throw new Error('there is no end to it')
}
