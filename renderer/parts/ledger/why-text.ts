import type { Explained, LotFacts } from '#shared/domain/ledger/explain/reason.ts'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { amountInColumn, amountInWords } from '#shared/i18n/amounts.ts'
import type { Format } from '#shared/i18n/format.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Period } from '#shared/domain/periods.ts'
import { periodName } from '#shared/i18n/period-name.ts'

/** What a part of a figure is called, and beside it what is to be known of it. */
export interface WhyWords {
  readonly label: string
  readonly reason?: string | undefined
}

/** The words of a part; `noteOf` has those of an entry or a delivery by its id. */
export function whyWords(
  t: Translator,
  format: Format,
  agreement: Agreement,
  { reason, of }: Explained,
  noteOf: (id: string) => string,
): WhyWords {
  const { basis, currency } = agreement
  const nameOf = (period: Period | null): string =>
    period === null ? '' : periodName(t, format, agreement, period, 'name')
  const lot = (facts: LotFacts): WhyWords => lotWords(t, format, nameOf, facts)
  const money = (amount: number): string => format.money(amount, currency)
  switch (reason.kind) {
    case 'figure':
      return { label: t('retainers.why.used') }
    case 'held':
    case 'adjusted':
    case 'drawn':
    case 'expired':
      return lot(reason.lot)
    case 'covered':
      return { ...lot(reason.lot), reason: t('retainers.why.covered') }
    case 'dropped': {
      const cap = reason.cap === null ? '' : amountInColumn(format, basis, reason.cap * scaleOf(agreement))
      return { ...lot(reason.lot), reason: cap === '' ? undefined : t('retainers.why.cap', { cap }) }
    }
    case 'repaid':
      return { label: t('retainers.moves.taken', { month: nameOf(reason.to) }) }
    case 'borrowed':
      return { label: t('retainers.why.borrowed', { day: theDay(format, reason.from, 'day', 'dal') }) }
    case 'unrepaid':
      return { label: t('retainers.why.unrepaid', { month: nameOf(reason.to) }) }
    case 'version': {
      if (!reason.version) return { label: t('retainers.why.notAgreed') }
      const { from, fee, included } = reason.version
      const hours = amountInWords(t, format, basis, included * scaleOf(agreement))
      const label = t('retainers.why.version', { day: theDay(format, from, 'long', 'dal') })
      return { label, reason: t('retainers.editor.hoursFor', { hours, fee: money(fee) }) }
    }
    case 'pause':
      return { label: t('retainers.why.pause', { day: theDay(format, reason.from, 'long', 'dal') }) }
    case 'proration':
      return { label: t('retainers.why.proration', { days: String(reason.days), whole: String(reason.wholeDays) }) }
    case 'topUp': {
      const day = theDay(format, reason.topUp.on, 'day')
      return { label: t('retainers.why.topUp', { day }), reason: reason.topUp.reason }
    }
    case 'day':
      return { label: format.day(reason.day, 'day'), reason: notesIn(format, of, noteOf) }
    case 'entry':
      return { label: noteOf(reason.entryId) }
    case 'rounding':
      return { label: t('retainers.editor.rounding') }
    case 'quota':
      return { label: t('retainers.why.quota', { name: reason.name ?? reason.perkId }) }
    case 'delivery':
      return { label: format.day(reason.day, 'day'), reason: noteOf(reason.deliveryId) }
    case 'rate':
    case 'absorbed':
      return { label: amountInWords(t, format, basis, reason.overage) }
    case 'perHour': {
      const told = { fee: money(reason.fee), worked: format.duration(reason.worked) }
      return { label: t('retainers.why.perHour', told) }
    }
    case 'notWorked':
      return { label: t('retainers.why.notWorked') }
    case 'sinceClosed':
      return { label: t('retainers.why.sinceClosed') }
    case 'unlisted':
      return { label: t('retainers.why.unlisted') }
    default:
      return assertNever(reason)
  }
}

function lotWords(
  t: Translator,
  format: Format,
  nameOf: (period: Period | null) => string,
  { source, period, topUp, lastDay }: LotFacts,
): WhyWords {
  const label =
    source === 'topUp'
      ? topUp
        ? t('retainers.why.topUp', { day: theDay(format, topUp.on, 'day') })
        : t('retainers.moves.topUp')
      : t('retainers.moves.included', { month: nameOf(period) })
  return { label, reason: lastDay === null ? undefined : t('retainers.why.until', { day: theDay(format, lastDay) }) }
}

/** What was worked on a day, nothing twice; the rounding of it is in the figure. */
function notesIn(format: Format, parts: readonly Explained[], noteOf: (id: string) => string): string | undefined {
  const notes = parts.flatMap(({ reason }) => (reason.kind === 'entry' ? [noteOf(reason.entryId)] : []))
  const named = [...new Set(notes)].filter((note) => note !== '')
  return named.length === 0 ? undefined : format.list(named)
}
