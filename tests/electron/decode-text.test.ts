import { expect, test } from 'vitest'
import { decodeText } from '#electron/decode-text.ts'

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)

/** In pairs of bytes, the lower or the higher first. */
const pairs = (text: string, isLowFirst: boolean): number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) => {
    const [low, high] = [unit & 0xff, unit >> 8]
    return isLowFirst ? [low, high] : [high, low]
  })

test.each([
  ['letters of one and more bytes', new TextEncoder().encode('Caffè, €5'), 'Caffè, €5', 'UTF-8'],
  ['a mark at its start', bytes(0xef, 0xbb, 0xbf, 0x61), 'a', 'UTF-8'],
  ['a mark before letters of several bytes', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa8), 'è', 'UTF-8'],
  ['nothing', bytes(), '', 'UTF-8'],
  ['what an old spreadsheet writes', bytes(0x43, 0x61, 0x66, 0x66, 0xe8, 0x20, 0x80), 'Caffè €', 'Windows-1252'],
  ['what Excel calls Unicode text', bytes(0xff, 0xfe, ...pairs('Caffè', true)), 'Caffè', 'UTF-16'],
  ['the same, the other way round', bytes(0xfe, 0xff, ...pairs('Caffè', false)), 'Caffè', 'UTF-16'],
  ['pairs of bytes without a mark', bytes(...pairs('Client,Project', true)), 'Client,Project', 'UTF-16'],
])('a file is read as what it is: %s', (_name, file, text, encoding) => {
  const decoded = decodeText(file)
  expect(decoded).toMatchObject({ text, encoding })
  expect([...decoded.codes]).toEqual(Array.from(text, (sign) => sign.charCodeAt(0)))
})
