import { describe, expect, it } from 'vitest'
import { crc32, crcOf } from '#electron/storage/crc32.ts'

describe('CRC-32', () => {
  it('is that of the standard', () => {
    expect(crcOf('123456789')).toBe('cbf43926')
    expect(crcOf('')).toBe('00000000')
    expect(crcOf('Perché è così')).toBe(crc32(Buffer.from('Perché è così')).toString(16).padStart(8, '0'))
  })

  it('is the same for few bytes and for many', () => {
    // 4,095 and 4,096 bytes go two different ways; the sums are of Python's zlib.crc32.
    expect(crcOf('a'.repeat(4095))).toBe('9fb0aa83')
    expect(crcOf('a'.repeat(4096))).toBe('9c99dc73')
  })
})
