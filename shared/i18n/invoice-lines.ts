import { preferencesOf, type Book } from '../domain/book.ts'
import type { DueLine } from '../domain/billing/billed.ts'
import type { ToInvoice } from '../domain/billing/due.ts'
import { periodOn, type Period } from '../domain/periods.ts'
import { addDays, firstDayOf, lastDayOf, monthOf, type Day } from '../kernel/day.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Engagement } from '../model/engagement.ts'
import { atStart } from './at-start.ts'
import { formatter, type Format } from './format.ts'
import { translator } from './languages.ts'
import type { Translator } from './translator.ts'

/** `November 2026` where it is just that month, else `16 October – 15 November 2026`; both days are in it. */
export function spanText(format: Format, first: Day, last: Day): string {
  const isMonth = first === firstDayOf(monthOf(first)) && last === lastDayOf(monthOf(first))
  if (isMonth) return format.month(monthOf(first))
  const isOneYear = first.slice(0, 4) === last.slice(0, 4)
  return `${format.day(first, isOneYear ? 'day' : 'long')} – ${format.day(last, 'long')}`
}

/** A line's words as its client reads them (domain.md, Billing): what it is for, and for when. */
export function lineText(t: Translator, format: Format, engagement: Engagement, line: DueLine): string {
  const name = engagement.name === '' ? t('billing.line.service') : engagement.name
  const { quantity, kind } = line
  const told = { name, when: whenText(format, engagement, line.period) }
  if (kind === 'milestone') return milestoneText(t, engagement, line, name)
  if (kind === 'overage')
    return line.unit === 'hour'
      ? t('billing.line.overTime', { ...told, over: format.exactDuration(quantity) })
      : t('billing.line.over', told)
  if (kind === 'topUp') return t('billing.line.topUp', told)
  if (kind === 'adjustment') return t('billing.line.adjustment', told)
  return atStart(t('billing.line.plain', told))
}

function milestoneText(t: Translator, engagement: Engagement, { milestoneId }: DueLine, name: string): string {
  const milestones = engagement.kind === 'project' ? engagement.milestones : []
  const part = milestones.find(({ id }) => id === milestoneId)?.name ?? ''
  return part === '' ? name : t('billing.line.part', { name, part })
}

/** The period that began on a day: as it is, or one that is no more as it would be if the agreement went on or began then. */
function periodFrom(agreement: Agreement, start: Day): Period | null {
  const open: Agreement = { ...agreement, endsOn: null, term: { ...agreement.term, atEnd: 'open' } }
  const found = periodOn(agreement, start) ?? periodOn(open, start)
  return found?.start === start ? found : periodOn({ ...open, startsOn: start }, start)
}

function whenText(format: Format, engagement: Engagement, start: Day | null): string {
  if (start === null) return ''
  const period = engagement.kind === 'retainer' ? periodFrom(engagement.agreement, start) : null
  return spanText(format, start, period ? addDays(period.end, -1) : lastDayOf(monthOf(start)))
}

/** What makes the draft of what is to be invoiced: its lines in the client's language, issued today, due as is usual. */
export function draftOf(book: Book, { clientId, currency, lines }: ToInvoice, today: Day) {
  const { clients, engagements } = book.workspace.tables
  const language = clients.get(clientId)?.language ?? 'en'
  const [t, format] = [translator(language), formatter(language)]
  return {
    clientId,
    currency,
    issuedOn: today,
    dueOn: addDays(today, preferencesOf(book.workspace).billing.dueDays),
    lines: lines.map((line) => {
      const engagement = engagements.get(line.engagementId)
      return { ...line, text: engagement ? lineText(t, format, engagement, line) : '' }
    }),
  }
}
