/** A safeguard taken out: the source without it, and the test that has to fail then. */
export interface Mutant {
  /** What the app does without it. */
  readonly name: string
  /** What is no longer true then: a line of what the README promises. */
  readonly breaks: Promise
  readonly file: string
  /** What stands in the source, once. */
  readonly without: string
  readonly instead?: string
  /** The file of its test. */
  readonly test: string
  /** A part of its test's name, as that file says it. */
  readonly by: string
}

type Promise =
  | 'acknowledged is on the disk'
  | 'nothing is half done'
  | 'a bad file stops nothing and is kept'
  | 'the old is there until the new has been read'
  | 'nobody else’s work is written over'
  | 'nobody is given time that was not worked'
  | 'doors stay shut'

const root = 'electron/storage'
export const storage = (name: string): string => `${root}/${name}.ts`
export const tests = (name: string): string => `tests/${root}/${name}.test.ts`
export const powerCut = 'tests/faults/power-cut.test.ts'
export const diskErrors = 'tests/faults/disk-errors.test.ts'
export const crash = 'tests/faults/checkpoint-crash.test.ts'
