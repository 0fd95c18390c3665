import { isNameTooLong, nameLength } from '../kernel/names.ts'
import type { Refusal } from '../kernel/refusal.ts'

/** A name as it is typed; one that came in longer, by an import, may stay until it is changed. */
export const checkLength = (name: string, before?: string): Refusal | null =>
  isNameTooLong(name, before) ? { code: 'nameTooLong', field: 'name', count: nameLength(name) } : null
