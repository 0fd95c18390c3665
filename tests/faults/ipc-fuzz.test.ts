import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { handlers } from '#electron/handlers.ts'
import { newId } from '#electron/ids.ts'
import { exporting } from '#electron/export.ts'
import { importing } from '#electron/import.ts'
import { guarded, type Handlers } from '#electron/ipc.ts'
import type { Surface } from '#electron/surface.ts'
import { searchFolder } from '#electron/lost-folder.ts'
import { importDesk } from '#electron/import-desk.ts'
import { offeredFiles } from '#electron/offered-files.ts'
import { openWorkspace, type OpenWorkspace } from '#electron/workspace.ts'
import { commands } from '#shared/commands/index.ts'
import { callInputs, type CallName, type SettingsView } from '#shared/ipc.ts'
import { msOf, type Instant } from '#shared/kernel/instant.ts'
import { done } from '#shared/kernel/refusal.ts'
import { made } from '#shared/model/change.ts'
import { settingsPatchSchema, settingsSchema } from '#shared/model/settings.ts'
import { tableNames } from '#shared/model/workspace.ts'
import { clientNamed, hourlyFor, retainerFor } from '#tests/support/books.ts'
import { memoryKeeping } from '#tests/support/memory-keeping.ts'
import { memoryStore, type MemoryStore } from '#tests/support/memory-store.ts'
import { entryAt, preferences } from '#tests/support/stores.ts'
import { scoring, share } from './support/figures.ts'

vi.mock('electron', () => ({
  default: {},
  shell: { openPath: async () => '' },
  dialog: { showOpenDialog: async () => ({ filePaths: [] }), showSaveDialog: async () => ({ canceled: true }) },
  ipcMain: {},
}))

const CALLS = share(300, 10_000)
const HOUR_MS = 3_600_000
const ours = { senderFrame: { url: 'app://mainstay/index.html', parent: null } } as never

const client = clientNamed('Halden')
const ground = [
  made('preferences', preferences),
  made('clients', client),
  made('engagements', hourlyFor(client, 'Advice')),
  made('engagements', retainerFor(client, 'Care')),
  made('entries', entryAt('2026-03-04T08:00:00Z')),
]

/** What attackers and bugs send, what is nearly right, and what would be right somewhere else. */
const ids = ground.map(({ id }) => id as string)
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...ids, '00000000-0000-7000-8000-000000000000', null, undefined) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      '2026-03-04',
      '2026-03',
      '2026-03-04T08:00:00Z',
      '2026-02-30',
      'Europe/Rome',
      '../../etc/passwd',
      'file:///etc/passwd',
      '__proto__',
      'constructor',
      '\u202Etxt.exe',
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("http://example.com")',
      '\0',
      '\uD800',
      'x'.repeat(10_000),
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(0, -1, 1, 1.5, 90, 1e308, Number.NaN, Infinity, -0, 2 ** 53, 10n) },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 2, withNullPrototype: true, withDate: true, withMap: true }) },
)
const known = [...commands.values()].flatMap(({ input }) => Object.keys((input as { shape?: object }).shape ?? {}))
const more = 'name input seq token zone text of year language kind start end day __proto__ constructor toString'
const keys = [...new Set([...known, ...Object.keys(settingsPatchSchema.shape), ...more.split(' ')])]
const record = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(value, fc.dictionary(fc.constantFrom(...keys), value)),
  {
    maxKeys: 6,
  },
)
const anyInput = fc.oneof(value, record, fc.array(value, { maxLength: 5 }))

/** For a verb: some of the fields that it knows. */
const commandInput = fc.constantFrom(...commands.values()).chain(({ name, input }) => {
  const own = Object.keys((input as { shape?: object }).shape ?? {})
  const fields = own.length > 0 ? fc.dictionary(fc.constantFrom(...own), fc.oneof(value, record)) : record
  return fc.record({ name: fc.oneof(fc.constant<unknown>(name), value), input: fc.oneof(fields, anyInput) })
})
const inputOf = (name: CallName): fc.Arbitrary<unknown> =>
  name === 'execute' ? fc.oneof({ weight: 4, arbitrary: commandInput }, { weight: 1, arbitrary: anyInput }) : anyInput

