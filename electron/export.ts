import path from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { preferencesOf } from '#shared/domain/book.ts'
import { listedOf } from '#shared/domain/entry-list/listed.ts'
import { finderOf } from '#shared/domain/entry-list/query.ts'
import { exportRows } from '#shared/domain/export.ts'
import { printJson } from '#shared/formats/mainstay.ts'
import { printTable } from '#shared/formats/delimited.ts'
import { printCsv } from '#shared/formats/print-csv.ts'
import { addToMonth, monthOf, monthsBetween, type Month } from '#shared/kernel/day.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import type { Language } from '#shared/model/quantities.ts'
import type { TimeEntry } from '#shared/model/entry.ts'
import { instantNow } from './clock.ts'
import { fileName } from './documents/file-name.ts'
import type { Handlers } from './ipc.ts'
import type { Log } from './log.ts'
import { unhurried } from './storage/breathe.ts'
import { causeOf } from './storage/problems.ts'
import { writeSafely } from './storage/safe-file.ts'
import type { OpenWorkspace } from './workspace.ts'

interface Options {
  readonly workspace: Promise<OpenWorkspace>
  readonly window: () => BrowserWindow | null
  readonly language: () => Language
  readonly log: Log
}

export type ExportHandlers = Pick<Handlers, 'exportEntries' | 'saveTable'>

/** Writes entries and tables to a file that the user names: the window never does. */
export function exporting({ workspace, window, language, log }: Options): ExportHandlers {
  const write = (file: string, text: string): Outcome<{ name: string }> => {
    try {
      writeSafely(file, text)
      return done({ name: path.basename(file) })
    } catch (error) {
      log('an export could not be written', error)
      return refused({ code: 'notSaved', cause: causeOf(error) })
    }
  }
  return {
    async exportEntries({ from, to, client, query, form }) {
      const open = await workspace
      const { book } = open
      const zone = preferencesOf(book.workspace).timeZone
      const months = monthsIn(await open.store.allMonths(), from && monthOf(from), to && monthOf(to))
      const find = query && finderOf(book, query)
      const now = instantNow()
      const terms = {
        from,
        to,
        client,
        isMeant: find && ((entry: TimeEntry) => find(listedOf(entry, zone, now)) !== null),
      }
      const rows = await unhurried(exportRows(book.workspace, await open.hold(months), terms, zone))
      if (rows.length === 0) return refused({ code: 'nothingToExport' })
      const of = client === 'all' || client === 'own' ? undefined : book.workspace.tables.clients.get(client)?.name
      const name = fileName(['Mainstay', of, from, to].filter(Boolean).join(' '), form)
      const file = await choose(window(), name, form)
      if (file === null) return done(null)
      const written = write(file, form === 'csv' ? printCsv(rows, zone, language()) : printJson(rows, zone))
      return written.ok ? done({ ...written.value, entries: rows.length }) : written
    },
    async saveTable({ name, rows }) {
      const file = await choose(window(), fileName(name, 'csv'), 'csv')
      return file === null ? done(null) : write(file, printTable(rows, language()))
    },
  }
}

/** An entry lies with the month of its start in UTC: those beside the period may hold some of its edges. */
function monthsIn(all: readonly Month[], from: Month | null, to: Month | null): Month[] {
  const [first, last] = [from ?? all[0], to ?? all.at(-1)]
  if (first === undefined || last === undefined) return []
  const wanted = new Set(monthsBetween(addToMonth(first, -1), addToMonth(last, 1)))
  return all.filter((month) => wanted.has(month))
}

async function choose(window: BrowserWindow | null, name: string, form: 'csv' | 'json'): Promise<string | null> {
  const options = { defaultPath: name, filters: [{ name: form.toUpperCase(), extensions: [form] }] }
  const chosen = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options)
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath
}
