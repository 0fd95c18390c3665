import type { Translator } from '../i18n/translator.ts'
import type { Proposal, Trade } from '../model/proposal.ts'

type Problem = Proposal['problems'][number]

/** Problems that clients of a trade often have, each with what could be offered for it, in the client's language. */
export function promptsFor(t: Translator, trade: Trade): Problem[] {
  const pairs: Record<Trade, () => readonly (readonly [problem: string, outcome: string])[]> = {
    writer: () => [
      [t('documents.prompts.writer.problem1'), t('documents.prompts.writer.outcome1')],
      [t('documents.prompts.writer.problem2'), t('documents.prompts.writer.outcome2')],
      [t('documents.prompts.writer.problem3'), t('documents.prompts.writer.outcome3')],
    ],
    designer: () => [
      [t('documents.prompts.designer.problem1'), t('documents.prompts.designer.outcome1')],
      [t('documents.prompts.designer.problem2'), t('documents.prompts.designer.outcome2')],
      [t('documents.prompts.designer.problem3'), t('documents.prompts.designer.outcome3')],
    ],
    developer: () => [
      [t('documents.prompts.developer.problem1'), t('documents.prompts.developer.outcome1')],
      [t('documents.prompts.developer.problem2'), t('documents.prompts.developer.outcome2')],
      [t('documents.prompts.developer.problem3'), t('documents.prompts.developer.outcome3')],
    ],
    marketer: () => [
      [t('documents.prompts.marketer.problem1'), t('documents.prompts.marketer.outcome1')],
      [t('documents.prompts.marketer.problem2'), t('documents.prompts.marketer.outcome2')],
      [t('documents.prompts.marketer.problem3'), t('documents.prompts.marketer.outcome3')],
    ],
    lawyer: () => [
      [t('documents.prompts.lawyer.problem1'), t('documents.prompts.lawyer.outcome1')],
      [t('documents.prompts.lawyer.problem2'), t('documents.prompts.lawyer.outcome2')],
      [t('documents.prompts.lawyer.problem3'), t('documents.prompts.lawyer.outcome3')],
    ],
    coach: () => [
      [t('documents.prompts.coach.problem1'), t('documents.prompts.coach.outcome1')],
      [t('documents.prompts.coach.problem2'), t('documents.prompts.coach.outcome2')],
      [t('documents.prompts.coach.problem3'), t('documents.prompts.coach.outcome3')],
    ],
    other: () => [
      [t('documents.prompts.other.problem1'), t('documents.prompts.other.outcome1')],
      [t('documents.prompts.other.problem2'), t('documents.prompts.other.outcome2')],
      [t('documents.prompts.other.problem3'), t('documents.prompts.other.outcome3')],
    ],
  }
  return pairs[trade]().map(([problem, outcome]) => ({ problem, outcome }))
}
