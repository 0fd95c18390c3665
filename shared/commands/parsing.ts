import type { Pieces } from '../kernel/pieces.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Command } from './command.ts'

/** How many items of a long list are looked at in one go. */
const PIECE = 200

/** `path` leads to the first thing that the command does not take. */
type Parsed = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly path: PropertyKey[] }

/** What is said of input that leads to something its command does not take. */
export const invalid = (path: readonly PropertyKey[]): Refusal =>
  path.length > 0 ? { code: 'invalid', field: path.map(String).join('.') } : { code: 'invalid' }

/** What the command's schema makes of the input. A long list in it is looked at in pieces, each as an input of its own. */
export function* parsing({ input: schema, long }: Command, input: unknown): Pieces<Parsed> {
  const parse = (from: unknown): Parsed => {
    const { success, data, error } = schema.safeParse(from)
    return success ? { ok: true, data } : { ok: false, path: error.issues[0]?.path ?? [] }
  }
  const items = long === undefined ? null : listIn(input, long)
  if (long === undefined || !items) return parse(input)
  const whole = parse({ ...(input as object), [long]: [] })
  if (!whole.ok) return whole
  const found: unknown[] = []
  for (let at = 0; at < items.length; at += PIECE) {
    const piece = parse({ ...(input as object), [long]: items.slice(at, at + PIECE) })
    if (!piece.ok) return { ok: false, path: piece.path.map((step) => (typeof step === 'number' ? at + step : step)) }
    for (const item of listIn(piece.data, long) ?? []) found.push(item)
    yield
  }
  return { ok: true, data: { ...(whole.data as object), [long]: found } }
}

function listIn(input: unknown, name: string): unknown[] | null {
  const list = typeof input === 'object' && input !== null && Object.hasOwn(input, name) && Reflect.get(input, name)
  return Array.isArray(list) ? list : null
}
