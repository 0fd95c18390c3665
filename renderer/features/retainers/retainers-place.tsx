import { Plus } from 'lucide-react'
import type { Retainer } from '#shared/model/engagement.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useKept } from '../../parts/kept.ts'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { Board } from './board.tsx'
import { feeOn } from './fees.ts'
import { ListStatement } from './list-statement.tsx'
import { groupOf, type RetainerGroup } from '#shared/domain/term.ts'
import { Renewals } from './renewals.tsx'
import { TermsTable } from './terms-table.tsx'

/** What did we agree? All retainers by status, each with its term, this period and what comes next. */
export function RetainersPlace() {
  const { t } = useWords()
  const { go } = useNavigation()
  const groups = useGroups()
  const {
    draft: { view },
    change,
  } = useKept<{ view: View }>('retainers view', () => ({ view: 'terms' }))
  const onBoard = Object.values(groups)
    .flat()
    .filter(({ archived }) => !archived)
  const isEmpty = Object.values(groups).every((group) => group.length === 0)
  const make = (
    <>
      <Button onPress={() => go({ name: 'pricing' })}>{t('retainers.list.lab')}</Button>
      <Button variant="primary" icon={Plus} onPress={() => go({ name: 'newRetainer' })}>
        {t('retainers.list.make')}
      </Button>
    </>
  )
  return (
    <>
      <PageHead
        title={t('retainers.list.title')}
        mode={isEmpty ? undefined : <Views view={view} onChange={(to) => change({ view: to })} />}
        actions={isEmpty ? undefined : make}
      />
      {isEmpty ? (
        <NoRetainers />
      ) : (
        <>
          {view === 'renewals' ? null : <ListStatement active={groups.active} />}
          {view === 'terms' ? <TermsTable groups={groups} /> : null}
          {view === 'board' ? <Board retainers={onBoard} /> : null}
          {view === 'renewals' ? <Renewals /> : null}
        </>
      )}
    </>
  )
}

type View = 'terms' | 'board' | 'renewals'

function Views({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const { t } = useWords()
  const segments = [
    { id: 'terms', label: t('retainers.list.terms') },
    { id: 'board', label: t('retainers.list.board') },
    { id: 'renewals', label: t('renewals.view') },
  ] as const
  return <Segmented size="small" label={t('retainers.list.views')} {...{ segments, onChange }} value={view} />
}

export type Groups = Readonly<Record<RetainerGroup, readonly Retainer[]>>

/** By status; in each the largest fee first. */
function useGroups(): Groups {
  const { workspace } = useBook()
  const today = useToday()
  const groups: Record<RetainerGroup, Retainer[]> = { active: [], proposed: [], drafts: [], ended: [] }
  for (const engagement of workspace.tables.engagements.values())
    if (engagement.kind === 'retainer') groups[groupOf(engagement, today)].push(engagement)
  const feeNow = ({ agreement }: Retainer): number => feeOn(agreement, today)
  for (const group of Object.values(groups)) group.sort((a, b) => feeNow(b) - feeNow(a))
  return groups
}

function NoRetainers() {
  const { t } = useWords()
  const { go } = useNavigation()
  const { workspace } = useBook()
  const hasClients = workspace.tables.clients.size > 0
  const blank = (
    <Button variant={hasClients ? 'default' : 'primary'} onPress={() => go({ name: 'newRetainer' })}>
      {t('retainers.empty.blank')}
    </Button>
  )
  const fromClient = (
    <Button variant="primary" onPress={() => go({ name: 'clients' })}>
      {t('retainers.empty.fromClient')}
    </Button>
  )
  return (
    <EmptyState
      title={t('retainers.empty.title')}
      actions={
        <>
          {hasClients ? fromClient : null}
          {blank}
        </>
      }
    >
      {t('retainers.empty.words')}
    </EmptyState>
  )
}
