import { type Mutant, diskErrors, powerCut, storage, tests } from './mutant.ts'

export const acknowledged: readonly Mutant[] = (
  [
    {
      name: 'keeps what is typed only when it is left',
      file: 'renderer/app/running-note.tsx',
      without: 'const timer = setTimeout(() => paused(note), PAUSE_MS)',
      instead: 'const timer = setTimeout(() => undefined, PAUSE_MS)',
      test: 'tests/renderer/app/running-note.test.tsx',
    },
    {
      name: 'tells before the line is on the disk',
      file: storage('journal'),
      without: 'await dataToDisk(descriptor, written)',
      instead: 'void dataToDisk',
      test: tests('journal'),
    },
    {
      name: 'does not sync a line at all: the power fails',
      file: storage('data-to-disk'),
      without: 'fs.fdatasync(descriptor, (error) => {',
      instead: 'setImmediate((error?: Error) => {',
      test: powerCut,
    },
    {
      name: 'does not sync the folder of a new journal',
      file: storage('journal'),
      without: 'if (!isNamed) syncFolder(files.root)',
      test: powerCut,
    },
    {
      name: 'makes folders whose names are on no disk',
      file: storage('safe-file'),
      without: '  syncFolder(parent)\n',
      test: powerCut,
    },
    {
      name: 'does not go on where a write stops short',
      file: storage('safe-file'),
      without: 'for (let done = 0; done < bytes.length;) {',
      instead: 'for (let done = 0; done < Math.min(1, bytes.length);) {',
      test: tests('safe-file'),
    },
    {
      name: 'leaves behind what was refused',
      file: storage('journal'),
      without: '        cutBack()\n',
      test: diskErrors,
    },
    {
      name: 'goes on with a journal that could not be cut back',
      file: storage('journal'),
      without: 'if (isBroken || !isInPlace())',
      instead: 'if (!isInPlace())',
      test: tests('journal'),
    },
    {
      name: 'goes on with a journal that somebody else took away or changed',
      file: storage('journal'),
      without: 'if (isBroken || !isInPlace())',
      instead: 'if (isBroken)',
      test: tests('journal'),
    },
    {
      name: 'begins a journal anew without what is in no file yet',
      file: storage('journal'),
      without: 'const bytes = Buffer.concat(await unsaved())',
      instead: 'const bytes = Buffer.concat((void unsaved, []))',
      test: tests('journal'),
    },
    {
      name: 'puts a line behind a torn one as if it had an end',
      file: storage('journal'),
      without: "closed ? line : [Buffer.from('\\n'), ...line]",
      instead: 'closed ? line : line',
      test: tests('journal'),
    },
    {
      name: 'turns the journal over though a file was not written',
      file: storage('checkpoint'),
      without: '  if (!isWhole) return null\n',
      test: diskErrors,
    },
    {
      name: 'forgets what was added while files were written',
      file: storage('edits'),
      without: 'const left = (edits.get(shard) ?? []).filter((edit) => edit.seq > seq)\n      if',
      instead: 'const left: ShardEdit[] = (void seq, [])\n      if',
      test: tests('checkpoint'),
    },
    {
      name: 'reads months without what is added in the meantime',
      file: storage('live-store'),
      without: 'for (const read of reads) read(next)',
      test: tests('store'),
    },
    {
      name: 'appends to a journal that it could not read',
      file: storage('live-store'),
      without: 'if (isClosed || unreadable) return refused',
      instead: 'if (isClosed) return refused',
      test: diskErrors,
    },
    {
      name: 'shows what was refused by the disk',
      file: 'electron/workspace.ts',
      without: '    if (!appended.ok) return appended\n    const made = appended.value',
      instead: '    const made = appended.ok ? appended.value : { ...change, seq: seq + 1, at: "" }',
      test: 'tests/electron/workspace.test.ts',
    },
  ] as const
).map((mutant) => ({ ...mutant, breaks: 'acknowledged is on the disk' }))
