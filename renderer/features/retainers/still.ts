import { memo, type ComponentType } from 'react'
import { periodAt } from '#shared/domain/periods.ts'
import { isSame } from '#shared/kernel/same.ts'
import type { Draft } from './draft.ts'
import type { Editor } from './use-editor.ts'

/**
 * A clause that stays as it is while what it reads of the draft does: a key in one field draws that field and the ledger,
 * not the whole form. What it does with `change` may be older than the rest of the draft: a patch names its own fields only.
 * @param reads the draft's fields that it shows or compares
 * @param facts what else of the editor it shows
 */
export function still<Props extends { editor: Editor }>(
  Clause: ComponentType<Props>,
  reads: readonly (keyof Draft)[],
  facts: (editor: Editor) => unknown = () => null,
) {
  return memo(Clause, (before: Props, after: Props) => {
    const { editor: a, ...aRest } = before
    const { editor: b, ...bRest } = after
    return (
      isSame(aRest, bRest) &&
      a.base === b.base &&
      a.initial === b.initial &&
      a.ground === b.ground &&
      a.days === b.days &&
      reads.every((field) => isSame(a.draft[field], b.draft[field])) &&
      isSame(facts(a), facts(b))
    )
  })
}

/** When the terms that can be read begin and end; of a first period that is a part of one, all that it comes to. */
export function spanOf({ last }: Editor): unknown {
  if (!last) return null
  const first = periodAt(last, 0)
  const isPart = first !== null && first.days < first.wholeDays
  return isPart ? last : [last.startsOn, last.period, last.term, last.endsOn, last.basis]
}
