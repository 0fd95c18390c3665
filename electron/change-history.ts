import type { History } from '#shared/ipc.ts'
import { withAside, type Change } from '#shared/model/change.ts'

/** How many steps can be taken back: a long day's work. */
const STEPS = 500

export interface ChangeHistory {
  /** Something new was done: what had been undone can no longer be redone. */
  readonly did: (change: Change) => void
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
  return {
    did(change) {
      past = [...past, change].slice(-STEPS)
      future = []
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
