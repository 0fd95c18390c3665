import { afterEach, expect, it, vi } from 'vitest'
import { breathing, unhurried } from '#electron/storage/breathe.ts'

afterEach(() => vi.restoreAllMocks())

/** A clock that every look at it moves on. */
function clockWithSteps(ms: number): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += ms))
}

it('is for work that has taken long, and what is short pays nothing for it', async () => {
  clockWithSteps(1)
  const short = breathing()
  expect(short()).toBeNull()
  clockWithSteps(30)
  const long = breathing()
  let came = false
  setImmediate(() => (came = true))
  await long()
  expect(came).toBe(true)
})

it('counts from the last one', async () => {
  clockWithSteps(2.5)
  const rest = breathing()
  expect([rest(), rest(), rest() === null]).toEqual([null, null, false])
  await new Promise(setImmediate)
  expect(rest()).toBeNull()
})

it('is taken between the pieces of a long work, which comes to the same', async () => {
  clockWithSteps(30)
  const order: string[] = []
  function* work(): Generator<void, string> {
    for (const piece of ['first', 'second']) {
      order.push(piece)
      setImmediate(() => order.push(`after ${piece}`))
      yield
    }
    return 'done'
  }
  expect(await unhurried(work())).toBe('done')
  expect(order).toEqual(['first', 'after first', 'second', 'after second'])
})
