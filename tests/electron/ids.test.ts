import type * as crypto from 'node:crypto'
import { randomFillSync } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { newId } from '#electron/ids.ts'
import { isId } from '#shared/kernel/id.ts'

vi.mock('node:crypto', async (original) => {
  const real = await original<typeof crypto>()
  return { ...real, randomFillSync: vi.fn(real.randomFillSync) }
})

test('ids are all different, sort in the order in which they were made, and are cheap by the thousand', () => {
  const ids = Array.from({ length: 1000 }, newId)
  expect(ids.every(isId)).toBe(true)
  expect(new Set(ids).size).toBe(1000)
  expect(ids.toSorted()).toEqual(ids)
  // Each takes a number that no other had; the system is asked for a page of them.
  const asked = vi.mocked(randomFillSync).mock.calls.length
  expect(asked).toBeGreaterThanOrEqual(1000 / 256)
  expect(asked).toBeLessThan(20)
})
