import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Engagement, Retainer } from '../../model/engagement.ts'
import type { Book } from '../book.ts'

/** Signed work: a draft or a proposal is nobody's income yet, a declined one never was. */
export const isSigned = (engagement: Engagement): boolean =>
  engagement.kind !== 'retainer' || engagement.status === 'active' || engagement.status === 'ended'

/** Whether it was signed and its first period has begun: how its periods lie is then what was owed, and stays. */
export const hasBegun = (retainer: Retainer, today: Day): boolean =>
  isSigned(retainer) && retainer.agreement.startsOn <= today

/** Whether anything more is to come of it. What was ended or put away keeps its past and has no future. */
export const isRunning = (engagement: Engagement): boolean =>
  !engagement.archived && (engagement.kind !== 'retainer' || engagement.status === 'active')

/** An agreement has a currency of its own; other work is paid in the client's. */
export const currencyOf = (book: Book, engagement: Engagement): string | undefined =>
  engagement.kind === 'retainer'
    ? engagement.agreement.currency
    : book.workspace.tables.clients.get(engagement.clientId)?.currency

const signed = (book: Book): Engagement[] => [...book.workspace.tables.engagements.values()].filter(isSigned)

/** What income in a currency comes from. */
export const signedIn = (book: Book, currency: string): Engagement[] =>
  signed(book).filter((engagement) => currencyOf(book, engagement) === currency)

/** What other income comes from, each with its currency. */
export const signedElsewhere = (book: Book, than: string): { engagement: Engagement; currency: string }[] =>
  signed(book).flatMap((engagement) => {
    const currency = currencyOf(book, engagement)
    return currency === undefined || currency === than ? [] : [{ engagement, currency }]
  })

/** The retainers of which fees are to come; with a currency those in it. */
export const runningRetainers = (book: Book, currency?: string): Retainer[] =>
  [...book.workspace.tables.engagements.values()].filter(
    (engagement): engagement is Retainer =>
      engagement.kind === 'retainer' &&
      isRunning(engagement) &&
      (currency === undefined || engagement.agreement.currency === currency),
  )

/** Signed work that income in `currency` leaves out, by its own currency: whose it is. */
export interface OtherCurrency {
  readonly currency: string
  readonly clientIds: readonly Id[]
}

export const otherCurrencies = (book: Book, currency: string): OtherCurrency[] =>
  byCurrency(
    signedElsewhere(book, currency).map(({ engagement, currency: other }) => ({
      currency: other,
      clientId: engagement.clientId,
    })),
  )

/** The same for what is paid: an invoice may be written for work that nothing was agreed on. */
export const otherCurrenciesPaid = (book: Book, currency: string): OtherCurrency[] =>
  byCurrency([
    ...otherCurrencies(book, currency).flatMap((other) =>
      other.clientIds.map((clientId) => ({ currency: other.currency, clientId })),
    ),
    ...[...book.workspace.tables.invoices.values()].filter(
      (invoice) => invoice.status === 'issued' && invoice.currency !== currency,
    ),
  ])

function byCurrency(all: readonly { readonly currency: string; readonly clientId: Id }[]): OtherCurrency[] {
  const found = new Map<string, Set<Id>>()
  for (const { currency, clientId } of all) found.set(currency, (found.get(currency) ?? new Set()).add(clientId))
  return [...found].map(([currency, clientIds]) => ({ currency, clientIds: [...clientIds] }))
}
