import { rulesOn } from '../domain/rules.ts'
import type { Report } from '../domain/report/report.ts'
import { shownRow } from '../domain/ledger/shown-row.ts'
import type { Translator } from '../i18n/translator.ts'

/** What stands in a line of the ledger, in seconds or units. */
export interface StandingRow {
  readonly label: string
  readonly value: number
}

/**
 * The ledger's equation as its client reads it, from what was carried in to what is carried on; zeros are left out, but
 * for what was agreed and delivered. The last row is what is left.
 */
export function standingRows(t: Translator, report: Report): StandingRow[] {
  const { retainer, row, topUps } = report
  const { basis } = retainer.agreement
  const is = shownRow(row, basis)
  const scale = basis === 'hours' ? 60 : 1
  const added = topUps.filter((topUp) => topUp.amount > 0)
  const extra = added.reduce((sum, topUp) => sum + topUp.amount * scale, 0)
  const line = (label: string, value: number): StandingRow[] => (value === 0 ? [] : [{ label, value }])
  return [
    ...line(t('report.paper.carriedIn'), is.opening),
    { label: t('report.paper.agreed'), value: is.granted - extra },
    ...added.flatMap(({ amount: more, price, reason }) => line(addedText(t, price === 0, reason), more * scale)),
    { label: t('report.paper.deliveredRow'), value: is.used },
    ...line(overText(t, report), is.overage),
    ...line(t('report.paper.expired'), is.expired),
    ...line(t('report.paper.dropped'), is.dropped),
    { label: t('report.paper.carriedOn'), value: is.carriedOut },
  ]
}

function addedText(t: Translator, isFree: boolean, reason: string): string {
  if (isFree) return reason === '' ? t('report.paper.goodwillPlain') : t('report.paper.goodwill', { reason })
  return reason === '' ? t('report.paper.toppedUp') : t('report.paper.toppedUpFor', { reason })
}

function overText(t: Translator, { retainer, row }: Report): string {
  const { policy } = rulesOn(retainer.agreement, row.period.start).overage
  return policy === 'absorb' ? t('report.paper.overAbsorbed') : t('report.paper.overBilled')
}
