import type { ReactNode } from 'react'
import type { Term } from '#shared/i18n/terms/index.ts'
import { TermHelp } from '../../parts/term-help.tsx'

/** A line under a setting whose name is a word of the trade: with what that means. */
export function Hint({ term, children }: { term: Term; children: ReactNode }) {
  return (
    <>
      {children} <TermHelp of={term} />
    </>
  )
}
