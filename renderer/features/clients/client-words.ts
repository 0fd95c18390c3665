import { rateOn } from '#shared/domain/income/hourly.ts'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { monthsIn } from '#shared/domain/periods.ts'
import type { Rules } from '#shared/domain/rules.ts'
import type { Readiness } from '#shared/domain/readiness.ts'
import { agreedRules, termsAhead } from '#shared/domain/dated-terms.ts'
import { pauseOn, pausesIn } from '#shared/domain/versions.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import type { Format } from '#shared/i18n/format.ts'
import { atStart } from '#shared/i18n/at-start.ts'
import { pauseText } from '#shared/i18n/pause-text.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { monthOf, type Day } from '#shared/kernel/day.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement } from '#shared/model/engagement.ts'

export const kindTones = { retainer: 'guaranteed', project: 'variable', hourly: 'hourly' } as const

/** Where a client without a retainer stands, in one line. */
export function readinessText(t: Translator, format: Format, ready: Readiness): string {
  const { lastWorked, monthsWorked, usual } = ready
  if (lastWorked === null) return t('clients.readiness.never')
  if (monthsWorked === 0) return t('clients.readiness.long', { month: format.month(monthOf(lastWorked), 'long') })
  const written = format.duration(usual)
  return monthsWorked === 6
    ? t('clients.readiness.each', { usual: written })
    : t('clients.readiness.some', { count: String(monthsWorked), usual: written })
}

/** What is agreed of it on a day, in the fewest words. */
export function workTerms(t: Translator, format: Format, client: Client, engagement: Engagement, today: Day): string {
  switch (engagement.kind) {
    case 'hourly':
      return t('clients.page.anHour', { rate: format.money(rateOn(engagement, today), client.currency) })
    case 'retainer':
      return retainerTerms(t, format, engagement.agreement, today)
    case 'project': {
      const parts = engagement.milestones.toSorted((a, b) => (a.on < b.on ? -1 : 1))
      const last = parts.at(-1)
      if (!last) return '–'
      const fee = format.money(
        parts.reduce((sum, part) => sum + part.amount, 0),
        client.currency,
      )
      const day = theDay(format, last.on, 'long')
      return parts.length === 1
        ? t('clients.page.feeOn', { fee, day })
        : t('clients.page.feeParts', { fee, count: parts.length, day })
    }
    default:
      return assertNever(engagement)
  }
}

/** The terms in force, or the pause that lies over them, and what is agreed to take their place. */
function retainerTerms(t: Translator, format: Format, agreement: Agreement, today: Day): string {
  const pause = pauseOn(agreement.versions, today)
  const now = pause
    ? atStart(pauseText(t, format, pause, today))
    : rulesText(t, format, agreement, agreedRules(agreement, today))
  const [next] = termsAhead(agreement, today)
  const rest = pausesIn(agreement.versions).find(({ from }) => from > today)
  if (!next)
    return rest ? t('retainers.terms.thenPause', { terms: now, pause: pauseText(t, format, rest, today) }) : now
  const then = rulesText(t, format, agreement, next.rules)
  return t('clients.page.thenTerms', { now, day: theDay(format, next.from, 'long', 'dal'), next: then })
}

function rulesText(t: Translator, format: Format, agreement: Agreement, { fee: minor, included }: Rules): string {
  const [fee, every] = [format.money(minor, agreement.currency), monthsIn[agreement.period.every]]
  if (agreement.basis === 'access') return t('clients.page.accessTerms', { fee, every })
  const amount = amountInWords(t, format, agreement.basis, included * scaleOf(agreement))
  return t('clients.page.retainerTerms', { amount, fee, every })
}
