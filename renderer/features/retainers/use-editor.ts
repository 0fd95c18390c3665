import { useMemo, useState } from 'react'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { closedUntil } from '#shared/domain/closed.ts'
import { daysForTerms, withDatedTerms } from '#shared/domain/dated-terms.ts'
import { suggestionFor } from '#shared/domain/suggestion.ts'
import type { Format } from '#shared/i18n/format.ts'
import { parseMoney } from '#shared/i18n/parse.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { inSeconds } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { hoursText } from '../../parts/hours-text.ts'
import { useKept } from '../../parts/kept.ts'
import type { OfferedTerms } from '../../place.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { draftOf, newDraft, withClient, withDay, type Draft, type Ground } from './draft.ts'
import { minutesText, newPerk, type DraftPerk } from './draft-perks.ts'
import { adoptable, trackedOf } from './preview.ts'
import { readDraft } from './read-draft.ts'

type Words = ReturnType<typeof useWords>

/** Whose terms are written: of an agreement there is, or of a new one, perhaps for a client chosen already. */
export interface Editing {
  readonly base?: Retainer | undefined
  readonly clientId?: Id | undefined
  /** Terms to begin with, from the pricing lab. */
  readonly offer?: OfferedTerms | undefined
}

/** The editor's state: what is typed, and what it reads as. */
export function useEditor({ base, clientId, offer }: Editing) {
  const book = useBook()
  const today = useToday()
  const words = useWords()
  const { format } = words
  const begin = (id: Id | null): Draft =>
    withOffer(suggested(book, format, today, id), clientFor(book, id), offer, words)
  const [first] = useState(() => (base ? draftOf(format, base, firstDay(book, base, today)) : begin(clientId ?? null)))
  const key = base
    ? `terms ${base.id} ${JSON.stringify(base.agreement)}`
    : `new ${clientId ?? ''} ${offer ? JSON.stringify(offer) : ''}`
  const { draft, change, forget } = useKept(`${format.language} ${key}`, () => first)
  // Of an agreement there is, the terms that others take the place of are those of their day.
  const initial = useMemo(
    () => (base && draft.from !== null ? draftOf(format, base, draft.from) : first),
    [base, first, format, draft.from],
  )
  const client = clientFor(book, draft.clientId)
  const ground = useGround(draft, client, base)
  const agreement = useMemo(
    () => readDraft(draft, ground, format.language, base?.agreement),
    [draft, ground, format.language, base],
  )
  const last = useLast(agreement)
  const days = useMemo(
    () => (base ? daysForTerms(base.agreement, today, closedUntil(book, base.id)) : []),
    [base, book, today],
  )
  const tracked = useMemo(() => (draft.clientId ? trackedOf(book, draft.clientId) : null), [book, draft.clientId])
  const adopted = useMemo(
    () => (!base && tracked && last ? adoptable(book, tracked, last, today) : null),
    [book, base, tracked, last, today],
  )
  // What nobody typed is not lost: a suggestion that only follows the chosen client is no change.
  const untouched = useMemo(
    () => (base ? initial : withOffer(suggested(book, format, today, draft.clientId), client, offer, words)),
    [base, initial, book, format, words, today, client, draft.clientId, offer],
  )
  return {
    base,
    /** What the pricing lab offered, where the terms began with that. */
    offer,
    draft,
    initial,
    change,
    forget,
    client,
    ground,
    agreement,
    /** The days from which other terms may hold; none of a new agreement. */
    days,
    /** The last terms that could be read: what the sentence and the ledger follow while something is being typed. */
    last,
    /** The agreement as it would be kept: of one there is, with those terms from their day on. */
    dated: useMemo(
      () => (base && last ? withDatedTerms(base.agreement, last, draft.from ?? last.startsOn) : last),
      [base, last, draft.from],
    ),
    tracked,
    /** The time that a new agreement would take over; null when there is none. */
    adopted,
    isChanged: JSON.stringify(draft) !== JSON.stringify(untouched),
    /** Other terms from another day on: what nobody touched is what is agreed for that day. */
    chooseFrom: (from: Day) => {
      if (base)
        change((before) => withDay(before, draftOf(format, base, before.from ?? from), draftOf(format, base, from)))
    },
    chooseClient: (id: Id | null) => change(withClient(draft, begin(draft.clientId), begin(id))),
  }
}

