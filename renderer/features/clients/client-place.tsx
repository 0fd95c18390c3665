import { Pencil } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { billedFrom } from '#shared/domain/billing/billed-from.ts'
import { daysOf } from '#shared/domain/book.ts'
import { clientRatesByMonth, overall } from '#shared/domain/effective-rate.ts'
import { isSigned } from '#shared/domain/income/signed.ts'
import { latestTracked } from '#shared/domain/tracked-months.ts'
import { engagementsOf } from '#shared/domain/naming.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { addToMonth, monthOf, type Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement, Retainer } from '#shared/model/engagement.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead, SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { ClientMenu } from './client-menu.tsx'
import { Contacts } from './contacts.tsx'
import { ClientDialog } from './client-dialog.tsx'
import { factsOf, isLongAgo, type ClientFacts } from './client-facts.ts'
import { DocumentsSection } from './documents-section.tsx'
import { HoursByMonth } from './hours-by-month.tsx'
import { LedgersSection } from './ledgers-section.tsx'
import { ReadinessPanel } from './readiness-panel.tsx'
import { AddWork, WorkSection } from './work-section.tsx'
import css from './client-place.module.css'

/** One client: what was agreed, what was worked, and what could come of it. */
export function ClientPlace({ id }: { id: Id }) {
  const client = useBook().workspace.tables.clients.get(id)
  return client ? <ClientPage client={client} /> : <Gone />
}

function ClientPage({ client }: { client: Client }) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const [isEditing, setEditing] = useState(false)
  const facts = useMemo(() => factsOf(book, client, engagementsOf(book, client.id), today), [book, client, today])
  const { isRetained, engagements } = facts
  const retainers = engagements.filter((each): each is Retainer => each.kind === 'retainer')
  const edit = (): void => setEditing(true)
  return (
    <div className={cx(css.page)}>
      <Head client={client} onEdit={edit} hasWork={engagements.length > 0} />
      {client.archived ? <Notice>{t('clients.page.isArchived')}</Notice> : null}
      <div>
        <Worked facts={facts} />
        <p className={cx(css.facts)}>
          {t('clients.page.facts', {
            currency: client.currency,
            rate: format.money(client.listRate, client.currency),
            language: client.language,
          })}{' '}
          <BilledSince engagements={engagements} />
        </p>
      </div>
      {isRetained || client.archived || facts.readiness.lastWorked === null ? null : <ReadinessPanel facts={facts} />}
      <WorkSection facts={facts} />
      {facts.lastWorked === null ? null : <HoursByMonth facts={facts} />}
      <LedgersSection client={client} retainers={retainers} />
      <DocumentsSection client={client} retainers={retainers.filter(({ archived }) => !archived)} />
      <Contacts client={client} />
      <Notes client={client} onEdit={edit} />
      {isEditing ? <ClientDialog client={client} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}

function Head({ client, onEdit, hasWork }: { client: Client; onEdit: () => void; hasWork: boolean }) {
  const { t } = useWords()
  const { go } = useNavigation()
  return (
    <PageHead
      className={cx(css.head)}
      crumbs={[{ label: t('clients.list.title'), onPress: () => go({ name: 'clients' }) }, { label: client.name }]}
      mark={<ClientMark mark={client.mark} size={24} />}
      title={client.name}
      mode={client.archived ? <Tag>{t('clients.page.archivedTag')}</Tag> : undefined}
      actions={
        <>
          <ClientMenu client={client} />
          <Button icon={Pencil} onPress={onEdit}>
            {t('clients.page.edit')}
          </Button>
          {hasWork ? <AddWork client={client} /> : null}
        </>
      }
    />
  )
}

/** How much was worked, and what an hour came to: earned over worked, of the twelve months that are over. */
function Worked({ facts }: { facts: ClientFacts }) {
  const { t, format } = useWords()
  const { client, year, month } = facts
  const effective = useEffectiveRate(facts)
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  if (year === 0 && facts.lastWorked === null)
    return <Statement>{t('clients.page.nothing', { client: client.name })}</Statement>
  if (isLongAgo(facts) && facts.lastWorked !== null) {
    const day = theDay(format, facts.lastWorked, 'long')
    return (
      <Statement>
        {t.rich('clients.page.longAgo', { all: format.duration(facts.all), day, b })}{' '}
        {effective === null
          ? null
          : t.rich('clients.page.rateThen', {
              from: format.month(effective.from, 'long'),
              to: format.month(effective.to, 'long'),
              many: effective.from === effective.to ? 'one' : 'more',
              rate: format.money(effective.rate, client.currency),
              list: format.money(client.listRate, client.currency),
              b,
            })}
      </Statement>
    )
  }
  return (
    <Statement>
      {t.rich('clients.page.worked', { year: format.duration(year), month: format.duration(month), b })}{' '}
      {effective === null
        ? null
        : t.rich('clients.page.rate', {
            rate: format.money(effective.rate, client.currency),
            list: format.money(client.listRate, client.currency),
            b,
          })}
    </Statement>
  )
}

/**
 * The client's effective rate, as pages on income have it: of the last twelve months, or of the last ones that there were.
 * Null where nothing was worked or earned.
 */
function useEffectiveRate(facts: ClientFacts): { rate: number; from: Month; to: Month } | null {
  const book = useBook()
  const today = useToday()
  return useMemo(() => {
    const { client, engagements } = facts
    const days = engagements.map(({ id }) => daysOf(book, id))
    const lately = { from: addToMonth(monthOf(today), -12), to: addToMonth(monthOf(today), -1) }
    const span = isLongAgo(facts) ? latestTracked(days, today, 12) : lately
    if (span === null) return null
    const { earned, rate } = overall(clientRatesByMonth(book, client, { today, ...span }))
    return earned === 0 || rate === null ? null : { rate, ...span }
  }, [book, today, facts])
}

/** Since when what falls due is billed here: of several works the first day. */
function BilledSince({ engagements }: { engagements: readonly Engagement[] }) {
  const { t, format } = useWords()
  const today = useToday()
  const [since] = engagements
    .filter(isSigned)
    .map((engagement) => billedFrom(engagement, today))
    .toSorted()
  return since === undefined ? null : t('billing.from.fact', { day: theDay(format, since, 'long', 'dal') })
}

function Notes({ client, onEdit }: { client: Client; onEdit: () => void }) {
  const { t } = useWords()
  return (
    <section>
      <SectionHead title={t('clients.page.notes')} />
      {client.note === '' ? (
        <LinkButton size="small" onPress={onEdit}>
          {t('clients.page.writeNote')}
        </LinkButton>
      ) : (
        <p className={cx(css.note)}>{client.note}</p>
      )}
    </section>
  )
}

function Gone() {
  const { t } = useWords()
  const { go } = useNavigation()
  const back = <Button onPress={() => go({ name: 'clients' })}>{t('clients.page.goneBack')}</Button>
  return (
    <EmptyState title={t('clients.page.gone')} actions={back}>
      {t('clients.page.goneWords')}
    </EmptyState>
  )
}
