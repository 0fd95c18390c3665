import { by } from './order.ts'

/** Whether two values hold the same, in whatever order the fields of their records were written. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)

/** The same text for equal values: fields in order, and none that is `undefined`. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).toSorted(byKey)) : inner,
  )

const byKey = by<[string, unknown]>(([key]) => key)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
