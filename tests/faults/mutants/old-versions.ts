import { type Mutant, powerCut, storage, tests } from './mutant.ts'

export const old: readonly Mutant[] = (
  [
    {
      name: 'names a file before its bytes are on the disk',
      file: storage('safe-file'),
      without: '    writeAll(descriptor, bytes)\n    fs.fsyncSync(descriptor)',
      instead: '    writeAll(descriptor, bytes)',
      test: powerCut,
    },
    {
      name: 'does not sync the folder after a rename',
      file: storage('safe-file'),
      without: '  syncFolder(path.dirname(file))\n}',
      instead: '}',
      test: powerCut,
    },
    {
      name: 'does not read back what it has written',
      file: storage('safe-file'),
      without:
        '  if (!fs.readFileSync(file).equals(bytes)) throw new Error(`${file} did not read back as it was written`)\n',
      test: tests('safe-file'),
    },
    {
      name: 'relies on a copy that has rotted for the next backup',
      file: 'electron/keeping/backups/make.ts',
      without: '(await objects.check(known.object)) === known.bytes',
      instead: 'objects.names().includes(known.object)',
      test: 'tests/electron/keeping/back-up.test.ts',
    },
    {
      name: 'restores files that are none',
      file: 'electron/keeping/backups/read.ts',
      without: '.filter(isShardName)',
      instead: '.map((name) => name as ShardName)',
      test: 'tests/electron/keeping/restore.test.ts',
    },
    {
      name: 'restores what a later version has backed up',
      file: 'electron/keeping/backups/read.ts',
      without: '  if (backup.format > FORMAT) throw new NewerBackup(backup.name)\n',
      test: 'tests/electron/keeping/restore.test.ts',
    },
    {
      name: 'relies on a second copy that has rotted',
      file: 'electron/keeping/backups/second.ts',
      without: 'if (!(await target.isWhole(name)))',
      instead: 'if (!target.names().includes(name))',
      test: 'tests/electron/keeping/back-up.test.ts',
    },
    {
      name: 'writes everything as it is, now this and now that',
      file: 'electron/keeping/moment.ts',
      without: 'before.set(edit.id, edit.before)',
      instead: 'void before',
      test: 'tests/electron/keeping/everything.test.ts',
    },
    {
      name: 'deletes many without a backup of what was there',
      file: 'electron/workspace.ts',
      without: 'beforeDelete && deletesMany(ran.edits) ? await beforeDelete() : done(null)',
      instead: 'beforeDelete && deletesMany([]) ? await beforeDelete() : done(null)',
      test: 'tests/electron/keeping/before-delete.test.ts',
    },
    {
      name: 'writes into the good file',
      file: storage('safe-file'),
      without: '  const temporary = temporaryOf(file)\n  try {\n    writeThrough',
      instead: '  const temporary = file\n  fs.rmSync(file, { force: true })\n  try {\n    writeThrough',
      test: tests('safe-file'),
    },
    {
      name: 'lets electron-store write in place across devices',
      file: storage('atomically'),
      without: "if (codeOf(error) === 'EXDEV') throw new Error",
      instead: "if (codeOf(error) === '') throw new Error",
      test: tests('safe-file'),
    },
    {
      name: 'lets electron-store write in place inside a Snap',
      file: storage('atomically'),
      without: "delete process.env['SNAP']",
      instead: "process.env['SNAP'] = '1'",
      test: tests('safe-file'),
    },
    {
      name: 'empties the journal instead of keeping it as the previous one',
      file: storage('journal'),
      without: 'renamePatiently(files.journal, files.previousJournal)',
      instead: 'fs.rmSync(files.journal)',
      test: tests('damage'),
    },
    {
      name: 'gives up a rename at once where a virus scanner holds the file',
      file: storage('safe-file'),
      without: "process.platform === 'win32' ? PAUSES_MS : []",
      instead: 'PAUSES_MS.slice(0, 0)',
      test: tests('safe-file'),
    },
  ] as const
).map((mutant) => ({ ...mutant, breaks: 'the old is there until the new has been read' }))
