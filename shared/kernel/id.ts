import type { $brand } from 'zod'

/** The name of a record for ever: a UUIDv7, so that ids sort by the time they were made. */
export type Id = string & $brand<'Id'>

/** When the record was made, in milliseconds since 1970: the id says so. */
export const madeAt = (id: Id): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

/** Also what keeps `__proto__` and its like out of every place where an id becomes a key. */
export const isId = (text: string): text is Id =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
