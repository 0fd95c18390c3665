import { preferencesOf, type Book } from '../domain/book.ts'
import { partyOfClient } from '../domain/billing/parties.ts'
import { agreedRules } from '../domain/dated-terms.ts'
import { clientOf } from '../domain/naming.ts'
import { recordOf } from '../domain/record.ts'
import { formatter } from '../i18n/format.ts'
import { theDay } from '../i18n/the-day.ts'
import { translator } from '../i18n/languages.ts'
import type { Day } from '../kernel/day.ts'
import type { Client } from '../model/client.ts'
import type { Retainer } from '../model/engagement.ts'
import { proposalSchema, type Proposal } from '../model/proposal.ts'
import { agreedRows, type Written } from './agreed-rows.ts'
import { doubtsOf, type Said } from './doubts.ts'
import { addressOf, signOf } from './invoice-paper.ts'
import type { Block, Paper } from './paper.ts'
import { recordBlocks } from './record-blocks.ts'

/** What is written of a retainer's proposal, or a blank one. */
export const proposalOf = ({ proposal }: Retainer): Proposal => proposal ?? proposalSchema.parse({})

/** The terms in force on a day with the words of their client. */
export function writtenFor(book: Book, client: Client, { agreement }: Retainer, on: Day): Written {
  const { advanceDays, dueDays } = preferencesOf(book.workspace).billing
  return {
    t: translator(client.language),
    format: formatter(client.language),
    agreement,
    on,
    rules: agreedRules(agreement, on),
    advanceDays,
    dueDays,
  }
}

export const text = (words: string): Block[] => (words.trim() === '' ? [] : [{ kind: 'text', text: words.trim() }])
/** A head with what stands below it; neither where there is nothing. */
export const part = (head: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', text: head }, ...blocks]

/** The terms as a table of two columns. */
export const termsTable = (written: Written): Block => ({
  kind: 'table',
  columns: [{ label: written.t('documents.term') }, { label: written.t('documents.agreed') }],
  rows: agreedRows(written).map(([what, agreed]) => [what, agreed]),
})

/** What the service is where nobody wrote it. */
export function serviceText({ t, agreement }: Written, service: string): string {
  if (service.trim() !== '') return service
  if (agreement.basis === 'access') return t('documents.defaultServiceAccess')
  return agreement.basis === 'hours' ? t('documents.defaultService') : t('documents.defaultServiceUnits')
}

/** The day that stands on a document: when it was sent, of what was signed without that its start; else today. */
export function writtenOn({ status, sentOn, agreement: { startsOn } }: Retainer, today: Day): Day {
  if (sentOn !== null) return sentOn
  return (status === 'active' || status === 'ended') && startsOn < today ? startsOn : today
}

/** Of whom and to whom, when, and what its file is called. Without the user's own details their place stays empty. */
export function paperHead(book: Book, client: Client, { t, format, agreement }: Written, title: string, day: Day) {
  const { billing } = preferencesOf(book.workspace)
  return {
    language: client.language,
    title,
    name: [title, client.name].join(' '),
    ...signOf(book),
    from: addressOf(t, billing.issuer),
    to: addressOf(t, partyOfClient(client)),
    facts: [
      [t('documents.date'), format.day(day, 'long')],
      [t('documents.startsOn'), format.day(agreement.startsOn, 'long')],
    ] as const,
  }
}

/**
 * A proposal as its client reads it, in the client's language (domain.md, Proposal). What was not written is not on it,
 * but for what it begins and ends with.
 */
export function proposalPaper(book: Book, retainer: Retainer, today: Day): Paper {
  const client = clientOf(book, retainer)
  const written = writtenFor(book, client, retainer, today)
  const { t, format, agreement } = written
  const proposal = proposalOf(retainer)
  const record = proposal.hasRecord ? recordOf(book, retainer, writtenOn(retainer, today)) : null
  const starts = agreement.startsOn
  const opening = t('documents.defaultOpening', { day: theDay(format, starts, 'long', 'dal') })
  const closing = t('documents.defaultClosing', { day: theDay(format, starts, 'long') })
  return {
    ...paperHead(book, client, written, t('documents.proposal'), writtenOn(retainer, today)),
    blocks: [
      ...text(proposal.opening.trim() === '' ? opening : proposal.opening),
      ...part(t('documents.problems'), problemBlocks(written, proposal)),
      ...part(t('documents.service'), text(serviceText(written, proposal.service))),
      ...part(t('documents.terms'), [termsTable(written), ...text(t('documents.noVat'))]),
      ...part(t('documents.record'), record ? recordBlocks(t, format, record) : []),
      ...part(t('documents.doubts'), doubtBlocks(doubtsOf(written, proposal))),
      ...part(t('documents.closing'), text(proposal.closing.trim() === '' ? closing : proposal.closing)),
    ],
  }
}

function problemBlocks({ t }: Written, { problems }: Proposal): Block[] {
  const told = problems.filter(({ problem, outcome }) => problem.trim() !== '' || outcome.trim() !== '')
  if (told.length === 0) return []
  return [
    {
      kind: 'table',
      columns: [{ label: t('documents.problem') }, { label: t('documents.outcome') }],
      rows: told.map(({ problem, outcome }) => [problem.trim(), outcome.trim()]),
    },
  ]
}

const doubtBlocks = (doubts: readonly Said[]): Block[] =>
  doubts.flatMap(({ question, answer }): Block[] =>
    question.trim() === '' && answer.trim() === ''
      ? []
      : [...(question.trim() === '' ? [] : [{ kind: 'lead' as const, text: question.trim() }]), ...text(answer)],
  )
