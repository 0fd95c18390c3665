import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** Imports that the house forbids (architecture.md): the file they would stand in, and what it would import. */
const forbidden: [file: string, imports: string][] = [
  ['shared/kernel/a.ts', '../model/client.ts'],
  ['shared/kernel/b.ts', 'node:fs'],
  ['shared/kernel/c.ts', 'react'],
  ['shared/model/a.ts', '../domain/ledger/ledger.ts'],
  ['shared/model/b.ts', 'electron'],
  ['shared/domain/a.ts', '../commands/timer.ts'],
  ['shared/domain/income/a.ts', '../../i18n/format.ts'],
  ['shared/domain/b.ts', 'node:crypto'],
  ['shared/formats/a.ts', '../ipc.ts'],
  ['shared/commands/a.ts', '../ipc.ts'],
  ['shared/commands/b.ts', '../i18n/format.ts'],
  ['shared/i18n/a.ts', '#electron/main.ts'],
  ['shared/sample/a.ts', 'node:fs'],
  ['renderer/ui/a.ts', '../parts/stay.tsx'],
  ['renderer/ui/b.ts', '#shared/domain/ledger/ledger.ts'],
  ['renderer/parts/a.ts', '../features/today/todo.tsx'],
  ['renderer/parts/b.ts', '../app/app.tsx'],
  ['renderer/features/today/a.ts', '../income/chart.tsx'],
  ['renderer/features/today/b.ts', '../../features/income/chart.tsx'],
  ['renderer/features/today/c.ts', '../../app/app.tsx'],
  ['renderer/features/today/d.ts', '#electron/workspace.ts'],
  ['renderer/app/a.ts', 'electron'],
  ['renderer/a.ts', 'node:path'],
  ['electron/a.ts', '#renderer/mirror.ts'],
  ['electron/b.ts', 'node:fs'],
  ['electron/tray/a.ts', 'react'],
  ['electron/storage/a.ts', '../workspace.ts'],
  ['electron/storage/b.ts', 'electron'],
]

/** Code that is allowed in one named place only. */
const forbiddenCode: [file: string, code: string][] = [
  ['shared/domain/clock.ts', 'export const now = Date.now()'],
  ['electron/chance.ts', 'export const chance = Math.random()'],
  ['electron/raw.ts', "import { ipcMain } from 'electron'\nipcMain.handle('x', () => 1)"],
  ['electron/raw2.ts', "import { ipcRenderer } from 'electron'\nvoid ipcRenderer.invoke('x')"],
]

let house = ''
let found = ''

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'mainstay-walls-'))
  cpSync(path.join(root, '.oxlintrc.json'), path.join(house, '.oxlintrc.json'))
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
    writeFileSync(path.join(house, file), `${text}\n`)
  }
  for (const [file, imports] of forbidden) put(file, `import type { A } from '${imports}'\nexport type B = A`)
  for (const [file, code] of forbiddenCode) put(file, code)
  put('shared/domain/allowed.ts', "import type { A } from '../model/client.ts'\nexport type B = A")
  put('renderer/features/today/allowed.ts', "import type { A } from '../../ui/button.tsx'\nexport type B = A")
  found = lint()
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

/** What lint says of the made-up house. It fails, so what it printed is taken from its error. */
function lint(): string {
  try {
    return execFileSync(path.join(root, 'node_modules/.bin/oxlint'), ['-f', 'unix', 'shared', 'renderer', 'electron'], {
      cwd: house,
      encoding: 'utf8',
    })
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout)
  }
}

const complaints = (file: string): string[] =>
  found.split('\n').filter((line) => line.includes(`${file}:`) && line.includes('restricted'))

test.each(forbidden)('%s may not import %s', (file) => {
  expect(complaints(file)).not.toEqual([])
})

test.each(forbiddenCode)('%s may not say %s', (file) => {
  expect(complaints(file)).not.toEqual([])
})

test('what the arrows allow is let through', () => {
  expect(complaints('allowed.ts')).toEqual([])
})

const sources = ['shared', 'electron', 'renderer'].flatMap((building) =>
  readdirSync(path.join(root, building), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(building, file)),
)
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')

// Lint does not see these two.
test('only what no first picture waits for is loaded lazily: what is behind the window, the places, the import, documents, what keeps data safe, the libraries', () => {
  const lazy = sources.filter((file) => /\bimport\(/.test(textOf(file)))
  const wanted = [
    'electron/behind.ts',
    'electron/handlers.ts',
    'electron/holidays.ts',
    'electron/import-desk.ts',
    'electron/keep.ts',
    'electron/main.ts',
    'electron/open-workspace.ts',
    'electron/sample.ts',
    'electron/settings.ts',
    'electron/storage/shards.ts',
    'electron/workspace.ts',
    'renderer/main.tsx',
    'renderer/app/places.tsx',
    'renderer/features/billing/invoice-head.tsx',
    'renderer/features/billing/more-billing.tsx',
    'renderer/features/billing/reminder-dialog.tsx',
    'renderer/features/exporting/export-place.tsx',
    'renderer/features/report/report-head.tsx',
    'renderer/features/report/report-place.tsx',
    'renderer/features/help/help-place.tsx',
    'renderer/features/importing/import-place.tsx',
    'renderer/features/keeping/everything-place.tsx',
    'renderer/features/palette/palette-place.tsx',
    'renderer/features/link/link-place.tsx',
    'renderer/features/retainers/waterfall.tsx',
    'renderer/features/time/views.ts',
    'renderer/features/today/gaps-card.tsx',
    'renderer/parts/term-help.tsx',
    'renderer/parts/use-move-retainer.ts',
    'renderer/words.tsx',
  ]
  expect(lazy.toSorted()).toEqual(wanted.map((file) => path.normalize(file)).toSorted())
})

test('nobody asks a new Date for the time', () => {
  expect(sources.filter((file) => /\bnew Date\(\)/.test(textOf(file)))).toEqual([])
})

// Links out are asked about first, and only https and mailto (persistence.md, Security): there are none yet.
test('nobody opens anything outside the app', () => {
  expect(sources.filter((file) => /openExternal|clipboard\.read/.test(textOf(file)))).toEqual([])
})
