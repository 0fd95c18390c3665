import { type Mutant, tests } from './mutant.ts'

const keeping = (name: string): string => `electron/keeping/${name}.ts`
const tested = (name: string): string => `tests/electron/keeping/${name}.test.ts`

/** Backups, restore, the file of everything and the move of the data. */
export const kept: readonly Mutant[] = (
  [
    {
      name: 'takes away older backups while one holds fewer records than it should',
      file: keeping('backups/make'),
      without: 'unreadable.length > 0 || backups.some(isDoubtful)',
      instead: 'unreadable.length > 0 && backups.some(isDoubtful)',
      test: tested('back-up'),
      by: 'that nobody explained keeps every older backup, until the user says that it is right',
    },
    {
      name: 'does not notice that records are missing which nobody removed',
      file: keeping('backups/make'),
      without: 'return now < then.count ?',
      instead: 'return now < 0 ?',
      test: tested('back-up'),
      by: 'that nobody explained keeps every older backup, until the user says that it is right',
    },
    {
      name: 'restores without a backup of what is there',
      file: keeping('restore'),
      without: "const before = await backUp(around, 'beforeRestore', false)",
      instead: "const before = backUp.name === '' ? refused({ code: 'backupGone' }) : done(null)",
      test: tested('restore'),
      by: 'backs up first, so that it can be taken back after a restart too',
    },
    {
      name: 'restores while the timer runs',
      file: keeping('restore'),
      without: "    if (around.open.book.running) return refused({ code: 'timerIsRunning' })\n",
      test: tested('restore'),
      by: 'lets no timer run on from then, and waits for one that runs now',
    },
    {
      name: 'restores a copy that is not what it was',
      file: keeping('backups/objects'),
      without: 'bytes && name.includes(sumOf(bytes)) ? bytes : null',
      instead: 'bytes',
      test: tested('restore'),
      by: 'of a damaged backup changes nothing; the second copy stands in for it',
    },
    {
      name: 'makes the folder of a second copy where its disk was taken out',
      file: keeping('backups/second'),
      without: '  fs.accessSync(chosen)\n',
      instead: '  void fs\n',
      test: tested('back-up'),
      by: 'is the same, follows what is taken away, and tells of a folder that is gone',
    },
    {
      name: 'names a file of everything that did not read back',
      file: keeping('everything'),
      without: '(await sumOf(temporary)) !== sum',
      instead: '(await sumOf(temporary)) === ""',
      test: tested('everything'),
      by: 'that does not read back as it was written does not take the place of what lay there',
    },
    {
      name: 'moves the data into its own folder',
      file: keeping('move'),
      without: 'isInside(folder, from) || isInside(from, folder)',
      instead: 'isInside(folder, "") && isInside(from, folder)',
      test: tested('move'),
      by: 'is refused into itself',
    },
    {
      name: 'goes on in a folder in which something else lies than was copied',
      file: keeping('move'),
      without: 'if (!(await isSameStore(there, store, open))) throw',
      instead: 'if ((await isSameStore(there, store, open)) === null) throw',
      test: tested('move'),
      by: 'stays where it was when something else lies there than was copied',
    },
    {
      name: 'does not sync a line where the disk has been quick: the power fails',
      file: 'electron/storage/data-to-disk.ts',
      without: 'fs.fdatasyncSync(descriptor)',
      instead: 'fs.fstatSync(descriptor)',
      test: tests('data-to-disk'),
      by: 'waits in place for a disk that has been quick, and not again for long once it was slow',
    },
    {
      name: 'reads JSON however deep it is nested',
      file: 'shared/formats/json.ts',
      without: '  if (isTooDeep(text)) return null\n',
      instead: "  if (isTooDeep('')) return null\n",
      test: 'tests/shared/formats/trackers.test.ts',
      by: 'JSON that is nested too deep is damaged',
    },
  ] as const
).map((mutant) => ({ breaks: 'the old is there until the new has been read', ...mutant }))
