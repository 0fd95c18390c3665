import { monthsIn } from '../domain/periods.ts'
import { usualDoubtNames, type Proposal, type UsualDoubt } from '../model/proposal.ts'
import { amountOf, keptText, lengthText, type Written } from './agreed-rows.ts'

/** A doubt as it stands on the page. */
export interface Said {
  readonly question: string
  readonly answer: string
}

/** What clients usually doubt, answered from the terms themselves (domain.md, Proposal), to be changed by the user. */
export const usualDoubts = (written: Written): (Said & { readonly usual: UsualDoubt })[] =>
  usualDoubtNames.map((usual) => ({ usual, ...usualDoubt(written, usual) }))

/**
 * The doubts of a proposal: one that was taken as it is usually answered follows the terms, whatever they become; one
 * that somebody wrote stays as it was written.
 */
export const doubtsOf = (written: Written, { doubts }: Pick<Proposal, 'doubts'>): Said[] =>
  doubts.map(({ usual, question, answer }) => (usual ? usualDoubt(written, usual) : { question, answer }))

function usualDoubt(written: Written, usual: UsualDoubt): Said {
  const { t } = written
  const answers = {
    hourly: () => t('documents.doubtsAsked.hourlyText'),
    less: () => lessAnswer(written),
    burnt: () => burntAnswer(written),
  }
  const questions = {
    hourly: t('documents.doubtsAsked.hourly'),
    less: t('documents.doubtsAsked.less'),
    burnt: t('documents.doubtsAsked.burnt'),
  }
  return { question: questions[usual], answer: answers[usual]() }
}

function lessAnswer(written: Written): string {
  const { t, agreement, rules } = written
  if (agreement.basis === 'access') return t('documents.doubtsAsked.lessAccess')
  if (rules.rollover !== null) return t('documents.doubtsAsked.lessCarries', { kept: keptText(written) })
  const every = monthsIn[agreement.period.every]
  return t('documents.doubtsAsked.lessLapses', { amount: amountOf(written, rules.included), every })
}

function burntAnswer(written: Written): string {
  const { t, agreement } = written
  const every = monthsIn[agreement.period.every]
  if (agreement.trial)
    return t('documents.doubtsAsked.burntTrial', { length: lengthText(written, agreement.term.periods), every })
  const { term, basis, noticeDays: days } = agreement
  const length = lengthText(written, term.periods)
  const ends = {
    renews: t('documents.doubtsAsked.burntRenews', { length, days }),
    ends: t('documents.doubtsAsked.burntEnds', { length }),
    open: t('documents.doubtsAsked.burntOpen', { days }),
  }
  return [t('documents.doubtsAsked.burntReport', { every, basis }), ends[term.atEnd]].join(' ')
}
