import { minor, sumOf, type Minor } from '../../kernel/units.ts'
import type { Fall, Step } from './steps.ts'

/** What can be counted on from today, up to the first day on which it is less: what the opening sentence says. */
export interface Prospect {
  readonly now: Step
  /** The step that holds before the fall, or to the end, where it is above today's. */
  readonly peak: Step | null
  /** The first fall, and the step after it. */
  readonly fall: Fall | null
  readonly after: Step | null
  /** What may come all the same from the fall on: fees after a renewal, or past a notice, as they are agreed by then. */
  readonly stillExpected: Minor
}

/** Whether some of what a cause takes away, or more, may come all the same. */
export const isStillExpected = ({ still }: Fall['causes'][number]): boolean => still > 0

/** null when nothing is guaranteed, now or later. */
export function prospectOf(steps: readonly Step[], falls: readonly Fall[]): Prospect | null {
  const [now] = steps
  const fall = falls[0] ?? null
  if (!now || steps.every(({ guaranteed }) => guaranteed === 0)) return null
  const held = fall === null ? steps : steps.filter(({ from }) => from < fall.day)
  const last = held.at(-1) ?? now
  const peak = held.find(({ guaranteed }) => guaranteed === last.guaranteed) ?? now
  return {
    now,
    peak: peak.guaranteed > now.guaranteed ? peak : null,
    fall,
    after: fall && (steps.find(({ from }) => from === fall.day) ?? null),
    stillExpected: minor(sumOf(fall?.causes ?? [], ({ still }) => still)),
  }
}
