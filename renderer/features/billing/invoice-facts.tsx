import { useState, type ReactNode } from 'react'
import { creditsOn } from '#shared/domain/billing/credit.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { clientOn, issuerOn } from '#shared/domain/billing/parties.ts'
import type { Client } from '#shared/model/client.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { ClientDetails } from '../../parts/client-details.tsx'
import { addressLines } from './invoice-words.ts'
import css from './invoice.module.css'

/** Who it is from and to, its days, and what corrects what. */
export function InvoiceFacts({ invoice }: { invoice: Invoice }) {
  const { t, format } = useWords()
  const isDraft = invoice.status === 'draft'
  return (
    <div className={cx(css.facts)} data-surface="well">
      <dl>
        <From invoice={invoice} />
        <To invoice={invoice} />
      </dl>
      <dl>
        <dt>{isDraft ? t('billing.invoice.plannedOn') : t('billing.invoice.issuedOn')}</dt>
        <dd>{format.day(invoice.issuedOn, 'long')}</dd>
        {invoice.type === 'invoice' ? (
          <>
            <dt>{t('billing.invoice.dueOn')}</dt>
            <dd>{format.day(invoice.dueOn, 'long')}</dd>
          </>
        ) : null}
        <Related invoice={invoice} />
        {invoice.note === '' ? null : (
          <>
            <dt>{t('billing.invoice.note')}</dt>
            <dd className={cx(css.note)}>{invoice.note}</dd>
          </>
        )}
      </dl>
    </div>
  )
}

function From({ invoice }: { invoice: Invoice }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const issuer = issuerOn(useBook(), invoice)
  return (
    <>
      <dt>{t('billing.invoice.from')}</dt>
      <dd>
        {issuer.name === '' ? (
          <>
            <span className={cx(css.address)}>{t('billing.invoice.noOwn')} </span>
            <LinkButton size="small" onPress={() => go({ name: 'settings' })}>
              {t('billing.invoice.ownDetails')}
            </LinkButton>
          </>
        ) : (
          <OwnWords>{issuer.name}</OwnWords>
        )}
      </dd>
    </>
  )
}

function To({ invoice }: { invoice: Invoice }) {
  const { t } = useWords()
  const book = useBook()
  const client = book.workspace.tables.clients.get(invoice.clientId)
  const [isEditing, setEditing] = useState(false)
  const party = clientOn(book, invoice)
  const lines = party ? addressLines(t, party) : []
  return (
    <>
      <dt>{t('billing.invoice.client')}</dt>
      <dd>
        <OwnWords>{party?.name ?? ''}</OwnWords>
        <div className={cx(css.address)}>{lines.join('\n')}</div>
        {client === undefined || invoice.parties ? null : (
          <EditLink client={client} isKnown={lines.length > 0} onPress={() => setEditing(true)} />
        )}
        {isEditing && client ? <ClientDetails client={client} onClose={() => setEditing(false)} /> : null}
      </dd>
    </>
  )
}

function EditLink({ client, isKnown, onPress }: { client: Client; isKnown: boolean; onPress: () => void }): ReactNode {
  const { t } = useWords()
  return (
    <LinkButton size="small" aria-label={t('billing.invoice.party.dialog', { client: client.name })} onPress={onPress}>
      {isKnown ? t('billing.invoice.details') : t('billing.invoice.writeDetails')}
    </LinkButton>
  )
}

/** The invoice that a credit note corrects; the credit notes of an invoice. */
function Related({ invoice }: { invoice: Invoice }) {
  const { t } = useWords()
  const { invoices } = useBook().workspace.tables
  const corrected = invoice.credits === null ? undefined : invoices.get(invoice.credits)
  const credits = creditsOn(invoices.values(), invoice)
  return (
    <>
      {corrected ? (
        <>
          <dt>{t('billing.invoice.corrects')}</dt>
          <dd>
            <InvoiceLink invoice={corrected} />
          </dd>
        </>
      ) : null}
      {credits.length > 0 ? (
        <>
          <dt>{t('billing.invoice.correctedBy')}</dt>
          <dd className={cx(css.links)}>
            {credits.map((credit) => (
              <InvoiceLink key={credit.id} invoice={credit} />
            ))}
          </dd>
        </>
      ) : null}
    </>
  )
}

function InvoiceLink({ invoice }: { invoice: Invoice }) {
  const { t } = useWords()
  const { go } = useNavigation()
  return (
    <LinkButton onPress={() => go({ name: 'invoice', id: invoice.id })}>
      {numberText(invoice) || t('billing.place.list.draft')}
    </LinkButton>
  )
}
