import { preferencesId } from './preferences-id.ts'

/** A record as it lies in a file of some format: nothing of it is known yet. */
export type RawRecord = Readonly<Record<string, unknown>>
/** By table and id, also tombstones and what is no record at all. */
export type RawTables = ReadonlyMap<string, ReadonlyMap<string, RawRecord>>
type Step = (tables: RawTables) => RawTables

/**
 * To 2: a rate says in which currency it is. Until then all were in the user's own. (Invoices, which at first lay all
 * in one file, are put into that of their year by where the storage puts records.)
 */
const ratesSayInWhat: Step = (tables) => {
  const currency = tables.get('preferences')?.get(preferencesId)?.['currency']
  const rates = tables.get('exchangeRates')
  if (!rates || typeof currency !== 'string') return tables
  const said = [...rates].map(([id, rate]): [string, RawRecord] => [
    id,
    'to' in rate || rate['removed'] === true ? rate : { ...rate, to: currency },
  ])
  return new Map([...tables, ['exchangeRates', new Map(said)]])
}

/**
 * The first leads from format 1 to 2, and so on. A step is for ever: what it reads was released. It leaves alone what
 * is in its new form already, and what it does not know.
 */
const steps: readonly Step[] = [ratesSayInWhat]

/** The format that the steps lead to: the one that this version writes. */
export const REACHED = steps.length + 1

/** The whole workspace, as it lay in files of a format, in the form that is written now. Changes nothing it is given. */
export const migrate = (from: number, tables: RawTables): RawTables =>
  steps.slice(from - 1).reduce((reached, step) => step(reached), tables)
