import type { Prospect } from '#shared/domain/income/prospect.ts'
import type { Format } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { addDays, type Day } from '#shared/kernel/day.ts'
import { fromDigit, opening } from './words.ts'

/** What the opening sentence is about. */
export interface SentenceFacts {
  readonly prospect: Prospect | null
  /** The last day of the last retainer there was, when nothing is to come. */
  readonly endedOn: Day | null
  readonly currency: string
  /** null where none is set. */
  readonly target: number | null
  /** Whether what is guaranteed rests: a retainer is paused today. */
  readonly isPaused: boolean
  /** Whether anything else comes in, or came in over the last year. */
  readonly earns: boolean
}

/** A piece of the sentence: words, a day in strong, or a figure that opens what it is made of. */
export interface SentencePart {
  readonly text: string
  readonly role: 'words' | 'day' | 'now' | 'peak' | 'after' | 'expected' | 'inAll' | 'month'
}

/**
 * What can be counted on, until when, against the target, and what it falls to (design, Principles 1). Every variant
 * says only what the steps hold; see the test for each of them in both languages.
 */
export function incomeSentence(t: Translator, format: Format, facts: SentenceFacts): SentencePart[] {
  const { prospect } = facts
  if (prospect === null) return partsOf(nothingAhead(t, format, facts))
  const said =
    prospect.inAll === null
      ? [countedText(t, format, prospect, facts), fallText(t, format, prospect, facts.currency)]
      : [inAllText(t, format, prospect, prospect.inAll, facts)]
  const all = [...said, monthText(t, format, prospect, facts.currency)]
  return partsOf(all.filter((sentence) => sentence !== null).join(' '))
}

export const plainSentence = (parts: readonly SentencePart[]): string => parts.map(({ text }) => text).join('')

const nothingAhead = (t: Translator, format: Format, { endedOn, isPaused, earns }: SentenceFacts): string =>
  endedOn === null
    ? t(isPaused ? 'income.sentence.paused' : earns ? 'income.sentence.none' : 'income.sentence.nothing')
    : t.markup('income.sentence.ended', { until: theDay(format, endedOn, 'long'), b: strongDay })

function countedText(t: Translator, format: Format, prospect: Prospect, facts: SentenceFacts): string {
  const { now, peak, fall } = prospect
  const words = {
    amount: format.money(now.guaranteed, facts.currency),
    more: format.money((peak ?? now).guaranteed, facts.currency),
    day: peak ? theDay(format, peak.from, 'day', 'dal') : '',
    until: fall ? theDay(format, addDays(fall.day, -1), 'day', 'al') : '',
    comparison: comparison(t, (peak ?? now).guaranteed, facts.target),
    now: marked('now'),
    peak: marked('peak'),
    b: strongDay,
  }
  if (now.guaranteed === 0 && facts.isPaused)
    return fall ? t.markup('income.sentence.resumesUntil', words) : t.markup('income.sentence.resumes', words)
  if (now.guaranteed === 0)
    return fall ? t.markup('income.sentence.beginsUntil', words) : t.markup('income.sentence.begins', words)
  if (peak) return fall ? t.markup('income.sentence.risesUntil', words) : t.markup('income.sentence.rises', words)
  return fall ? t.markup('income.sentence.until', words) : t.markup('income.sentence.year', words)
}

/** Of fees for a quarter or a year: what the months ahead guarantee in all, as the chart and the steadiness have them. */
function inAllText(
  t: Translator,
  format: Format,
  { now, fall }: Prospect,
  { amount, mean, months }: NonNullable<Prospect['inAll']>,
  { currency, target }: SentenceFacts,
): string {
  const words = {
    amount: format.money(amount, currency),
    mean: format.money(mean, currency),
    count: format.number(months.length),
    until: theDay(format, addDays(fall?.day ?? now.end, -1), 'day', 'al'),
    comparison: comparison(t, mean, target),
    all: marked('inAll'),
    b: strongDay,
  }
  if (amount === 0) return t.markup('income.sentence.paidUp', words)
  return fall ? t.markup('income.sentence.inAllUntil', words) : t.markup('income.sentence.inAll', words)
}

/** Where today's month has another sum than the level by the day, that sum: a fee counts in the month in which its period starts. */
function monthText(t: Translator, format: Format, prospect: Prospect, currency: string): string | null {
  const { thisMonth, now, inAll } = prospect
  if (inAll === null ? thisMonth.guaranteed === now.guaranteed : inAll.amount === 0) return null
  const words = {
    month: opening(format.month(thisMonth.month, 'name')),
    amount: format.money(thisMonth.guaranteed, currency),
    own: marked('month'),
  }
  return thisMonth.guaranteed === 0
    ? t('income.sentence.monthNothing', words)
    : t.markup('income.sentence.month', words)
}

/** In whole percents up to twice the target, then in times; never "zero per cent over". */
function comparison(t: Translator, amount: number, target: number | null): string {
  if (target === null) return ''
  if (amount === target) return t('income.sentence.exactly')
  const times = Math.floor(amount / target)
  if (times >= 2)
    return t(amount % target === 0 ? 'income.sentence.timesExactly' : 'income.sentence.timesOver', { times })
  const count = Math.round((Math.abs(amount - target) / target) * 100)
  if (count === 0) return amount > target ? t('income.sentence.justOver') : t('income.sentence.justShort')
  const percent = t('income.sentence.percent', { count })
  return amount > target ? t('income.sentence.over', { percent }) : t('income.sentence.short', { percent })
}

function fallText(t: Translator, format: Format, prospect: Prospect, currency: string): string | null {
  const { fall, stillExpected } = prospect
  if (fall === null) return null
  const words = {
    day: opening(theDay(format, fall.day)),
    amount: format.money(fall.to, currency),
    expected: format.money(stillExpected, currency),
    after: marked('after'),
    more: marked('expected'),
  }
  if (fall.to === 0)
    return stillExpected > 0
      ? t.markup('income.sentence.fallsToExpected', words)
      : t('income.sentence.fallsToNothing', words)
  return stillExpected > 0 ? t.markup('income.sentence.fallsExpected', words) : t.markup('income.sentence.falls', words)
}

/** Roles travel through the message as characters that no text has: the words stay plain and can be tested. */
const [OPEN, NAMED, CLOSE] = ['\uE001', '\uE002', '\uE003']

const marked =
  (role: SentencePart['role']) =>
  (chunks: string): string =>
    `${OPEN}${role}${NAMED}${chunks}${CLOSE}`

/** Of "al 31 dicembre" the day alone is strong, not its article. */
const strongDay = (chunks: string): string => {
  // Typed as text, it comes as a list of one.
  const text = [chunks].flat().join('')
  const day = fromDigit(text)
  return `${text.slice(0, text.length - day.length)}${marked('day')(day)}`
}

const partsOf = (text: string): SentencePart[] =>
  text
    .split(/(\uE001[^\uE003]*\uE003)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const match = /^\uE001(day|now|peak|after|expected|inAll|month)\uE002([^\uE003]*)\uE003$/.exec(piece)
      return match ? { role: match[1] as SentencePart['role'], text: match[2] ?? '' } : { role: 'words', text: piece }
    })
