import { crc32 } from '#shared/kernel/crc32.ts'

export { crc32 }

export const inHex = (sum: number): string => sum.toString(16).padStart(8, '0')

/** Eight hex digits over a text's UTF-8. */
export const crcOf = (text: string): string => inHex(crc32(Buffer.from(text)))
