/** What a column of a table can hold. `start` and `end` are times of the day, or whole moments with their date. */
export const roles = [
  'client',
  'project',
  'task',
  'note',
  'tags',
  'billable',
  'perk',
  'day',
  'start',
  'endDay',
  'end',
  'duration',
] as const
export type Role = (typeof roles)[number]

/** What each column of a table holds, in their order; null: nothing that is read. A role stands once. */
export type Columns = readonly (Role | null)[]

/** Which of 03/04/2026 is the month, and which of 26-03-04 the year. One of four digits that comes first needs no question. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'
export type Decimal = '.' | ','
/** What a bare number counts. `1:30` and `1h 30m` say it themselves. */
export type Unit = 'hours' | 'minutes' | 'seconds' | 'milliseconds'
export const secondsPer: { readonly [U in Unit]: number } = {
  hours: 3600,
  minutes: 60,
  seconds: 1,
  milliseconds: 0.001,
}

/** How the cells of a file are written. */
export interface Manner {
  readonly dateOrder: DateOrder
  readonly decimal: Decimal
  readonly unit: Unit
}

/** Names of columns are compared without case and blanks around them. */
export const plain = (name: string): string => name.trim().toLowerCase()

/** What is needed at least: when it was, and how long or until when. */
export const isEnough = (columns: Columns): boolean =>
  (columns.includes('day') || columns.includes('start')) && (columns.includes('end') || columns.includes('duration'))
