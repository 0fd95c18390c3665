import { Briefcase, Clock, Play, Plus, Repeat2, Square } from 'lucide-react'
import { useState } from 'react'
import { daysOf } from '#shared/domain/book.ts'
import { addToMonth, monthOf } from '#shared/kernel/day.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { useTimerOf } from '../../parts/use-timer-of.ts'
import { kindText, workName } from '../../parts/work-words.ts'
import { useNavigation } from '../../place.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Menu } from '../../ui/menu.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Column, Row, RowActions, RowLink, Table, TableHead } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { isLive, workedIn, type ClientFacts } from './client-facts.ts'
import { kindTones, workTerms } from './client-words.ts'
import { HourlyDialog, ProjectDialog } from './work-dialogs.tsx'
import { WorkMenu } from './work-menu.tsx'
import css from './work-section.module.css'

type Adding = 'hourly' | 'project' | null

/** What a client has agreed to: what is there now first, then what is over. */
export function WorkSection({ facts }: { facts: ClientFacts }) {
  const { t } = useWords()
  const today = useToday()
  const { client, engagements } = facts
  if (engagements.length === 0) return <FirstWork client={client} />
  const live = engagements.filter((engagement) => isLive(engagement, today))
  const past = engagements.filter((engagement) => !isLive(engagement, today))
  return (
    <section>
      <SectionHead title={t('clients.page.work')} className={cx(css.head)} />
      <Table label={t('clients.page.work')} isFixed>
        <colgroup>
          <col className={cx(css.kind)} />
          <col />
          <col />
          <col className={cx(css.hours)} />
          <col className={cx(css.hours)} />
          <col className={cx(css.deeds)} />
        </colgroup>
        <TableHead>
          <Column>{t('clients.page.kind')}</Column>
          <Column>{t('clients.work.name')}</Column>
          <Column>{t('clients.page.terms')}</Column>
          <Column align="end">{t('clients.list.month')}</Column>
          <Column align="end">{t('clients.list.year')}</Column>
          <Column isHidden>{t('clients.list.deeds')}</Column>
        </TableHead>
        <tbody>
          {[...live, ...past].map((engagement) => (
            <WorkRow key={engagement.id} client={client} engagement={engagement} />
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function WorkRow({ client, engagement }: { client: Client; engagement: Engagement }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const today = useToday()
  const days = [daysOf(book, engagement.id)]
  const now = monthOf(today)
  const name = workName(t, engagement)
  const isPast = !isLive(engagement, today)
  // The kind stands beside it already.
  const shown = engagement.name === '' ? client.name : name
  return (
    <Row>
      <Cell>
        <Tag tone={isPast ? 'neutral' : kindTones[engagement.kind]}>{kindText(t, engagement.kind)}</Tag>
      </Cell>
      <Cell isHeader>
        <span className={cx(css.name)}>
          {engagement.kind === 'retainer' ? (
            <RowLink onPress={() => go({ name: 'retainer', id: engagement.id })}>
              <OwnWords>{shown}</OwnWords>
            </RowLink>
          ) : (
            <OwnWords>{shown}</OwnWords>
          )}
          {engagement.archived ? <small>{t('clients.page.archivedTag')}</small> : null}
        </span>
      </Cell>
      <Cell className={cx(css.terms)}>{workTerms(t, format, client, engagement, today)}</Cell>
      <Hours seconds={workedIn(days, now, now)} />
      <Hours seconds={workedIn(days, addToMonth(now, -11), now)} />
      <Cell align="end">
        <RowActions>
          {isPast ? null : <StartWork engagement={engagement} name={name} />}
          <WorkMenu engagement={engagement} name={name} />
        </RowActions>
      </Cell>
    </Row>
  )
}

function Hours({ seconds }: { seconds: number }) {
  const { format } = useWords()
  return (
    <Cell align="end" tone={seconds < 60 ? 'quiet' : undefined}>
      {seconds < 60 ? '–' : format.hours(seconds)}
    </Cell>
  )
}

function StartWork({ engagement, name }: { engagement: Engagement; name: string }) {
  const { t } = useWords()
  const { isRunning, toggle } = useTimerOf(engagement.id)
  return (
    <IconButton
      size="small"
      icon={isRunning ? Square : Play}
      label={isRunning ? t('clients.page.stop', { work: name }) : t('clients.page.start', { work: name })}
      onPress={toggle}
    />
  )
}

/** The three ways to work for a client. */
export function AddWork({ client }: { client: Client }) {
  const { t } = useWords()
  const [adding, setAdding] = useState<Adding>(null)
  const ways = useWays(client, setAdding)
  return (
    <>
      <Menu label={t('clients.page.add')} placement="bottom end" groups={[{ id: 'ways', entries: ways }]}>
        <Button icon={Plus}>{t('clients.page.add')}</Button>
      </Menu>
      <AddDialogs client={client} adding={adding} onClose={() => setAdding(null)} />
    </>
  )
}

function useWays(client: Client, setAdding: (adding: Adding) => void) {
  const { t } = useWords()
  const { go } = useNavigation()
  return [
    {
      id: 'retainer',
      label: t('clients.page.addRetainer'),
      icon: Repeat2,
      onAction: () => go({ name: 'newRetainer', clientId: client.id }),
    },
    { id: 'project', label: t('clients.page.addProject'), icon: Briefcase, onAction: () => setAdding('project') },
    { id: 'hourly', label: t('clients.page.addHourly'), icon: Clock, onAction: () => setAdding('hourly') },
  ] as const
}

function AddDialogs({ client, adding, onClose }: { client: Client; adding: Adding; onClose: () => void }) {
  if (adding === 'hourly') return <HourlyDialog client={client} onClose={onClose} />
  return adding === 'project' ? <ProjectDialog client={client} onClose={onClose} /> : null
}

/** Nothing agreed yet: time needs something to be tracked on. */
function FirstWork({ client }: { client: Client }) {
  const { t } = useWords()
  const [adding, setAdding] = useState<Adding>(null)
  const ways = useWays(client, setAdding)
  return (
    <>
      <EmptyState
        title={t('clients.page.noWork', { client: client.name })}
        actions={ways.map(({ id, label, onAction }) => (
          <Button key={id} variant={id === 'retainer' ? 'primary' : 'default'} onPress={onAction}>
            {label}
          </Button>
        ))}
      >
        {t('clients.page.noWorkWords')}
      </EmptyState>
      <AddDialogs client={client} adding={adding} onClose={() => setAdding(null)} />
    </>
  )
}
