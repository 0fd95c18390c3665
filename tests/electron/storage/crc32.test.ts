import { describe, expect, it } from 'vitest'
import { crc32, crcOf } from '#electron/storage/crc32.ts'

describe('CRC-32', () => {
  it('is that of the standard', () => {
    expect(crcOf('123456789')).toBe('cbf43926')
    expect(crcOf('')).toBe('00000000')
    expect(crcOf('Perché è così')).toBe(crc32(Buffer.from('Perché è così')).toString(16).padStart(8, '0'))
  })

  it('is that of many bytes, also of a number that is no multiple of eight', () => {
    // The sums are of Python's zlib.crc32.
    expect(crcOf('a'.repeat(4095))).toBe('9fb0aa83')
    expect(crcOf('a'.repeat(4096))).toBe('9c99dc73')
  })

  it('may be taken in pieces, wherever they are cut and lie', () => {
    const bytes = Buffer.from(Array.from({ length: 67 }, (_, index) => (index * 151) % 256))
    const whole = crc32(bytes)
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(whole)
  })
})
