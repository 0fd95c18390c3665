import { acknowledged } from './acknowledged.ts'
import { bad } from './bad-files.ts'
import { doors } from './doors.ts'
import { formats } from './formats.ts'
import { kept } from './keeping.ts'
import { old } from './old-versions.ts'
import { strangers } from './strangers.ts'
import { timer } from './timer.ts'
import { whole } from './whole-changes.ts'
import { others } from './work-of-others.ts'
import type { Mutant } from './mutant.ts'

/** Every safeguard of what is kept, and of who gets in (CONTRIBUTING.md: How data is kept). */
export const mutants: readonly Mutant[] = [
  ...acknowledged,
  ...whole,
  ...bad,
  ...old,
  ...kept,
  ...formats,
  ...others,
  ...timer,
  ...doors,
  ...strangers,
]
