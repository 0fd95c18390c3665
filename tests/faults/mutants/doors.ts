import { type Mutant, storage, tests } from './mutant.ts'

export const doors: readonly Mutant[] = (
  [
    {
      name: 'answers a page that is not ours',
      file: 'electron/ipc.ts',
      without: "    if (!isOurs(sender)) throw new Error('not for you')\n",
      test: 'tests/electron/ipc.test.ts',
    },
    {
      name: 'answers a frame inside our page',
      file: 'electron/ipc.ts',
      without: 'senderFrame.parent === null && ',
      test: 'tests/electron/ipc.test.ts',
    },
    {
      name: 'hands on what its schema does not take',
      file: 'electron/ipc.ts',
      without: '    if (!parsed.success) {',
      instead: '    if (!parsed.success && name === undefined) {',
      test: 'tests/electron/ipc.test.ts',
    },
    {
      name: 'shows an error with its paths',
      file: 'electron/ipc.ts',
      without: '      return refuse(name)\n    }\n  }',
      instead: '      throw error\n    }\n  }',
      test: 'tests/electron/ipc.test.ts',
    },
    {
      name: 'serves files from outside the face',
      file: 'electron/app-files.ts',
      without: 'return isInside && type',
      instead: 'return (isInside || file !== "") && type',
      test: 'tests/electron/app-files.test.ts',
    },
    {
      name: 'serves any kind of file',
      file: 'electron/app-files.ts',
      without: 'const type = types[path.extname(file)]',
      instead: "const type = types[path.extname(file)] ?? 'text/plain'",
      test: 'tests/electron/app-files.test.ts',
    },
    {
      name: 'lets scripts from anywhere run',
      file: 'electron/app-files.ts',
      without: `"script-src 'self'"`,
      instead: `"script-src 'self' 'unsafe-inline' https:"`,
      test: 'tests/electron/app-files.test.ts',
    },
    {
      name: 'lets a key of a file reach into objects',
      file: storage('json'),
      without: 'if (suspicious.test(text)) dropHostile(value)',
      instead: 'void [suspicious, dropHostile]',
      test: tests('damage'),
    },
    {
      name: 'looks for hostile keys in plain letters only',
      file: storage('json'),
      without: '|\\\\u/',
      instead: '/',
      test: tests('damage'),
    },
    {
      name: 'lets every user of the machine read the files',
      file: storage('safe-file'),
      without: 'export const FILE_MODE = 0o600',
      instead: 'export const FILE_MODE = 0o644',
      test: tests('store'),
    },
    {
      name: 'leaves the apostrophe of our export before a formula',
      file: 'shared/formats/csv.ts',
      without: 'cells.map(withoutGuard)',
      instead: 'cells.map((cell) => (void withoutGuard, cell))',
      test: 'tests/shared/formats/csv.test.ts',
    },
    {
      name: 'reads a line of any length',
      file: 'shared/formats/csv.ts',
      without: 'if (cells.some((cell) => cell.length > LONGEST_CELL))',
      instead: 'if (cells.some((cell) => cell.length < 0))',
      test: 'tests/shared/formats/csv.test.ts',
    },
  ] as const
).map((mutant) => ({ ...mutant, breaks: 'doors stay shut' }))
