import { useState } from 'react'
import { theDay } from '#shared/i18n/the-day.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { useCauseText } from '../../parts/cause-text.ts'
import { OutcomeDialog } from '../../parts/outcome-dialog.tsx'
import css from './proposal.module.css'

interface StateLineProps {
  retainer: Retainer
  client: Client
  /** What was typed last is kept before its state changes. */
  onLeave: () => void
}

/** Where the documents stand, and where they can go: sent, accepted (it is active then), declined with its reason. */
export function StateLine({ retainer, client, onLeave }: StateLineProps) {
  const { t } = useWords()
  const { go } = useNavigation()
  const execute = useExecute()
  const [isDeclining, setDeclining] = useState(false)
  const { id, status } = retainer
  const told = { client: client.name }
  const move = (to: Retainer['status'], done: string) => () => {
    onLeave()
    void execute('retainer.setStatus', { id, status: to }, { done })
  }
  const deed = (key: string, label: string, onPress: () => void) => (
    <Button key={key} size="small" onPress={onPress}>
      {label}
    </Button>
  )
  const accept = deed('accept', t('proposal.state.accept'), move('active', t('retainers.deeds.signed', told)))
  const decline = deed('decline', t('proposal.state.decline'), () => setDeclining(true))
  const deeds = {
    draft: [
      deed('send', t('proposal.state.send'), move('proposed', t('retainers.deeds.proposed', told))),
      accept,
      decline,
    ],
    proposed: [
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
      <p>{useStateText(retainer)}</p>
      <div>{deeds[status]}</div>
      {isDeclining ? <OutcomeDialog {...{ retainer, client }} onClose={() => setDeclining(false)} isDeclining /> : null}
    </div>
  )
}

function useStateText({ status, sentOn, outcome }: Retainer): string {
  const { t, format } = useWords()
  const causeText = useCauseText()
  switch (status) {
    case 'draft':
      return t('proposal.state.draft')
    case 'proposed':
      return sentOn === null
        ? t('proposal.state.proposedNoDay')
        : t('proposal.state.proposed', { day: theDay(format, sentOn, 'long') })
    case 'active':
      return t('proposal.state.active')
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
