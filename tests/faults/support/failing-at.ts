import { diskError, watchDisk } from '#tests/support/failing-disk.ts'
import { score } from './figures.ts'

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
  let [tried, survived] = [0, 0]
  for (let at = 1; ; at += step) {
    let failed = false
    try {
      await run(() =>
        watchDisk(which, (number) => {
          if (number !== at && !(how === 'from then on' && number > at)) return
          failed = true
          throw diskError(code)
        }),
      )
      survived += failed ? 1 : 0
    } catch (error) {
      // What did not come through counts too; the test fails by it.
      score('faults.calls', survived, tried + 1, 'survived')
      throw error
    }
    if (!failed) {
      score('faults.calls', survived, tried, 'survived')
      return at - 1
    }
    tried += 1
    if (at > most) throw new Error('there is no end to it')
  }
}
