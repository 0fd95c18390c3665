import { type Mutant, crash, storage, tests } from './mutant.ts'

export const whole: readonly Mutant[] = (
  [
    {
      name: 'writes a part of a change that is still being made into a file',
      file: storage('checkpoint'),
      without: '.filter((edit) => edit.seq <= seq)',
      test: tests('checkpoint-meanwhile'),
    },
    {
      name: 'brings in a file that was given up',
      file: 'electron/offered-files.ts',
      without: '!isGivenUp() && file.planned',
      instead: 'file.planned',
      test: 'tests/electron/offered-files.test.ts',
    },
    {
      name: 'waits for ever for a thread that has died',
      file: 'electron/import-thread.ts',
      without: 'if (dead) return isClosed ? resolve(null) : reject(dead)',
      instead: 'if (dead) return isClosed ? resolve(null) : resolve("")',
      test: 'tests/electron/offered-files.test.ts',
    },
    {
      name: 'reads the next file by a thread that has died',
      file: 'electron/offered-files.ts',
      without: 'spare?.isOver?.() ? newDesk()',
      instead: 'spare?.isOver?.() === null ? newDesk()',
      test: 'tests/electron/offered-files.test.ts',
    },
    {
      name: 'believes a line whatever its sum says',
      file: storage('journal-lines'),
      without: '=== `${inHex(crc32(line.subarray(PREFIX)))} `',
      instead: '!== inHex(crc32(line.subarray(PREFIX)))',
      test: tests('journal-lines'),
    },
    {
      name: 'takes a packed table for whole whatever it holds',
      file: 'shared/model/packed-edits.ts',
      without: 'return each.length === count ? each : null',
      instead: 'return each',
      test: 'tests/shared/model/packed-edits.test.ts',
    },
    {
      name: 'loses the lines after a bad one',
      file: storage('journal-lines'),
      without: 'if (!change) bad.push({ line, bytes: text })',
      instead: 'if (!change) { bad.push({ line, bytes: text }); break }',
      test: tests('journal-lines'),
    },
    {
      name: 'does not part lines that ran into one another',
      file: storage('journal-lines'),
      without: 'changes.push(...(change ? [change] : salvage(text)))',
      instead: 'changes.push(...(change ? [change] : (void salvage, [])))',
      test: tests('journal-lines'),
    },
    {
      name: 'puts a change on a file that has it already',
      file: storage('edits'),
      without: 'of: (shard, seq) => (edits.get(shard) ?? []).filter((edit) => edit.seq > seq)',
      instead: 'of: (shard, seq) => (void seq, edits.get(shard) ?? [])',
      test: crash,
    },
    {
      name: 'appends two changes at once',
      file: storage('live-store'),
      without: 'append: (change) => inTurn(() => append(change))',
      instead: 'append: (change) => append(change)',
      test: tests('store'),
    },
    {
      name: 'does not tell of changes that no line tells of',
      file: storage('found-journal'),
      without: '    if (seq > expected) report',
      instead: '    if (seq < 0) report',
      test: tests('journal'),
    },
    {
      name: 'dates a change before the one that came before it',
      file: storage('clock'),
      without: 'if (wall > ms) [ms, counter] = [wall, 0]',
      instead: 'if (wall !== ms) [ms, counter] = [wall, 0]',
      test: tests('clock'),
    },
    {
      name: 'takes totals for right that are of other files',
      file: storage('open'),
      without: 'read && monthFiles.areStill(read.files) ? read : null',
      instead: 'read',
      test: tests('totals'),
    },
    {
      name: 'takes a torn file of totals for a whole one',
      file: storage('totals-cache'),
      without: "bytes.toString('latin1', 0, HEAD) !== headOf(bytes.subarray(HEAD))",
      instead: 'headOf(bytes.subarray(HEAD)).length === 0',
      test: tests('totals'),
    },
  ] as const
).map((mutant) => ({ ...mutant, breaks: 'nothing is half done' }))
