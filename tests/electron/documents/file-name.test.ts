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
])('%j is a file called %s', (words, name) => {
  expect(fileName(words, 'csv')).toBe(name)
})
