import type { Problem } from './problems.ts'

/** What has been found wrong, each thing once, however often it is come upon. */
export interface ProblemList {
  readonly list: readonly Problem[]
  report(problem: Problem): void
  /** What was of a moment: it is reported again where it still holds. */
  forget(kind: Problem['kind']): void
}

export function problemList(): ProblemList {
  const list: Problem[] = []
  const known = new Set<string>()
  return {
    list,
    report(problem) {
      const text = JSON.stringify(problem)
      if (known.has(text)) return
      known.add(text)
      list.push(problem)
    },
    forget(kind) {
      for (let index = list.length - 1; index >= 0; index--) {
        const problem = list[index]
        if (problem?.kind !== kind) continue
        known.delete(JSON.stringify(problem))
        list.splice(index, 1)
      }
    },
  }
}
