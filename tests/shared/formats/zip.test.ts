import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { unzipping } from '#shared/formats/zip.ts'
import { atOnce } from '#shared/kernel/pieces.ts'

const read = (bytes: Uint8Array) => atOnce(unzipping(bytes, ['clients.csv', 'time.csv']))

describe('an archive', () => {
  test('gives the files that are asked for, and no other', () => {
    const bytes = zipSync({ 'clients.csv': strToU8('a'), 'out/time.csv': strToU8('b'), 'other.csv': strToU8('c') })
    expect(read(bytes)).toEqual(
      new Map([
        ['clients.csv', 'a'],
        ['time.csv', 'b'],
      ]),
    )
  })

  test('whose names lead out of a folder writes nowhere: a name is all that counts of them', () => {
    expect(read(zipSync({ '../../../etc/clients.csv': strToU8('a'), '/abs/time.csv': strToU8('b') }))).toEqual(
      new Map([
        ['clients.csv', 'a'],
        ['time.csv', 'b'],
      ]),
    )
  })

  test('that blows up is refused before it has', () => {
    const bomb = zipSync({ 'time.csv': new Uint8Array(60_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(read(bomb)).toBeNull()
  })

  test.each([0, 9] as const)('one byte of which has turned is refused: packed by level %d', (level) => {
    const line = '2026-03-04T08:00:00Z,1\n'
    const bytes = zipSync({ 'clients.csv': strToU8('a'), 'time.csv': [strToU8(line), { level }] })
    const at = Buffer.from(bytes).indexOf(level === 0 ? '08:00' : 'time.csv') + (level === 0 ? 1 : 12)
    expect(read(bytes)?.get('time.csv')).toBe(line)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    expect(read(bytes)).toBeNull()
  })

  test('without the list at its end, or with one that leads elsewhere, is refused', () => {
    const bytes = zipSync({ 'time.csv': strToU8('a line\n') })
    expect(read(bytes.slice(0, -10))).toBeNull()
    const lost = bytes.slice()
    new DataView(lost.buffer).setUint32(lost.length - 6, 0xffff_fff0, true)
    expect(read(lost)).toBeNull()
  })

  test('of very many files is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 1100 }, (_, at) => [`${at}.csv`, new Uint8Array(0)]))
    expect(read(zipSync({ ...many, 'time.csv': strToU8('a') }))).toBeNull()
  })

  test('that is damaged, or cut anywhere, does not fall over', () => {
    const bytes = zipSync({ 'time.csv': strToU8('a line of some length\n'.repeat(200)) })
    for (let at = 0; at < bytes.length; at++) {
      const found = read(bytes.subarray(0, at))
      if (found?.has('time.csv')) expect('a line of some length\n'.repeat(200)).toContain(found.get('time.csv'))
      const flipped = Uint8Array.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      expect(() => read(flipped)).not.toThrow()
    }
  })
})
