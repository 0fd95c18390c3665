import type { ReactNode } from 'react'
import type { Suggestion } from '#shared/domain/suggestion.ts'
import type { Client } from '#shared/model/client.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import css from './readiness-panel.module.css'

const reasons = {
  new: 'clients.suggestion.becauseNew',
  known: 'clients.suggestion.becauseKnown',
  regular: 'clients.suggestion.becauseRegular',
  kept: 'clients.suggestion.becauseKept',
} as const

/** What to offer a client, and why just that: each figure with its reason. */
export function SuggestionText({ suggestion, client }: { suggestion: Suggestion; client: Client }) {
  const { t, format } = useWords()
  const { included, fee, rate, isPaidRate, months, term, agreement } = suggestion
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const hours = format.duration(included * 60)
  const told = { hours, fee: format.money(fee, client.currency), periods: String(term.periods), b }
  const anHour = { rate: format.money(rate, client.currency) }
  const span = { from: format.month(months.from, 'long'), to: format.month(months.to, 'long') }
  return (
    <>
      <p className={cx(css.lead)}>
        {term.trial
          ? t.rich('clients.suggestion.trial', { ...told, next: String(agreement.leadsTo ?? '') })
          : t.rich('clients.suggestion.term', told)}
      </p>
      <ul className={cx(css.reasons)}>
        <li>
          {months.from === months.to
            ? t('clients.suggestion.hoursWhyOne', { hours, month: span.from })
            : t('clients.suggestion.hoursWhy', { hours, ...span })}
        </li>
        <li>{isPaidRate ? t('clients.suggestion.paidWhy', anHour) : t('clients.suggestion.listWhy', anHour)}</li>
        <li>{t(reasons[term.because])}</li>
      </ul>
    </>
  )
}
