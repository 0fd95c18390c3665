import { expect, test } from 'vitest'
import { bytesIn, stallClock } from '#electron/launch/watch-bytes.mjs'
import { folderWith } from './folder.ts'

test('every byte counts, wherever it lies; what is not there counts as nothing', async () => {
  const folder = folderWith({ 'a.zip': '12345', 'tmp/deep/b': '123' })
  expect(await bytesIn([folder, `${folder}/none`])).toBe(8)
})

test('a download that moves never stalls, one that stands still does', () => {
  const clock = stallClock(30_000, 0)
  for (let at = 0; at <= 300_000; at += 20_000) expect(clock.stalled(at + 1, at)).toBe(false)
  expect(clock.stalled(300_001, 329_999)).toBe(false)
  expect(clock.stalled(300_001, 330_000)).toBe(true)
})

test('not a byte at all is a stall too', () => {
  const clock = stallClock(30_000, 1_000)
  expect(clock.stalled(0, 30_999)).toBe(false)
  expect(clock.stalled(0, 31_000)).toBe(true)
})

test('a file that was put away is movement, not a stall', () => {
  const clock = stallClock(30_000, 0)
  expect(clock.stalled(5_000, 10_000)).toBe(false)
  expect(clock.stalled(0, 39_000)).toBe(false)
  expect(clock.stalled(0, 40_000)).toBe(false)
})
