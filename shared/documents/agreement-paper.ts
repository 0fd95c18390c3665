import { partyOfClient } from '../domain/billing/parties.ts'
import { preferencesOf, type Book } from '../domain/book.ts'
import { clientOf } from '../domain/naming.ts'
import type { Translator } from '../i18n/translator.ts'
import type { Day } from '../kernel/day.ts'
import type { Retainer } from '../model/engagement.ts'
import type { Clause } from '../model/proposal.ts'
import type { Paper } from './paper.ts'
import { paperHead, part, proposalOf, serviceText, termsTable, text, writtenFor, writtenOn } from './proposal-paper.ts'

/** What an agreement usually says beside its terms, to be changed or left out. */
export const usualClauses = (t: Translator): Clause[] => [
  { title: t('documents.clauses.requests'), text: t('documents.clauses.requestsText') },
  { title: t('documents.clauses.ownership'), text: t('documents.clauses.ownershipText') },
  { title: t('documents.clauses.secrecy'), text: t('documents.clauses.secrecyText') },
  { title: t('documents.clauses.late'), text: t('documents.clauses.lateText') },
]

/**
 * An agreement to be signed, in the client's language: a draft in plain language, and it says that it is no legal advice.
 */
export function agreementPaper(book: Book, retainer: Retainer, today: Day): Paper {
  const client = clientOf(book, retainer)
  const written = writtenFor(book, client, retainer, today)
  const { t } = written
  const proposal = proposalOf(retainer)
  const provider = preferencesOf(book.workspace).billing.issuer.name
  const customer = partyOfClient(client).name
  const clauses = proposal.clauses ?? usualClauses(t)
  return {
    ...paperHead(book, client, written, t('documents.agreement'), writtenOn(retainer, today)),
    blocks: [
      { kind: 'note', text: t('documents.noAdvice') },
      ...part(t('documents.parties'), text(t('documents.partiesWords', { provider, customer }))),
      ...part(t('documents.service'), text(serviceText(written, proposal.service))),
      ...part(t('documents.terms'), [termsTable(written), ...text(t('documents.noVat'))]),
      ...clauses.flatMap((clause) => part(clause.title.trim(), text(clause.text))),
      ...part(t('documents.signatures'), [
        {
          kind: 'table',
          columns: [{ label: '' }, { label: t('documents.placeAndDate') }, { label: t('documents.signature') }],
          rows: [
            [`${t('documents.provider')}\n${provider}`, '', ''],
            [`${t('documents.client')}\n${customer}`, '', ''],
          ],
          isTall: true,
        },
      ]),
    ],
  }
}
