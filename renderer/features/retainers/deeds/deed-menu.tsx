import {
  Archive,
  ArchiveRestore,
  CalendarX,
  CirclePlus,
  FileCheck2,
  FileText,
  FileX2,
  Gift,
  MessageSquareText,
  PackageCheck,
  Pause,
  Repeat2,
  RotateCcw,
  Send,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { followerOf } from '#shared/domain/ladder.ts'
import { termEnd } from '#shared/domain/periods.ts'
import { termAt } from '#shared/domain/term.ts'
import { closedUntil } from '#shared/domain/closed.ts'
import { daysToResume } from '#shared/domain/dated-terms.ts'
import { pauseOn, pausesIn } from '#shared/domain/versions.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useNavigation } from '../../../place.tsx'
import { MoreMenu, type MenuEntry } from '../../../ui/menu.tsx'
import { useBook, useExecute, useToday } from '../../../workspace.tsx'
import { useWords } from '../../../words.tsx'
import { DeliverDialog, isDelivered } from './deliver-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import { useMoveRetainer } from '../../../parts/use-move-retainer.ts'
import { OutcomeDialog } from '../../../parts/outcome-dialog.tsx'
import { PauseDialog } from './pause-dialog.tsx'
import { ResumeDialog } from './resume-dialog.tsx'
import { RenewDialog } from './renew-dialog.tsx'
import { TopUpDialog } from './top-up-dialog.tsx'

export interface DeedProps {
  readonly retainer: Retainer
  readonly client: Client
  readonly onClose: () => void
}

type Asked = 'deliver' | 'decline' | 'outcome' | 'topUp' | 'goodwill' | 'pause' | 'resume' | 'end' | 'renew'

/**
 * What can be done with a retainer as it stands, and nothing else. What changes money or time is asked about in a dialog
 * that shows its effect first; the rest is done at once, and can be undone.
 */
export function DeedMenu({ retainer, client }: Omit<DeedProps, 'onClose'>) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  const status = useStatusEntries(retainer, client, setAsked)
  const terms = useTermEntries(retainer, client, setAsked)
  const leave = useLeaveEntries(retainer, client)
  const { go } = useNavigation()
  const pause = pauseOn(retainer.agreement.versions, useToday())
  const write = {
    id: 'documents',
    label: t('retainers.deeds.documents'),
    icon: FileText,
    onAction: () => go({ name: 'proposal', id: retainer.id }),
  }
  const groups = [
    { id: 'status', entries: [write, ...status] },
    { id: 'terms', entries: terms },
    { id: 'leave', entries: leave },
  ].filter(({ entries }) => entries.length > 0)
  const props = { retainer, client, onClose: () => setAsked(null) }
  return (
    <>
      <MoreMenu label={t('retainers.page.more', { client: client.name })} groups={groups} />
      {asked === 'decline' || asked === 'outcome' ? (
        <OutcomeDialog {...props} isDeclining={asked === 'decline'} />
      ) : null}
      {asked === 'deliver' ? <DeliverDialog {...props} /> : null}
      {asked === 'topUp' ? <TopUpDialog {...props} /> : null}
      {asked === 'goodwill' ? <TopUpDialog {...props} isGoodwill /> : null}
      {asked === 'pause' ? <PauseDialog {...props} /> : null}
      {asked === 'resume' && pause ? <ResumeDialog {...props} pause={pause} /> : null}
      {asked === 'end' ? <EndDialog {...props} /> : null}
      {asked === 'renew' ? <RenewDialog {...props} /> : null}
    </>
  )
}

/** From where it stands to where it can go: what was signed is a draft no more. */
function useStatusEntries(retainer: Retainer, client: Client, ask: (what: Asked) => void): MenuEntry[] {
  const { id, status } = retainer
  const { t } = useWords()
  const moveRetainer = useMoveRetainer()
  const book = useBook()
  const today = useToday()
  const move = (to: Retainer['status'], done: string) => () => void moveRetainer(retainer, to, done)
  const told = { client: client.name }
  const propose = {
    id: 'propose',
    label: t('retainers.deeds.propose'),
    icon: Send,
    onAction: move('proposed', t('retainers.deeds.proposed', told)),
  }
  const sign = {
    id: 'sign',
    label: t('retainers.deeds.sign'),
    icon: FileCheck2,
    onAction: move('active', t('retainers.deeds.signed', told)),
  }
  const decline = {
    id: 'decline',
    label: t('retainers.deeds.decline'),
    icon: FileX2,
    onAction: () => ask('decline'),
  }
  const tell = {
    id: 'outcome',
    label: t('retainers.deeds.tellOutcome'),
    icon: MessageSquareText,
    onAction: () => ask('outcome'),
  }
  const isOver = status === 'ended' || termAt(retainer.agreement, today).phase === 'over'
  switch (status) {
    case 'draft':
      return [propose, sign, decline]
    case 'proposed':
      return [sign, decline]
    case 'declined':
      return [propose, tell]
    case 'active':
    case 'ended':
      return isOver && !followerOf(book, id) ? [tell] : []
  }
}

