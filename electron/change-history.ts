import type { History } from '#shared/ipc.ts'
import { isSame } from '#shared/kernel/same.ts'
import { withAside, type Change, type Edit } from '#shared/model/change.ts'

/** How many steps can be taken back: a long day's work. */
const STEPS = 500

export interface ChangeHistory {
  /** Something new was done: what had been undone can no longer be redone. */
  readonly did: (change: Change) => void
  /** The last step went on: with it, this is one. Another's, or on something else, it is a step of its own. */
  readonly wentOn: (change: Change) => void
  /** What the world has seen cannot be undone, nor anything before it. */
  readonly seal: () => void
  /** The app noted something for itself: the steps stay, and leave the note alone when they are taken back. */
  readonly noted: (change: Change) => void
  readonly toUndo: () => Change | undefined
  readonly toRedo: () => Change | undefined
  readonly undone: () => void
  readonly redone: () => void
  readonly labels: () => History
}

/** What can be undone and redone since the app was started. */
export function changeHistory(): ChangeHistory {
  let past: Change[] = []
  let future: Change[] = []
  const did = (change: Change): void => {
    past = [...past, change].slice(-STEPS)
    future = []
  }
  return {
    did,
    wentOn(change) {
      const last = past.at(-1)
      const together = last && asOne(last, change)
      if (!together) return did(change)
      past.pop()
      future = []
      // What was put back as it had been is no step at all.
      if (together.edits.length > 0) did(together)
    },
    seal() {
      past = []
      future = []
    },
    noted({ edits }) {
      const around = (step: Change): Change => ({ ...step, edits: withAside(step.edits, edits) })
      past = past.map(around)
      future = future.map(around)
    },
    toUndo: () => past.at(-1),
    toRedo: () => future.at(-1),
    undone() {
      const step = past.pop()
      if (step) future.push(step)
    },
    redone() {
      const step = future.pop()
      if (step) past.push(step)
    },
    labels: () => ({ undo: past.at(-1)?.label ?? null, redo: future.at(-1)?.label ?? null }),
  }
}

/** Two changes of one record, the second where the first had left it; null where they are not that. */
function asOne(first: Change, second: Change): Change | null {
  const [from, ...fromMore] = first.edits
  const [to, ...toMore] = second.edits
  const isOne =
    from && to && fromMore.length === 0 && toMore.length === 0 && from.id === to.id && from.table === to.table
  if (!isOne || first.label !== second.label || !isSame(from.after, to.before)) return null
  const edit = { ...to, before: from.before } as Edit
  return { ...second, edits: isSame(edit.before, edit.after) ? [] : [edit] }
}
