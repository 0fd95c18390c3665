import { useDeferredValue, useMemo, useState } from 'react'
import { paperNow, sentPaper, type DocumentOf } from '#shared/documents/sent-papers.ts'
import { isSame } from '#shared/kernel/same.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { useBook, useToday } from '../../workspace.tsx'

export const isSigned = ({ status }: Retainer): boolean => status === 'active' || status === 'ended'

/**
 * The page of a document: what the client got or signed, as it was kept, and what it reads today with what has just been
 * typed. What was signed is shown as it was; of what was sent and changed since both can be looked at.
 */
export function useDocuments(retainer: Retainer, written: Proposal, which: DocumentOf) {
  const book = useBook()
  const today = useToday()
  const proposal = useDeferredValue(written)
  const [version, setVersion] = useState<'sent' | 'now'>('now')
  const pages = useMemo(() => {
    const of = { ...retainer, proposal }
    const both = (['proposal', 'agreement'] as const).map((each) => {
      const [now, sent] = [paperNow(book, of, each, today), sentPaper(retainer, each)]
      return [each, { now, sent, isChanged: sent !== null && !isSame(now, sent) }] as const
    })
    return new Map(both)
  }, [book, retainer, proposal, today])
  const shown = pages.get(which)
  const isKept = isSigned(retainer) || version === 'sent'
  return {
    paper: (isKept ? shown?.sent : null) ?? shown?.now ?? paperNow(book, retainer, which, today),
    /** Which of the two is looked at; null where there is one to be looked at. */
    version: shown?.isChanged === true && !isSigned(retainer) ? version : null,
    setVersion,
    /** Either of them reads another thing than what the client has. */
    isChanged: [...pages.values()].some(({ isChanged }) => isChanged),
  }
}

export type Documents = ReturnType<typeof useDocuments>
