import { FileText, Pencil, Play, Square } from 'lucide-react'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { termAt } from '#shared/domain/term.ts'
import { pauseOn } from '#shared/domain/versions.ts'
import { pauseText } from '#shared/i18n/pause-text.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { Terms } from '../../parts/term-help.tsx'
import { useWhyText } from '../../parts/cause-text.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { DocumentsOf } from '../../parts/documents-of.tsx'
import { Spoken } from '../../parts/spoken.tsx'
import { useStanding } from '../../parts/use-standing.ts'
import { useTimerOf } from '../../parts/use-timer-of.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { PageHead, SectionHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { DeedMenu } from './deeds/deed-menu.tsx'
import { DeliveriesNow } from './deliveries-now.tsx'
import { effectText } from './effect.ts'
import { Gone } from '../../parts/retainer-gone.tsx'
import { ReportsSection } from './reports-section.tsx'
import { StandingNow } from './standing-now.tsx'
import { Waterfall } from './waterfall.tsx'
import { OwnLedger, SaveLedger, useOwnRows } from '../../parts/ledger/own-ledger.tsx'
import { summary } from '../../parts/summary.ts'
import css from './retainer-place.module.css'

/** One retainer: what was agreed, how it stands now, and every month of it. */
export function RetainerPlace({ id, period }: { id: Id; period?: Day }) {
  const { workspace } = useBook()
  const retainer = workspace.tables.engagements.get(id)
  return retainer?.kind === 'retainer' ? <RetainerPage retainer={retainer} period={period} /> : <Gone />
}

interface RetainerPageProps {
  retainer: Retainer
  /** The one to be looked at: its row of the ledger is open. */
  period: Day | undefined
}

function RetainerPage({ retainer, period }: RetainerPageProps) {
  const { t, format } = useWords()
  const today = useToday()
  const client = clientOf(useBook(), retainer)
  const standing = useStanding(retainer)
  const { agreement } = retainer
  return (
    <div className={cx(css.page)}>
      <Head retainer={retainer} client={client} />
      <Statement size="lead">
        <Spoken>{summary(t, format, { agreement, client: client.name, today })}</Spoken>
      </Statement>
      {retainer.status === 'declined' ? (
        <Declined retainer={retainer} />
      ) : (
        <>
          <StandingNow retainer={retainer} standing={standing} />
          {standing ? <DeliveriesNow retainer={retainer} period={standing.row.period} /> : null}
          <Months retainer={retainer} client={client} period={period} />
        </>
      )}
      <section>
        <SectionHead title={t('proposal.documents.title')} />
        <p>
          <DocumentsOf retainer={retainer} work={fullName(client, retainer)} />
        </p>
      </section>
    </div>
  )
}

/** What was never signed has no periods: what is to be known is why. */
function Declined({ retainer }: { retainer: Retainer }) {
  const { t } = useWords()
  const why = useWhyText()(retainer.outcome)
  return <p className={cx(css.quiet)}>{why === '' ? t('retainers.board.noReason') : why}</p>
}

function Head({ retainer, client }: { retainer: Retainer; client: Client }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const { isRunning, toggle } = useTimerOf(retainer.id)
  // Time after its end would count in no month of its ledger.
  const isOver = termAt(retainer.agreement, useToday()).phase === 'over' || retainer.status === 'declined'
  return (
    <PageHead
      className={cx(css.head)}
      crumbs={[
        { label: t('retainers.list.title'), onPress: () => go({ name: 'retainers' }) },
        { label: client.name, onPress: () => go({ name: 'client', id: client.id }) },
      ]}
      mark={<ClientMark mark={client.mark} size={24} />}
      title={fullName(client, retainer)}
      mode={useEnded(retainer)}
      actions={
        <>
          <DeedMenu retainer={retainer} client={client} />
          <Button icon={Pencil} onPress={() => go({ name: 'editRetainer', id: retainer.id })}>
            {t('retainers.page.edit')}
          </Button>
          {retainer.status === 'draft' || retainer.status === 'proposed' ? (
            <Button icon={FileText} onPress={() => go({ name: 'proposal', id: retainer.id })}>
              {t('proposal.open')}
            </Button>
          ) : null}
          {isOver && !isRunning ? null : (
            <Button variant="primary" icon={isRunning ? Square : Play} onPress={toggle}>
              {isRunning ? t('retainers.page.stop') : t('retainers.page.start')}
            </Button>
          )}
        </>
      }
    />
  )
}

/** A tag beside the name of one that is over, paused, or out of the way. */
function useEnded({ agreement, archived, status }: Retainer) {
  const { t, format } = useWords()
  const today = useToday()
  const { phase, lastDay } = termAt(agreement, today)
  const pause = pauseOn(agreement.versions, today)
  if (archived) return <Tag>{t('retainers.page.archivedTag')}</Tag>
  if (status === 'declined') return <Tag>{t('retainers.board.declinedTag')}</Tag>
  if (phase === 'running' && pause) return <Tag>{pauseText(t, format, pause, today)}</Tag>
  if (phase !== 'over' || lastDay === null) return undefined
  return <Tag>{t('retainers.standing.ended', { day: theDay(format, lastDay, 'long') })}</Tag>
}

/** The ledger of all its months; the one that runs has the timer's time in it. */
function Months({ retainer, client, period }: RetainerPageProps & { client: Client }) {
  const { t, format } = useWords()
  const today = useToday()
  const { id, agreement } = retainer
  const rows = useOwnRows(retainer)
  if (rows.length === 0) {
    const day = theDay(format, agreement.startsOn, 'long')
    return (
      <section className={cx(css.months)}>
        <SectionHead title={t('retainers.ledger.begins', { day })} />
        <p className={cx(css.quiet)}>{t('retainers.ledger.beginsWords')}</p>
      </section>
    )
  }
  const effect = effectText(t, format, client.name, { kind: 'own', agreement, rows, engagementIds: [id] }, today)
  return (
    <section className={cx(css.months)}>
      <SectionHead title={t('retainers.ledger.title')} aside={<SaveLedger {...{ retainer, client, rows }} />} />
      <p className={cx(css.effect)}>
        <Spoken>{effect}</Spoken>
      </p>
      <OwnLedger {...{ retainer, rows }} opened={period} />
      <p className={cx(css.quiet)}>{t('retainers.ledger.foot')}</p>
      <Terms of={['rollover', 'overage', 'topUp', 'adjustment']} />
      {agreement.basis === 'access' ? null : <Waterfall {...{ retainer, rows, today }} />}
      <ReportsSection retainer={retainer} rows={rows} />
    </section>
  )
}
