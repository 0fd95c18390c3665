import { expect, test } from 'vitest'
import { decodeText } from '#electron/decode-text.ts'

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)

test.each([
  ['UTF-8', new TextEncoder().encode('Caffè, €5'), 'Caffè, €5'],
  ['UTF-8 with a mark at its start', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
  ['what an old spreadsheet writes', bytes(0x43, 0x61, 0x66, 0x66, 0xe8, 0x20, 0x80), 'Caffè €'],
  ['nothing', bytes(), ''],
])('a file is read as what it is: %s', (_name, file, text) => {
  expect(decodeText(file)).toBe(text)
})
