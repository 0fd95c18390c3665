import UFuzzy from '@leeoniya/ufuzzy'
import { isArchived } from '#shared/domain/archived.ts'
import type { Book } from '#shared/domain/book.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { groupOf } from '#shared/domain/term.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { recentsOf } from './recents.ts'

/** Something that can be worked on; own work is for no client. */
export interface EngagementChoice {
  readonly name: string
  readonly work: { readonly engagement: Engagement; readonly client: Client } | null
}

interface Wanted {
  /** What is chosen already is offered whatever has become of it. */
  readonly chosen: Id | null | undefined
  /** Retainers that have ended too: time of theirs may have been forgotten. */
  readonly withEnded?: boolean
  /** A term may be over by it. */
  readonly today: Day
  /** How own work is called in the window's language. */
  readonly ownWork: string
}

/** All that can be picked: the last used first, own work after what is for clients. Archived ones are left out. */
export function engagementChoices(
  book: Book,
  { chosen, withEnded = false, today, ownWork }: Wanted,
): EngagementChoice[] {
  const recent = recentsOf(book, today).engagements
  const offered = new Set(recent.map((engagement) => engagement.id))
  const others = [...book.workspace.tables.engagements.values()].filter(
    (engagement) =>
      !offered.has(engagement.id) && (engagement.id === chosen || (withEnded && hasEnded(book, engagement, today))),
  )
  return [...[...recent, ...others].map((engagement) => choiceOf(book, engagement)), { name: ownWork, work: null }]
}

const hasEnded = (book: Book, engagement: Engagement, today: Day): boolean =>
  engagement.kind === 'retainer' &&
  engagement.status !== 'declined' &&
  groupOf(engagement, today) === 'ended' &&
  !isArchived(book, engagement)

function choiceOf(book: Book, engagement: Engagement): EngagementChoice {
  const client = clientOf(book, engagement)
  return { name: fullName(client, engagement), work: { engagement, client } }
}

/** One letter wrong, missing, too many or swapped is forgiven in words of five letters and more; any script. */
const fuzzy = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
  // Names that match alike stay in the order in which they were given.
  compare: () => 0,
})
/**
 * The one that typed words name, where they begin a line whose rest is a note: each of them begins a word of the name, and
 * only a long one may have a letter wrong. One letter is nobody (`9-10 a mail`), unless it is a word of the name.
 */
export function choiceNamed<Choice extends { readonly name: string }>(
  choices: readonly Choice[],
  text: string,
): Choice | null {
  const wordsIn = (said: string): string[] =>
    plain(said)
      .toLowerCase()
      .match(/[\p{L}\d']+/gu) ?? []
  const typed = wordsIn(text)
  if (typed.length === 0) return null
  const begins = (word: string, names: readonly string[]): boolean =>
    names.some((name) => name === word || (word.length > 1 && name.startsWith(word)))
  const ranked = rankChoices(choices, text).map((choice) => ({ choice, names: wordsIn(choice.name) }))
  const named =
    ranked.find(({ names }) => typed.every((word) => begins(word, names))) ??
    ranked.find(({ names }) => typed.every((word) => word.length >= SURE || begins(word, names)))
  return named?.choice ?? null
}
/** So many letters are a word that one may have mistyped. */
const SURE = 5

/** How many words may stand in another order than in the name. */
const MOST_SWAPPED = 4

/** Accents do not count; nor do the marks with which the matcher would leave something out. */
const plain = (text: string): string =>
  UFuzzy.latinize(text.normalize('NFC'))
    .replaceAll('’', "'")
    .replaceAll(/(?:^|\s)-|"/g, ' ')

/**
 * Those that the text may mean, the best match first. All of them, as they are, while nothing is typed; none for signs
 * alone, which are in no name.
 */
export function rankChoices<Choice extends { readonly name: string }>(
  choices: readonly Choice[],
  text: string,
): Choice[] {
  const needle = plain(text).trim()
  if (text.trim() === '') return [...choices]
  if (!/[\p{L}\d]/u.test(needle)) return []
  const names = choices.map((choice) => plain(choice.name))
  const [found, info, order] = fuzzy.search(names, needle, MOST_SWAPPED)
  const ranked = info && order ? order.map((at) => info.idx[at]) : (found ?? [])
  return ranked.flatMap((at) => (at === undefined ? [] : (choices[at] ?? [])))
}
