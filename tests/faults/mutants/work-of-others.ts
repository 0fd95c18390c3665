import { type Mutant, storage, tests } from './mutant.ts'

export const others: readonly Mutant[] = (
  [
    {
      name: 'writes beside another program',
      file: storage('open'),
      without: 'const readOnly = recovered.isNewer',
      instead: "const readOnly = entry.readOnly === 'locked' ? null : recovered.isNewer",
      test: tests('store'),
    },
    {
      name: 'writes over what the disk had said is not there',
      file: storage('open'),
      without: 'if (back !== undefined) throw Object.assign',
      instead: 'if (back === null) throw Object.assign',
      test: tests('came-back'),
    },
    {
      name: 'takes the folder from a program that is alive',
      file: storage('lock'),
      without: 'return holder.pid === process.pid || !isAlive(holder.pid)',
      instead: 'return holder.pid !== process.pid || !isAlive(holder.pid)',
      test: tests('lock'),
    },
    {
      name: 'takes the folder from another machine',
      file: storage('lock'),
      without: 'if (holder.host !== here.host && !sameBoot) return false',
      test: tests('lock'),
    },
    {
      name: 'never takes over a lock that was left behind',
      file: storage('lock'),
      without: 'if (holder.boot !== here.boot && holder.boot',
      instead: 'if (holder.host === here.host) return false\n  if (holder.boot !== here.boot && holder.boot',
      test: tests('lock'),
    },
    {
      name: 'lets go of a lock that has become another’s',
      file: storage('lock'),
      without: 'if (readIfThere(file)?.toString() === mine) fs.rmSync',
      instead: 'if (mine) fs.rmSync',
      test: tests('lock'),
    },
    {
      name: 'begins anew where there was data, and is none now',
      file: 'electron/lost-folder.ts',
      without: 'let isLost = wasThere && !holdsData(folder)',
      instead: 'let isLost = false && wasThere',
      test: 'tests/electron/lost-folder.test.ts',
    },
    {
      name: 'writes a file of a later version',
      file: storage('shard-text'),
      without: 'if (format > FORMAT) throw new NewerShard()',
      test: tests('store'),
    },
    {
      name: 'writes in a folder of a later version',
      file: storage('home'),
      without: "manifest.format > FORMAT) return { readOnly: 'newerFormat', lock: null }",
      instead: 'manifest.format < 0) return { readOnly: null, lock: null }',
      test: tests('store'),
    },
    {
      name: 'begins a file anew that somebody took away',
      file: storage('shards'),
      without: 'if (seen.has(name)) throw',
      instead: 'if (name === undefined) throw',
      test: tests('journal'),
    },
    {
      name: 'makes a folder anew that was taken away',
      file: storage('shards'),
      without: '      fs.accessSync(files.root)\n',
      test: tests('journal'),
    },
    {
      name: 'writes over a record that nobody has seen',
      file: storage('checkpoint'),
      without: 'if (stored === found?.records.get(edit.id)) keepReplaced(parts, name, edit, stored)',
      instead: 'void [keepReplaced, stored]',
      test: 'tests/electron/open-workspace.test.ts',
    },
    {
      name: 'does not tell where a change finds another record than it knew',
      file: storage('reader'),
      without: "        report({ kind: 'mismatch', table, id: edit.id, seq: edit.seq, kept })\n",
      instead: '        void [edit, kept]\n',
      test: tests('damaged-lines'),
    },
    {
      name: 'undoes over what has been changed since',
      file: 'electron/workspace.ts',
      without: "if (await hasMovedOn(book.workspace, wanted.edits)) return refused({ code: 'movedOn' })",
      instead: 'void hasMovedOn',
      test: 'tests/electron/workspace.test.ts',
    },
  ] as const
).map((mutant) => ({ ...mutant, breaks: 'nobody else’s work is written over' }))
