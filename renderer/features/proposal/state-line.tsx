import { useState } from 'react'
import { theDay } from '#shared/i18n/the-day.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import type { Proposal } from '#shared/model/proposal.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { useMoveRetainer } from '../../parts/use-move-retainer.ts'
import { useCauseText } from '../../parts/cause-text.ts'
import { OutcomeDialog } from '../../parts/outcome-dialog.tsx'
import css from './proposal.module.css'

interface StateLineProps {
  retainer: Retainer
  client: Client
  /** With what was typed last. */
  written: Proposal
  /** What the client has reads another thing by now. */
  isChanged: boolean
  /** What was typed last is kept before its state changes. */
  onLeave: () => void
}

/** Where the documents stand, and where they can go: sent, accepted (it is active then), declined with its reason. */
export function StateLine({ retainer, client, written, isChanged, onLeave }: StateLineProps) {
  const { t } = useWords()
  const { go } = useNavigation()
  const moveRetainer = useMoveRetainer()
  const [isDeclining, setDeclining] = useState(false)
  const { id, status } = retainer
  const told = { client: client.name }
  const move = (to: Retainer['status'], done: string) => () => {
    onLeave()
    void moveRetainer({ ...retainer, proposal: written }, to, done)
  }
  const deed = (key: string, label: string, onPress: () => void) => (
    <Button key={key} size="small" onPress={onPress}>
      {label}
    </Button>
  )
  const propose = move('proposed', t('retainers.deeds.proposed', told))
  const accept = deed('accept', t('proposal.state.accept'), move('active', t('retainers.deeds.signed', told)))
  const decline = deed('decline', t('proposal.state.decline'), () => setDeclining(true))
  const deeds = {
    draft: [deed('send', t('proposal.state.send'), propose), accept, decline],
    proposed: [
      ...(isChanged ? [deed('again', t('proposal.state.sendAgain'), propose)] : []),
      accept,
      decline,
      deed('draft', t('proposal.state.toDraft'), move('draft', t('proposal.state.backToDraft', told))),
    ],
    declined: [deed('again', t('proposal.state.again'), move('draft', t('proposal.state.backToDraft', told)))],
    active: [deed('open', t('proposal.state.openRetainer'), () => go({ name: 'retainer', id }))],
    ended: [deed('open', t('proposal.state.openRetainer'), () => go({ name: 'retainer', id }))],
  }
  return (
    <div className={cx(css.state)}>
      <p>{useStateText(retainer, isChanged)}</p>
      <div>{deeds[status]}</div>
      {isDeclining ? <OutcomeDialog {...{ retainer, client }} onClose={() => setDeclining(false)} isDeclining /> : null}
    </div>
  )
}

function useStateText({ status, sentOn, outcome, sent }: Retainer, isChanged: boolean): string {
  const { t, format } = useWords()
  const causeText = useCauseText()
  switch (status) {
    case 'draft':
      return t('proposal.state.draft')
    case 'proposed':
      return sentOn === null
        ? t('proposal.state.proposedNoDay')
        : t(isChanged ? 'proposal.state.proposedChanged' : 'proposal.state.proposed', {
            day: theDay(format, sentOn, 'long'),
          })
    case 'active':
      return t(sent ? 'proposal.state.active' : 'proposal.state.activeNow')
    case 'ended':
      return t('proposal.state.ended')
    case 'declined': {
      if (!outcome) return t('proposal.state.declined')
      const why = [causeText(outcome.cause), outcome.note].filter((part) => part !== '').join(', ')
      return t('proposal.state.declinedWhy', { why })
    }
    default:
      return assertNever(status)
  }
}