let store: MemoryStore
let workspace: OpenWorkspace
let all: Handlers
let settings = settingsSchema.parse({})

beforeAll(() => {
  const now = (): number => msOf('2026-10-22T14:00:00Z' as Instant)
  store = memoryStore({ edits: ground })
  workspace = openWorkspace(store, { now, newId })
  const view = (): SettingsView => ({ settings }) as SettingsView
  const seen: Surface = {
    ready: Promise.resolve(),
    act: () => undefined,
    tell: () => undefined,
    attend: () => undefined,
    showWindow: () => undefined,
    setSettings: (patch) => ((settings = { ...settings, ...patch }), view()),
  }
  const opened = Promise.resolve(workspace)
  const files = offeredFiles({
    workspace: opened,
    language: () => 'en',
    desk: (share) => importDesk(newId, share),
    now,
    newToken: newId,
    before: async () => done(null),
    memory: { get: () => undefined, set: () => undefined },
    tell: () => undefined,
  })
  const search = searchFolder({ folder: '/data', wasThere: false, choose: null, keep: async () => undefined })
  all = {
    ...handlers({
      workspace: opened,
      settings: view,
      surface: async () => seen,
      dataFolder: () => '/data',
      search,
      loaded: () => undefined,
      tell: () => undefined,
      now,
    }),
    ...importing({ files, window: () => null, log: () => undefined }),
    ...exporting({ workspace: opened, window: () => null, language: () => 'en', log: () => undefined }),
    // Nobody is there to say where a document goes.
    saveDocument: async () => done(null),
    showSample: async () => undefined,
    leaveSample: async () => undefined,
    // Of what is done with whole files the door and its schemas: the work itself needs a folder.
    ...memoryKeeping(workspace, now),
  }
})

const state = (): string =>
  JSON.stringify([
    workspace.seq(),
    settings,
    tableNames.map((name) => [...workspace.book.workspace.tables[name].values()]),
  ])

test.each(Object.keys(callInputs) as CallName[])(
  `%s, called ${CALLS} times with whatever: nothing breaks, nothing changes but by a verb that says so, refusals have a code`,
  async (name) => {
    const calls = scoring('faults.ipc', 'calls')
    let refused = 0
    const bugs: unknown[] = []
    const log = (text: string, error: unknown): void => {
      if (text.endsWith('failed')) bugs.push(error)
    }
    await fc.assert(
      fc.asyncProperty(inputOf(name), async (input) => {
        calls.tried += 1
        const before = state()
        const lines = store.journal.length
        const isTaken = callInputs[name].safeParse(input).success
        let answer: unknown
        try {
          answer = await guarded(name, all[name] as never, log)(ours, input)
        } catch (error) {
          // Calls without an outcome refuse by throwing, and say nothing of why.
          expect((error as Error).message).toBe(`${name} could not be done`)
          answer = { ok: false, refusal: { code: 'invalid' } }
        }
        const { ok, refusal } = (answer ?? {}) as { ok?: boolean; refusal?: { code?: unknown } }
        if (ok === false) {
          refused += 1
          expect(typeof refusal?.code).toBe('string')
        }
        if (!isTaken) expect(ok).toBe(false)
        // A change is in the journal, or there is none.
        if ((ok === false || store.journal.length === lines) && name !== 'setSettings') expect(state()).toBe(before)
        if (!isTaken) expect(state()).toBe(before)
        expect(bugs).toEqual([])
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
        expect(Object.keys(Object.prototype)).toEqual([])
        calls.held += 1
      }),
      { numRuns: CALLS },
    )
    expect(calls.tried).toBe(CALLS)
    if (!['load', 'redo', 'chooseImport', 'showDataFolder'].includes(name)) expect(refused).toBeGreaterThan(0)
  },
  HOUR_MS,
)
