import { useState } from 'react'
import { pastDay } from '#shared/i18n/past-day.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { ReadinessFigure } from '../../parts/readiness.tsx'
import { kindText } from '../../parts/work-words.ts'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { Cell, Column, Row, RowActions, RowLink, Table, TableHead, TwoLines } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { ClientFacts } from './client-facts.ts'
import { kindTones, readinessText } from './client-words.ts'
import css from './clients.module.css'

type Sorting = 'client' | 'month' | 'year' | 'last' | 'ready'

/** The clients, those with the most work first. */
export function ClientsTable({ label, facts }: { label: string; facts: readonly ClientFacts[] }) {
  const { t, format } = useWords()
  const [by, setBy] = useState<Sorting>('year')
  const [isTurned, setTurned] = useState(false)
  const order = orders(format.locale)[by]
  const rows = facts.toSorted((a, b) => (isTurned ? -order(a, b) : order(a, b)))
  const sorting = (column: Sorting) => ({
    sort: sortOf(column, by, isTurned),
    onSort: () => {
      setTurned(column === by && !isTurned)
      setBy(column)
    },
  })
  return (
    <Table label={label} isFixed className={cx(css.clients)}>
      <colgroup>
        <col />
        <col className={cx(css.has)} />
        <col className={cx(css.hours)} />
        <col className={cx(css.hours)} />
        <col className={cx(css.rate)} />
        <col className={cx(css.last)} />
        <col className={cx(css.score)} />
        <col className={cx(css.deed)} />
      </colgroup>
      <TableHead>
        <Column {...sorting('client')}>{t('clients.list.client')}</Column>
        <Column>{t('clients.list.has')}</Column>
        <Column align="end" {...sorting('month')}>
          {t('clients.list.month')}
        </Column>
        <Column align="end" {...sorting('year')}>
          {t('clients.list.year')}
        </Column>
        <Column align="end">{t('clients.list.rate')}</Column>
        <Column align="end" {...sorting('last')}>
          {t('clients.list.last')}
        </Column>
        <Column align="end" {...sorting('ready')}>
          {t('clients.list.readiness')}
        </Column>
        <Column isHidden>{t('clients.list.deeds')}</Column>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <ClientRow key={row.client.id} facts={row} />
        ))}
      </tbody>
    </Table>
  )
}

/** Names from A, figures and days from the largest. */
const orders = (locale: string): Record<Sorting, (a: ClientFacts, b: ClientFacts) => number> => ({
  client: (a, b) => a.client.name.localeCompare(b.client.name, locale),
  month: (a, b) => b.month - a.month,
  year: (a, b) => b.year - a.year,
  ready: (a, b) => scoreOf(b) - scoreOf(a),
  last: (a, b) => ((a.lastWorked ?? '') < (b.lastWorked ?? '') ? 1 : -1),
})

/** Who is on retainer is past being ready for one. */
const scoreOf = ({ isRetained, readiness }: ClientFacts): number => (isRetained ? -1 : readiness.score)

function sortOf(column: Sorting, by: Sorting, isTurned: boolean): 'none' | 'ascending' | 'descending' {
  if (column !== by) return 'none'
  return (column === 'client') === isTurned ? 'descending' : 'ascending'
}

function ClientRow({ facts }: { facts: ClientFacts }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const { client, kinds, month, year, lastWorked, isRetained, readiness } = facts
  const hours = (seconds: number): string => (seconds < 60 ? '–' : format.hours(seconds))
  return (
    <Row isTall className={cx(css.row)}>
      <Cell isHeader>
        <span className={cx(css.name)}>
          <ClientMark mark={client.mark} size={18} />
          <TwoLines below={isRetained ? null : readinessText(t, format, readiness)}>
            <RowLink onPress={() => go({ name: 'client', id: client.id })}>
              <OwnWords>{client.name}</OwnWords>
            </RowLink>
          </TwoLines>
        </span>
      </Cell>
      <Cell>
        <span className={cx(css.tags)}>
          {kinds.map((kind) => (
            <Tag key={kind} tone={kindTones[kind]}>
              {kindText(t, kind)}
            </Tag>
          ))}
          {kinds.length === 0 ? <Tag>{t('clients.kind.nothing')}</Tag> : null}
        </span>
      </Cell>
      <Cell align="end" tone={month < 60 ? 'quiet' : undefined}>
        {hours(month)}
      </Cell>
      <Cell align="end" tone={year < 60 ? 'quiet' : undefined}>
        {hours(year)}
      </Cell>
      <Cell align="end">{format.money(client.listRate, client.currency, 'always')}</Cell>
      <Cell align="end" tone="quiet" figures={false}>
        {pastDay(t, format, lastWorked, today)}
      </Cell>
      <Cell align="end" tone={isRetained || readiness.score === 0 ? 'quiet' : undefined}>
        {isRetained || readiness.score === 0 ? (
          '–'
        ) : (
          <span className={cx(css.ready)}>
            <ReadinessFigure {...{ client, readiness }} isInTable />
          </span>
        )}
      </Cell>
      <Cell align="end">
        <MakeRetainer facts={facts} />
      </Cell>
    </Row>
  )
}

/** In view for a client who is ready; for the others it comes with the pointer and with the focus. */
function MakeRetainer({ facts }: { facts: ClientFacts }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const { client, isRetained, readiness } = facts
  if (isRetained || client.archived) return null
  const link = (
    <LinkButton
      size="small"
      aria-label={t('clients.list.makeRetainerFor', { client: client.name })}
      onPress={() => go({ name: 'newRetainer', clientId: client.id })}
    >
      {t('clients.list.makeRetainer')}
    </LinkButton>
  )
  return readiness.isReady ? <span className={cx(css.ready)}>{link}</span> : <RowActions>{link}</RowActions>
}