/** What changes the terms of one that is signed and not over. */
function useTermEntries(retainer: Retainer, client: Client, ask: (what: Asked) => void): MenuEntry[] {
  const { t, format } = useWords()
  const execute = useExecute()
  const book = useBook()
  const today = useToday()
  const { id, status, agreement } = retainer
  const entry = (what: Asked, label: string, icon: MenuEntry['icon']): MenuEntry => ({
    id: what,
    label,
    icon,
    onAction: () => ask(what),
  })
  const canRenew = (status === 'active' || status === 'ended') && termEnd(agreement) !== null && !followerOf(book, id)
  const renew = canRenew ? [entry('renew', t('retainers.deeds.renew'), Repeat2)] : []
  if (status !== 'active' || termAt(agreement, today).phase === 'over') return renew
  const isByUnits = agreement.basis === 'deliverables'
  const paused = pauseOn(agreement.versions, today)
  /** One that has not begun is taken back at once; of one that holds it is asked from when it is over. */
  const takeBack = pausesIn(agreement.versions)
    .filter(({ from }) => from > today)
    .map(({ from }) => ({
      id: `takeBack ${from}`,
      label: t('retainers.deeds.takeBackPause', { day: theDay(format, from, 'long', 'dal') }),
      icon: RotateCcw,
      onAction: () =>
        void execute(
          'retainer.resume',
          { id, on: from },
          { done: t('retainers.deeds.pauseTakenBack', { client: client.name }) },
        ),
    }))
  const goOn = {
    id: 'goOn',
    label: t('retainers.deeds.goOn'),
    icon: RotateCcw,
    onAction: () =>
      void execute(
        'retainer.endEarly',
        { id, endsOn: null },
        { done: t('retainers.deeds.goesOn', { client: client.name }) },
      ),
  }
  return [
    ...(isDelivered(retainer, today) && today >= agreement.startsOn
      ? [entry('deliver', t('retainers.deeds.deliver'), PackageCheck)]
      : []),
    ...(agreement.basis === 'access'
      ? []
      : [
          entry('topUp', t(isByUnits ? 'retainers.deeds.topUpUnits' : 'retainers.deeds.topUp'), CirclePlus),
          entry('goodwill', t(isByUnits ? 'retainers.deeds.goodwillUnits' : 'retainers.deeds.goodwill'), Gift),
        ]),
    ...(paused && daysToResume(agreement, paused, today, closedUntil(book, id)).length > 0
      ? [entry('resume', t('retainers.deeds.resume'), RotateCcw)]
      : []),
    ...(paused ? [] : [entry('pause', t('retainers.deeds.pause'), Pause)]),
    ...takeBack,
    ...renew,
    agreement.endsOn === null ? entry('end', t('retainers.deeds.end'), CalendarX) : goOn,
  ]
}

/** Both can be undone, so they ask nothing; one with time on it is not deleted, and the toast says why. */
function useLeaveEntries({ id, archived }: Retainer, client: Client): MenuEntry[] {
  const { t } = useWords()
  const { go } = useNavigation()
  const execute = useExecute()
  const told = { client: client.name }
  const remove = async (): Promise<void> => {
    const removed = await execute('engagement.remove', { id }, { done: t('retainers.page.removed', told) })
    if (removed !== null) go({ name: 'retainers' })
  }
  return [
    {
      id: 'archive',
      label: archived ? t('retainers.page.unarchive') : t('retainers.page.archive'),
      icon: archived ? ArchiveRestore : Archive,
      onAction: () => {
        const done = archived ? t('retainers.page.unarchived', told) : t('retainers.page.archived', told)
        void execute('engagement.update', { id, archived: !archived }, { done })
      },
    },
    { id: 'remove', label: t('retainers.page.remove'), icon: Trash2, isDanger: true, onAction: () => void remove() },
  ]
}
