import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { proposalOf } from '#shared/documents/proposal-paper.ts'
import { isSame } from '#shared/kernel/same.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { useExecute } from '../../workspace.tsx'

/** So long after the last letter what has been typed so far is kept. */
const PAUSE_MS = 800

/**
 * A proposal as it is written: shown at once, kept at a pause and on leaving, so that it can be left and gone on with. One
 * step of it is one step of undo.
 */
export function useProposal(retainer: Retainer) {
  const execute = useExecute()
  const kept = proposalOf(retainer)
  const [draft, setDraft] = useState(kept)
  const [seen, setSeen] = useState(retainer.proposal)
  /** What was said last of it, here. */
  const [said, setSaid] = useState(kept)
  const goesOn = useRef(false)
  // Undone, or written in another window; what comes back is what was said here, and more may have been typed since.
  if (retainer.proposal !== seen) {
    setSeen(retainer.proposal)
    if (!isSame(kept, said)) {
      setDraft(kept)
      setSaid(kept)
    }
  }
  const keep = async (proposal: Proposal): Promise<void> => {
    if (isSame(proposal, said)) return
    setSaid(proposal)
    const input = { id: retainer.id, proposal, goesOn: goesOn.current }
    goesOn.current = true
    // What was refused is tried again at the next pause.
    if ((await execute('retainer.writeProposal', input)) === null) setSaid(said)
  }
  const paused = useEffectEvent((proposal: Proposal) => void keep(proposal))
  useEffect(() => {
    const timer = setTimeout(() => paused(draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  const gone = useEffectEvent(() => void keep(draft))
  useEffect(() => () => gone(), [])
  return {
    draft,
    change: (patch: Partial<Proposal>) => setDraft((before) => ({ ...before, ...patch })),
    /** Another step begins: keeps what there is, and what follows is a step of undo of its own. */
    leave: () => {
      void keep(draft)
      goesOn.current = false
    },
  }
}

export interface StepProps {
  readonly draft: Proposal
  readonly change: (patch: Partial<Proposal>) => void
}
