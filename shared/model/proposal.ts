import { z } from 'zod'
import { textSchema } from './quantities.ts'

/** Who proposes: each trade knows other problems of its clients. */
export const trades = ['writer', 'designer', 'developer', 'marketer', 'lawyer', 'coach', 'other'] as const
export type Trade = (typeof trades)[number]

/** What clients usually doubt: why not by the hour, what if less is used, that they were burnt before. */
export const usualDoubtNames = ['hourly', 'less', 'burnt'] as const
export type UsualDoubt = (typeof usualDoubtNames)[number]

const said = textSchema.default('')
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(100).default([])

/**
 * What is said to a client of a retainer that they may sign (domain.md, Proposal). Fee, included work, perks and term are
 * the agreement's own and are not written twice. Empty texts are not on the page.
 */
export const proposalSchema = z.looseObject({
  trade: z.enum(trades).default('other'),
  opening: said,
  /** What the client is troubled by, and how it is when that is solved. */
  problems: many(z.looseObject({ problem: said, outcome: said })),
  service: said,
  /** With `usual` it is answered from the terms, as they are: what stands in it is how it read when it was taken. */
  doubts: many(z.looseObject({ question: said, answer: said, usual: z.enum(usualDoubtNames).optional() })),
  /** Whether what was agreed and delivered so far is on it. */
  hasRecord: z.boolean().default(true),
  closing: said,
  /** What the agreement says beside its terms; null until somebody has looked at them: then those that are usual. */
  clauses: z
    .array(z.looseObject({ title: said, text: said }))
    .max(100)
    .nullable()
    .default(null),
})
export type Proposal = z.infer<typeof proposalSchema>
export type Clause = NonNullable<Proposal['clauses']>[number]

/** The parts of a document for which texts are kept to be used again. */
export const textPlaces = ['opening', 'service', 'doubt', 'closing', 'clause'] as const

/** A text that the user keeps, to begin with it again for another client of that language. */
export const keptTextSchema = z.looseObject({
  id: z.string().min(1).max(100),
  place: z.enum(textPlaces),
  language: z.enum(['en', 'it']),
  /** Of a doubt the question, of a clause its head; of others what it is called. */
  name: textSchema,
  text: textSchema,
})
export type KeptText = z.infer<typeof keptTextSchema>
