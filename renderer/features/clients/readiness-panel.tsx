import { useMemo } from 'react'
import { suggestionFor } from '#shared/domain/suggestion.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { factorsInWords, ReadinessFigure } from '../../parts/readiness.tsx'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { ClientFacts } from './client-facts.ts'
import { SuggestionText } from './suggestion-text.tsx'
import css from './readiness-panel.module.css'

/** Whether the history makes a retainer: every factor with its weight, not only the sum; and what to offer (domain.md, Readiness, Suggestion). */
export function ReadinessPanel({ facts }: { facts: ClientFacts }) {
  const { t } = useWords()
  const { client, readiness } = facts
  const title = readiness.isReady ? t('clients.readiness.ready') : t('clients.readiness.notYet')
  return (
    <section className={cx(css.panel)} data-surface="well" aria-label={title}>
      <div>
        <h2 className={cx(css.title)}>
          {title} <ReadinessFigure {...{ client, readiness }} /> <TermHelp of="readiness" />
        </h2>
        <Factors facts={facts} />
      </div>
      <Offer facts={facts} />
    </section>
  )
}

function Factors({ facts: { readiness } }: { facts: ClientFacts }) {
  const { t, format } = useWords()
  const factors = factorsInWords(t, format, readiness, useToday())
  return (
    <Table label={t('clients.readiness.label')}>
      <TableHead>
        <Column>{t('clients.readiness.label')}</Column>
        <Column>{t('clients.readiness.found')}</Column>
        <Column align="end">{t('clients.readiness.pointsLabel')}</Column>
      </TableHead>
      <tbody>
        {factors.map(({ name, label, found, points }) => (
          <Row key={name}>
            <Cell isHeader>{label}</Cell>
            <Cell>{found}</Cell>
            <Cell align="end">{points}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

/** The suggestion with its reasons; accepted, it is the editor's to be read, changed and kept as a draft. */
function Offer({ facts: { client, readiness } }: { facts: ClientFacts }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const today = useToday()
  const suggestion = useMemo(() => suggestionFor(book, client, today), [book, client, today])
  return (
    <div className={cx(css.offer)}>
      <h2 className={cx(css.title)}>{t('clients.suggestion.title')}</h2>
      {suggestion ? <SuggestionText {...{ suggestion, client }} /> : <p>{t('clients.suggestion.none')}</p>}
      <div className={cx(css.deeds)}>
        <Button
          variant={readiness.isReady ? 'primary' : 'default'}
          onPress={() => go({ name: 'newRetainer', clientId: client.id })}
        >
          {suggestion ? t('clients.suggestion.accept') : t('clients.list.makeRetainer')}
        </Button>
        <LinkButton size="small" onPress={() => go({ name: 'pricing', clientId: client.id })}>
          {t('clients.readiness.price')}
        </LinkButton>
      </div>
    </div>
  )
}
