import type { Book } from '../domain/book.ts'
import { defined } from '../kernel/defined.ts'
import type { Day } from '../kernel/day.ts'
import { isSame } from '../kernel/same.ts'
import type { Retainer } from '../model/engagement.ts'
import { agreementPaper } from './agreement-paper.ts'
import { readPaper } from './kept-paper.ts'
import type { Paper } from './paper.ts'
import { proposalPaper } from './proposal-paper.ts'

/** The two documents of a retainer. */
export type DocumentOf = 'proposal' | 'agreement'
type Sent = NonNullable<Retainer['sent']>

/** A document as it reads today. */
export const paperNow = (book: Book, retainer: Retainer, which: DocumentOf, today: Day): Paper =>
  which === 'agreement' ? agreementPaper(book, retainer, today) : proposalPaper(book, retainer, today)

/** A document as the client got it, or signed it; null of one that was not kept. */
export function sentPaper({ sent }: Retainer, which: DocumentOf): Paper | null {
  const paper = readPaper(sent?.[which])
  return paper && { ...paper, ...defined({ logo: sent?.logo }) }
}

/**
 * What is kept of a retainer's documents when it is sent, or signed: pages, not what they are made of, so that later
 * settings, names and terms leave them as they were. What is signed is what was sent, unless the agreement says another
 * thing by then: terms that were changed in the talk are those that were agreed on. A page that is made anew is of
 * today, its date and its record, whenever another was sent before it.
 */
export function papersToKeep(book: Book, retainer: Retainer, to: 'proposed' | 'active', today: Day): Sent {
  const before = to === 'active' ? retainer.sent : undefined
  const now = { ...retainer, sentOn: today }
  const agreement = agreementPaper(book, now, today)
  if (before && isSame(saidIn(sentPaper(retainer, 'agreement')), saidIn(agreement))) return before
  // The proposal that led to other terms stays the one that the client has.
  const proposal = before?.proposal ?? textOf(proposalPaper(book, now, today))
  return { proposal, agreement: textOf(agreement), ...defined({ logo: agreement.logo }) }
}

/**
 * What is agreed on a page: its blocks, and of its facts all but the day on which it was written. Where a term is open
 * its start stands there alone.
 */
const saidIn = (paper: Paper | null) => paper && { blocks: paper.blocks, facts: paper.facts.slice(1) }

/** The sign is kept once for both. */
const textOf = ({ logo: _logo, ...paper }: Paper): string => JSON.stringify(paper)
