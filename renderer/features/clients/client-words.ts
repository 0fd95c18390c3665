import type { Readiness } from '#shared/domain/readiness.ts'
import type { Format } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { monthOf } from '#shared/kernel/day.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
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

/** What was agreed of it, in the fewest words. */
export function workTerms(t: Translator, format: Format, client: Client, engagement: Engagement): string {
  switch (engagement.kind) {
    case 'hourly':
      return t('clients.page.anHour', { rate: format.money(engagement.rates.at(-1)?.rate ?? 0, client.currency) })
    case 'retainer': {
      const { versions, currency } = engagement.agreement
      const version = versions.at(-1)
      return t('clients.page.retainerTerms', {
        hours: format.duration((version?.included ?? 0) * 60),
        fee: format.money(version?.fee ?? 0, currency),
      })
    }
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
