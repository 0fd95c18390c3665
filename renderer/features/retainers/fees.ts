import { monthsIn } from '#shared/domain/periods.ts'
import { rulesNow } from '#shared/domain/term.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Day } from '#shared/kernel/day.ts'
import { divideRounded } from '#shared/kernel/rounding.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Retainer } from '#shared/model/engagement.ts'

/** The fee on a day, for a month: of a longer period its share, rounded, so that fees can be compared and summed. */
export const feeOn = (agreement: Agreement, today: Day): number =>
  divideRounded(rulesNow(agreement, today).fee, monthsIn[agreement.period.every])

type Write = (fee: number, currency: string) => string

/** Fees of a month, a sum for each currency: nothing is converted without a rate. */
export function feesText(retainers: readonly Retainer[], today: Day, write: Write, format: Format): string {
  const currencies = [...new Set(retainers.map(({ agreement }) => agreement.currency))]
  const sums = currencies.map((currency) => {
    const same = retainers.filter(({ agreement }) => agreement.currency === currency)
    return write(
      sumOf(same, ({ agreement }) => feeOn(agreement, today)),
      currency,
    )
  })
  return format.list(sums)
}

/** How fees stand in a column: with their currency only where there are several. */
export const feeWriter = (format: Format, retainers: readonly Retainer[]): Write =>
  new Set(retainers.map(({ agreement }) => agreement.currency)).size > 1
    ? (fee, currency) => format.money(fee, currency, 'always')
    : (fee, currency) => format.amount(fee, currency)
