import { numberText } from '#shared/domain/billing/numbers.ts'
import { by } from '#shared/kernel/order.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { DocumentsOf } from '../../parts/documents-of.tsx'
import { workName } from '../../parts/work-words.ts'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './documents-section.module.css'

/** So many of the latest invoices are named; all of them are in Billing. */
const MOST = 6

/** What the client was sent or is to be: proposals, agreements, the latest invoices. */
export function DocumentsSection({ client, retainers }: { client: Client; retainers: readonly Retainer[] }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const { invoices } = useBook().workspace.tables
  const issued = [...invoices.values()]
    .filter(({ clientId, number }) => clientId === client.id && number !== null)
    .toSorted(by(({ issuedOn }) => issuedOn))
    .toReversed()
  if (retainers.length === 0 && issued.length === 0) return null
  return (
    <section>
      <SectionHead title={t('proposal.documents.title')} />
      <ul className={cx(css.list)}>
        {retainers.map((retainer) => (
          <li key={retainer.id}>
            <OwnWords className={cx(css.work)}>{workName(t, retainer)}</OwnWords>
            <DocumentsOf retainer={retainer} work={workName(t, retainer)} />
          </li>
        ))}
        {issued.length === 0 ? null : (
          <li>
            <span className={cx(css.work)}>{t('clients.page.invoices', { count: issued.length })}</span>
            {issued.slice(0, MOST).map((invoice) => (
              <LinkButton
                key={invoice.id}
                size="small"
                aria-label={t('clients.page.invoice', {
                  number: numberText(invoice),
                  day: format.day(invoice.issuedOn, 'long'),
                })}
                onPress={() => go({ name: 'invoice', id: invoice.id })}
              >
                {numberText(invoice)}
              </LinkButton>
            ))}
          </li>
        )}
      </ul>
    </section>
  )
}
