import { type Mutant, storage, tests } from './mutant.ts'

export const formats: readonly Mutant[] = (
  [
    {
      name: 'makes today’s folder anew from itself',
      file: storage('older-folder'),
      without: 'if (nextDevice(home.device) === home.device) return null',
      test: tests('older-left'),
    },
    {
      name: 'goes on with an older folder that lies beside today’s',
      file: storage('device-names'),
      without: 'return !fs.existsSync(journal) && !fs.existsSync(previousJournal)',
      instead: 'return Boolean(journal || previousJournal)',
      test: tests('older-left'),
    },
    {
      name: 'writes files in another form without a copy of the old ones',
      file: 'electron/open-workspace.ts',
      without: "await (await import('./keeping/index.ts')).makeBackup(files, 'beforeMigration', instantNow())",
      instead: 'void files',
      test: 'tests/electron/open-workspace.test.ts',
    },
    {
      name: 'writes files in another form where they could not be copied',
      file: storage('older-folder'),
      without: 'await before(stillFiles(layout, files, home, found, anew))',
      instead: 'await before(stillFiles(layout, files, home, found, anew)).catch(() => undefined)',
      test: tests('formats'),
    },
    {
      name: 'takes files of an older format that it cannot list for none',
      file: storage('older-folder'),
      without: '    tell(path.relative(layout.root, files.root), error)\n',
      test: tests('formats'),
    },
    {
      name: 'writes on where files could not be written in the present form',
      file: storage('open'),
      without: 'notMigrated?.cause ?? home.unreadable',
      instead: 'home.unreadable',
      test: tests('formats'),
    },
    {
      name: 'leaves out a step from a format to the next',
      file: 'shared/model/migrate.ts',
      without: 'steps.slice(from - 1)',
      instead: 'steps.slice(from)',
      test: tests('formats'),
    },
    {
      name: 'does not look for what an older format kept elsewhere',
      file: storage('older-folder'),
      without: '[...shardsIn(files), OLD_INVOICES]',
      instead: 'shardsIn(files)',
      test: tests('formats'),
    },
    {
      name: 'throws the old files away',
      file: storage('older-folder'),
      without: 'renamePatiently(files.root, path.join(layout.backups, `files-of-${device}`))',
      instead: 'fs.rmSync(files.root, { recursive: true })',
      test: tests('formats'),
    },
    {
      name: 'takes a backup of an older format for one of the present',
      file: 'electron/keeping/backups/read.ts',
      without: 'if (backup.format < FORMAT) return asOfNow(backup, bytesOf)\n',
      test: 'tests/electron/keeping/older-formats.test.ts',
    },
    {
      name: 'takes a file of everything of an older format for one of the present',
      file: 'shared/formats/everything.ts',
      without: 'const record = format < FORMAT ? value : tableSchemas[into].safeParse(value).data',
      instead: 'const record: unknown = format < 0 ? value : tableSchemas[into].safeParse(value).data',
      test: 'tests/electron/keeping/older-formats.test.ts',
    },
  ] as const
).map((mutant) => ({ ...mutant, breaks: 'the old is there until the new has been read' }))
