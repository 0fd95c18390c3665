import { commands, type CommandInput, type CommandName } from '#shared/commands/index.ts'
import type { Ran } from '#shared/commands/command.ts'
import { applyToBook, countAll, emptyBook, preferencesOf, type Book } from '#shared/domain/book.ts'
import { packTotals, type PackedTotals } from '#shared/domain/packed-totals.ts'
import type { Totals } from '#shared/domain/totals.ts'
import { deepFreeze } from '#shared/kernel/frozen.ts'
import { dayAt, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { minor } from '#shared/kernel/units.ts'
import { made, reversed, withAside, type Edit } from '#shared/model/change.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { emptyWorkspace, tableNames } from '#shared/model/workspace.ts'
import { instant, ROME, testId } from './agreements.ts'

/** A workspace in memory on which commands run as in the shell: validated, run, applied. */
export interface Session {
  readonly book: Book
  /** Moves on as a test says. */
  now: Instant
  /** @throws when the input is not one of the command's. */
  readonly run: <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Ran
  /** Takes back everything since the session began, or since the last that cannot be undone, newest first. */
  readonly undoAll: () => void
  /** The book as `undoAll` leaves it: as it began, or as the last command left it that the world has seen. */
  readonly floor: () => string
}

export function session(now = '2026-10-22T13:11:00Z', zone: Zone = ROME): Session {
  const book = emptyBook(emptyWorkspace('all'), new Map())
  const said = { id: preferencesId, timeZone: zone, currency: 'EUR', listRate: minor(10_000) }
  applyToBook(book, [made('preferences', preferencesSchema.parse(said))])
  const changes: (readonly Edit[])[] = []
  let ids = 0
  let floor = printBook(book)
  const self: Session = {
    book,
    now: instant(now),
    run(name, input) {
      const command = commands.get(name)
      if (!command) throw new Error(`no such command: ${name}`)
      const newId = () => testId((ids += 1))
      const context = { now: self.now, today: dayAt(self.now, zone), zone, newId }
      const ran = command.run(book, command.input.parse(input), context)
      if (ran.ok && ran.edits.length > 0) {
        applyToBook(book, deepFreeze(ran.edits))
        if (command.undo === 'always') changes.push(ran.edits)
        else if (command.undo === 'never') seal()
        else note(ran.edits)
      }
      return ran
    },
    undoAll() {
      for (const edits of changes.splice(0).toReversed()) applyToBook(book, reversed(edits))
    },
    floor: () => floor,
  }
  /** As the shell does (change-history.ts): neither this can be taken back, nor anything before it. */
  function seal(): void {
    changes.length = 0
    floor = printBook(book)
  }
  /** What the app notes for itself stays when the rest is taken back. */
  function note(aside: readonly Edit[]): void {
    const around = changes.splice(0).map((edits) => withAside(edits, aside))
    for (const edits of around.toReversed()) applyToBook(book, reversed(edits))
    floor = printBook(book)
    for (const edits of around) applyToBook(book, edits)
    changes.push(...around)
  }
  return self
}

const byId = <Item>(items: Iterable<readonly [string | null, Item]>) =>
  [...items].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))

/** Totals in an order that does not depend on how they came about: days, and the perks of a day too. */
const sorted = (totals: Totals): PackedTotals =>
  packTotals(
    new Map(
      byId(totals).map(
        ([id, days]) =>
          [
            id,
            new Map(
              byId(days).map(([day, total]) => [
                day,
                { ...total, perks: Object.fromEntries(byId(Object.entries(total.perks))) },
              ]),
            ),
          ] as Totals extends Map<infer K, infer V> ? [K, V] : never,
      ),
    ),
  )

/** Everything that a book holds, as one text: two books are the same when these are. */
export const printBook = (book: Book): string =>
  JSON.stringify({
    tables: tableNames.map((name) => [name, byId<unknown>(book.workspace.tables[name])]),
    totals: book.totals && sorted(book.totals),
    running: book.running,
  })

/** The totals as they are kept, and as they are when all entries are counted again. */
export function bothTotals(book: Book): { kept: PackedTotals; counted: PackedTotals } {
  const { entries } = book.workspace.tables
  const counted = countAll(book.workspace, entries.values(), preferencesOf(book.workspace).timeZone)
  return { kept: sorted(book.totals ?? new Map()), counted: sorted(counted) }
}