export type Editor = ReturnType<typeof useEditor>

const clientFor = (book: Book, id: Id | null): Client | null =>
  id === null ? null : (book.workspace.tables.clients.get(id) ?? null)

/** Other terms are usually meant from the next period on; before it begins, and for a draft, for all of it. */
function firstDay(book: Book, { id, status, agreement }: Retainer, today: Day): Day {
  const days = daysForTerms(agreement, today, closedUntil(book, id))
  const next = status === 'active' ? days.find((day) => day > today && day > agreement.startsOn) : undefined
  return (agreement.startsOn > today ? undefined : next) ?? days[0] ?? agreement.startsOn
}

/** The terms to begin with: a client's, as their history suggests them. */
function suggested(book: Book, format: Format, today: Day, id: Id | null): Draft {
  const client = clientFor(book, id)
  if (!client) return newDraft(format, today, preferencesOf(book.workspace))
  return newDraft(format, today, client, client, suggestionFor(book, client, today) ?? undefined)
}

/**
 * The pricing lab's terms in place of those that a history suggests; its extra time as a perk. Amounts are those of a
 * client who pays in the same currency, or of a new one: none is turned into another.
 */
function withOffer(draft: Draft, client: Client | null, offer: OfferedTerms | undefined, words: Words): Draft {
  if (!offer) return draft
  const { format } = words
  const { hours, fee, currency, listRate } = offer
  const rate = format.amount(listRate, currency)
  return {
    ...draft,
    hours: hoursText(format, inSeconds(hours)),
    ...(client && client.currency !== currency ? {} : { fee: format.amount(fee, currency), rate }),
    perks: offeredPerks(offer, client === null || client.currency === currency, words),
  }
}

/** Its extra time, and what else comes on top, each under an id of its own. */
function offeredPerks({ extra, perks, currency }: OfferedTerms, isPriced: boolean, { t, format }: Words): DraftPerk[] {
  const drafts: DraftPerk[] = []
  const add = (perk: Partial<DraftPerk>): void => void drafts.push({ ...newPerk(drafts), ...perk })
  if (extra > 0) add({ name: t('retainers.perks.extraTime'), amount: minutesText(format, extra) })
  for (const { name, count, worth } of perks) {
    const told = { name, worth: isPriced && worth > 0 ? format.amount(worth, currency) : '' }
    if (count === null) add({ ...told, kind: 'promise', amount: '' })
    else add({ ...told, kind: 'count', amount: String(count) })
  }
  return drafts
}

/** The currency and the rate that the terms stand on: the agreement's own, the client's, or the user's. */
function useGround(draft: Draft, client: Client | null, base: Retainer | undefined): Ground {
  const preferences = usePreferences()
  const { format } = useWords()
  const { newClient } = draft
  const written = newClient ? parseMoney(newClient.listRate, newClient.currency, format.language) : null
  const { currency } = base?.agreement ?? client ?? newClient ?? preferences
  // Of deliverables the agreement's rate is that of a unit: an hour costs what it costs the client elsewhere.
  const { listRate } =
    (base?.agreement.basis === 'deliverables' ? client : base?.agreement) ?? client ?? newClient ?? preferences
  const rate = typeof listRate === 'number' ? listRate : written?.ok ? written.value : preferences.listRate
  return useMemo(() => ({ currency, listRate: rate }), [currency, rate])
}

/** The last one that was there, kept over those that were not. */
function useLast(agreement: Agreement | null): Agreement | null {
  const [last, setLast] = useState(agreement)
  if (agreement !== null && agreement !== last) setLast(agreement)
  return agreement ?? last
}
