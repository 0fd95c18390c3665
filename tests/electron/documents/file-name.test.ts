import { expect, test } from 'vitest'
import { fileName } from '#electron/documents/file-name.ts'

test.each([
  ['Mainstay Acme 2026', 'Mainstay Acme 2026.csv'],
  ['../../etc/passwd', '-..-etc-passwd.csv'],
  ['A/B\\C: "D" <E>|F?*', 'A-B-C- -D- -E--F--.csv'],
  ['\u202Etxt.exe', 'txt.exe.csv'],
  ['  two   blanks.  ', 'two blanks.csv'],
  ['CON', 'Mainstay CON.csv'],
  ['lpt1.report', 'Mainstay lpt1.report.csv'],
  ['\0', 'Mainstay.csv'],
  ['x'.repeat(500), `${'x'.repeat(120)}.csv`],
  ['è'.normalize('NFD'), 'è.csv'],
  ['a\u061Cb\u180Ec', 'abc.csv'],
  ['漢'.repeat(120), `${'漢'.repeat(65)}.csv`],
  ['😀'.repeat(120), `${'😀'.repeat(49)}.csv`],
])('%j is a file called %s', (words, name) => {
  expect(fileName(words, 'csv')).toBe(name)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
})
