import { Plus } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { nameInWords } from '#shared/i18n/names.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { ClientDialog } from './client-dialog.tsx'
import { factsOfAll, type ClientFacts } from './client-facts.ts'
import { readinessText } from './client-words.ts'
import { ClientsTable } from './clients-table.tsx'
import css from './clients.module.css'

/** Who are they to me? All clients, with what they have and what they could have. */
export function ClientsPlace({ making = false }: { making?: boolean }) {
  const { t } = useWords()
  const { go, replace } = useNavigation()
  const book = useBook()
  const today = useToday()
  const [isMaking, setMaking] = useState(making)
  const close = (): void => {
    setMaking(false)
    // Who comes back to the list finds the list.
    if (making) replace({ name: 'clients' })
  }
  const all = useMemo(() => factsOfAll(book, today), [book, today])
  const [listed, archived] = [all.filter(({ client }) => !client.archived), all.filter(({ client }) => client.archived)]
  const make = (
    <Button variant="primary" icon={Plus} onPress={() => setMaking(true)}>
      {t('clients.list.make')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('clients.list.title')} actions={all.length === 0 ? undefined : make} />
      {all.length === 0 ? (
        <EmptyState title={t('clients.empty.title')} actions={make}>
          {t('clients.empty.words')}
        </EmptyState>
      ) : (
        <>
          {listed.length > 0 ? <ListStatement facts={listed} /> : null}
          {listed.length > 0 ? <ClientsTable label={t('clients.list.title')} facts={listed} /> : null}
          <Archived facts={archived} />
        </>
      )}
      {isMaking ? <ClientDialog onClose={close} onMade={(id) => go({ name: 'client', id })} /> : null}
    </>
  )
}

/** How many there are, who has a retainer, and who is ready for one. */
function ListStatement({ facts }: { facts: readonly ClientFacts[] }) {
  const { t, format } = useWords()
  const count = facts.length
  const retained = facts.filter((each) => each.isRetained).length
  const ready = facts.filter((each) => !each.isRetained && each.readiness.isReady)
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const counted = { count, number: t('retainers.number', { count }) }
  const words =
    retained === 0
      ? t('clients.list.none', counted)
      : retained === count
        ? t('clients.list.all', counted)
        : t.rich('clients.list.some', {
            ...counted,
            retained: t('retainers.number', { count: retained }).toLowerCase(),
            b,
          })
  const [first] = ready
  return (
    <Statement className={cx(css.statement)}>
      {words}{' '}
      {first === undefined
        ? null
        : ready.length === 1
          ? t.rich('clients.list.readyOne', {
              client: first.client.name,
              why: readinessText(t, format, first.readiness),
              b,
            })
          : t.rich('clients.list.readyMany', {
              clients: format.list(ready.map(({ client }) => nameInWords(client.name))),
              b,
            })}
    </Statement>
  )
}

function Archived({ facts }: { facts: readonly ClientFacts[] }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (facts.length === 0) return null
  return (
    <section className={cx(css.archived)}>
      <LinkButton size="small" onPress={() => setOpen(!isOpen)}>
        {isOpen ? t('clients.list.hideArchived') : t('clients.list.showArchived', { count: facts.length })}
      </LinkButton>
      {isOpen ? <ClientsTable label={t('clients.list.archived')} facts={facts} /> : null}
    </section>
  )
}
