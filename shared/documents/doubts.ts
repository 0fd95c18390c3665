import { lastRules } from '../domain/dated-terms.ts'
import { monthsIn } from '../domain/periods.ts'
import type { Proposal } from '../model/proposal.ts'
import { amountOf, keptText, lengthText, type Written } from './agreed-rows.ts'

/** What clients usually doubt, answered from the terms themselves (domain.md, Proposal), to be changed by the user. */
export const usualDoubts = (written: Written): Proposal['doubts'] => [
  { question: written.t('documents.doubtsAsked.hourly'), answer: written.t('documents.doubtsAsked.hourlyText') },
  { question: written.t('documents.doubtsAsked.less'), answer: lessAnswer(written) },
  { question: written.t('documents.doubtsAsked.burnt'), answer: burntAnswer(written) },
]

function lessAnswer(written: Written): string {
  const { t, agreement } = written
  if (agreement.basis === 'access') return t('documents.doubtsAsked.lessAccess')
  const { rollover, included } = lastRules(agreement)
  if (rollover !== null) return t('documents.doubtsAsked.lessCarries', { kept: keptText(written) })
  const every = monthsIn[agreement.period.every]
  return t('documents.doubtsAsked.lessLapses', { amount: amountOf(written, included), every })
}

function burntAnswer(written: Written): string {
  const { t, agreement } = written
  const every = monthsIn[agreement.period.every]
  if (agreement.trial)
    return t('documents.doubtsAsked.burntTrial', { length: lengthText(written, agreement.term.periods), every })
  return t('documents.doubtsAsked.burntTerm', { every, days: agreement.noticeDays })
}
