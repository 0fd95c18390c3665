import { type Mutant, storage, tests } from './mutant.ts'

export const bad: readonly Mutant[] = (
  [
    {
      name: 'shows at a start what the files no longer say',
      file: storage('start-cache'),
      without: ' || files !== stampsOf(kept.folder)',
      test: tests('start-cache'),
    },
    {
      name: 'lets a file that it cannot read stop it from opening',
      file: storage('shards'),
      without: 'if (!(error instanceof BadShard)) throw error',
      instead: 'throw error',
      test: tests('damage'),
    },
    {
      name: 'leaves a bad file where the next checkpoint writes over it',
      file: storage('shards'),
      without: 'const kept = quarantine.move(file)',
      instead: 'const kept = path.basename(file)',
      test: tests('damage'),
    },
    {
      name: 'takes a bad file that could not be moved for a missing one',
      file: storage('shards'),
      without: '        if (quarantine.isOpen && kept === null) throw error\n',
      test: tests('damage'),
    },
    {
      name: 'writes one thing in quarantine over another',
      file: storage('quarantine'),
      without: 'if (!there || there.equals(bytes)) return',
      instead: 'if (copy === 0) return',
      test: 'tests/faults/left-alone.test.ts',
    },
    {
      name: 'does not keep the bytes of a bad line',
      file: storage('found-journal'),
      without: "const kept = quarantine.keep('journal-line.txt', lost)",
      instead: "const kept = (void lost, { file: 'journal-line.txt', isNew: true })",
      test: tests('journal'),
    },
    {
      name: 'drops one of two changes of the same number and says nothing',
      file: storage('found-journal'),
      without: 'if (known && known.at !== change.at) tell',
      instead: 'if (known && known.at === "") tell',
      test: tests('damaged-lines'),
    },
    {
      name: 'does not keep a copy of a file that was changed by hand',
      file: storage('shards'),
      without: 'if (!found.isIntact)',
      instead: 'if (found.shard.seq < 0)',
      test: tests('damage'),
    },
    {
      name: 'does not look at the sum of a file',
      file: storage('shard-text'),
      without: '(isSum(recordsIn(text)) || isSum(JSON.stringify(records)))',
      instead: '(!isSum(recordsIn(text)) || !isSum(JSON.stringify(records)))',
      test: tests('damage'),
    },
    {
      name: 'drops a record that does not validate from its file',
      file: storage('shards'),
      without: '        return found.shard',
      instead:
        "        return { ...found.shard, records: new Map([...found.shard.records].filter(([, each]) => each['listRate'] !== 'much')) }",
      test: tests('damage'),
    },
    {
      name: 'lets one bad record keep the others out',
      file: storage('records'),
      without: "const parsed = record['id'] === id ? parseRecord(table, record) : null",
      instead: "const parsed = record['id'] === id ? tableSchemas[table].parse(record) : null",
      test: tests('damage'),
    },
    {
      name: 'takes a month that it could not read for an empty one',
      file: storage('live-store'),
      without: "if (state === 'unreadable') throw new UnreadableMonth(month)",
      test: 'tests/faults/left-alone.test.ts',
    },
    {
      name: 'believes a manifest whatever its sum says',
      file: storage('manifest'),
      without: "    if (!isIntact(value)) return 'bad'\n",
      test: 'tests/faults/damage.test.ts',
    },
    {
      name: 'does not find its own folder where the manifest is gone',
      file: storage('home'),
      without: 'latest(layout, devices) ?? ',
      test: tests('damage'),
    },
    {
      name: 'does not write a lost file anew from the journals',
      file: storage('edits'),
      without: 'if (edits.has(shard)) rescued.add(shard)',
      test: tests('damage'),
    },
  ] as const
).map((mutant) => ({ ...mutant, breaks: 'a bad file stops nothing and is kept' }))
