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
  readonly role: 'words' | 'day' | 'now' | 'peak' | 'after' | 'expected'
}

/**
 * What can be counted on, until when, against the target, and what it falls to (design, Principles 1). Every variant
 * says only what the steps hold; see the test for each of them in both languages.
 */
export function incomeSentence(t: Translator, format: Format, facts: SentenceFacts): SentencePart[] {
  const { prospect } = facts
  if (prospect === null) return partsOf(nothingAhead(t, format, facts))
  const fall = fallText(t, format, prospect, facts.currency)
  const counted = countedText(t, format, prospect, facts)
  return partsOf(fall === null ? counted : `${counted} ${fall}`)
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
      const match = /^\uE001(day|now|peak|after|expected)\uE002([^\uE003]*)\uE003$/.exec(piece)
      return match ? { role: match[1] as SentencePart['role'], text: match[2] ?? '' } : { role: 'words', text: piece }
    })
