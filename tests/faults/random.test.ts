import { appendFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { Store } from '#electron/storage/store.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { apply, type Edit } from '#shared/model/change.ts'
import { isRunning } from '#shared/model/entry.ts'
import { emptyWorkspace } from '#shared/model/workspace.ts'
import { clientNamed } from '#tests/support/books.ts'
import { invoiceOf } from '#tests/support/invoices.ts'
import {
  changeOf,
  contentOf,
  crashed,
  entryAt,
  everythingIn,
  journalOf,
  open,
  temporaryFolder,
} from '#tests/support/stores.ts'

// Hundreds of openings, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const idOf = (number: number): Id => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id

/** What is done to one of a few records: made, changed, moved to another month or year, removed, brought back. */
interface Move {
  readonly table: 'clients' | 'entries' | 'invoices'
  readonly which: number
  readonly month: number
  readonly remove: boolean
  readonly running: boolean
}
type Step =
  | { readonly do: 'change'; readonly moves: readonly Move[] }
  | { readonly do: 'checkpoint' }
  | { readonly do: 'reopen' }
  | { readonly do: 'changeDuringCheckpoint'; readonly moves: readonly Move[] }
  /** The process ends here; `torn` is how much of a line that nobody was told of is in the journal. */
  | { readonly do: 'crash'; readonly torn: string }

const move = fc.record({
  table: fc.constantFrom('clients', 'entries', 'invoices'),
  which: fc.nat(5),
  month: fc.integer({ min: 1, max: 6 }),
  remove: fc.boolean(),
  running: fc.boolean(),
})
const moves = fc.array(move, { minLength: 1, maxLength: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), moves }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('checkpoint' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('changeDuringCheckpoint' as const), moves }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      torn: fc.constantFrom('', '0', '1234abcd {"seq":', '\0\0\0\0', '00000000 {"seq":7,"edits":[]}'),
    }),
  },
)

it('whatever is done, in whatever order: what is read is what was acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      let folder = temporaryFolder()
      let store = await open(folder)
      const model = emptyWorkspace('all')
      let label = 0

      const editFor = ({ table, which, month, remove, running }: Move): Edit | null => {
        const id = idOf(which + { clients: 0, entries: 100, invoices: 200 }[table])
        const before = model.tables[table].get(id) ?? null
        const name = `${(label += 1)}`
        const start = `2026-0${month}-04T08:00:00Z` as Instant
        const made = {
          clients: () => clientNamed(name, { id }),
          entries: () => entryAt(start, { id, note: name }),
          invoices: () => invoiceOf([], { id, note: name, year: 2020 + month }),
        }
        const after = made[table]()
        if (remove) return before && ({ table, id, before, after: null } as Edit)
        const open = table === 'entries' && running ? { end: null } : {}
        return { table, id, before, after: { ...after, ...open } } as Edit
      }
      const change = async (to: Store, list: readonly Move[]): Promise<void> => {
        // A change has one edit for a record.
        const once = [...new Map(list.map((each) => [`${each.table} ${each.which}`, each])).values()]
        const edits = once.flatMap((each) => editFor(each) ?? [])
        const outcome = await to.append(changeOf(...edits))
        expect(outcome.ok).toBe(true)
        apply(model, edits)
      }

      for (const each of steps) {
        if (each.do === 'change') await change(store, each.moves)
        if (each.do === 'checkpoint') await store.checkpoint(null)
        if (each.do === 'changeDuringCheckpoint') await Promise.all([store.checkpoint(null), change(store, each.moves)])
        if (each.do !== 'reopen' && each.do !== 'crash') continue

        const { seq } = store
        if (each.do === 'reopen') await store.close(null)
        else {
          folder = crashed(folder)
          if (each.torn !== '') appendFileSync(journalOf(folder), each.torn)
        }
        store = await open(folder)
        expect(store.seq).toBe(seq)
        expect(store.problems.filter(({ kind }) => kind !== 'badLine')).toEqual([])
        const running = [...model.tables.entries.values()].filter(isRunning)
        for (const entry of running) expect(store.workspace.tables.entries.get(entry.id)).toEqual(entry)
      }
      await store.close(null)
      expect((await everythingIn(folder)).content).toEqual(contentOf(model))
    }),
    { numRuns: 100 },
  )
})
