import type { Engagement } from '../model/engagement.ts'
import type { Book } from './book.ts'

/** What was worked out of an engagement, by what was asked, and all that it was worked out from. */
interface Kept<Value> {
  readonly totals: Book['totals']
  readonly touched: number | undefined
  readonly byQuestion: Map<string, Value>
}

/** The screen's, a year earlier and later, all of the past, and the same supposing something. */
const MOST_QUESTIONS = 8

/** All that a work depends on besides the engagement and what was done on it. */
type Question = Readonly<Record<string, string | number>>

/**
 * Work over all that was done on one engagement: done once for each question until that, or the agreement, changes. A
 * change is mostly one engagement's, so what the others bring is not worked out again, however long they have been.
 */
export function onceAWork<Asked extends Question, Value>(
  work: (book: Book, engagement: Engagement, of: Asked) => Value,
): (book: Book, engagement: Engagement, of: Asked) => Value {
  const kept = new WeakMap<Engagement, Kept<Value>>()
  return (book, engagement, of) => {
    const { totals } = book
    const touched = book.touched.get(engagement.id)
    const before = kept.get(engagement)
    const isSame = before?.totals === totals && before.touched === touched && before.byQuestion.size < MOST_QUESTIONS
    const known: Kept<Value> = isSame ? before : { totals, touched, byQuestion: new Map() }
    kept.set(engagement, known)
    const question = Object.values(of).join(' ')
    const value = known.byQuestion.get(question) ?? work(book, engagement, of)
    known.byQuestion.set(question, value)
    return value
  }
}
