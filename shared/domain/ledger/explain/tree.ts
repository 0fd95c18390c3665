import { sumOf } from '../../../kernel/units.ts'
import type { Explained, Reason } from './reason.ts'

export const leaf = (reason: Reason, amount: number): Explained => ({ reason, amount, of: [] })

/** An amount with its parts. Where they do not come to it, `rest` is the reason of what is missing. */
export function whole(reason: Reason, amount: number, parts: readonly Explained[], rest: Reason): Explained {
  const missing = amount - sumOf(parts, (part) => part.amount)
  return { reason, amount, of: missing === 0 ? parts : [...parts, leaf(rest, missing)] }
}

/** What a tree comes down to, in its order. Their amounts add up to the tree's. */
export const leavesOf = (tree: Explained): readonly Explained[] =>
  tree.of.length === 0 ? [tree] : tree.of.flatMap(leavesOf)
