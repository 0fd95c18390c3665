import { inSeconds } from '#shared/kernel/units.ts'
import { useWords } from '../../words.tsx'
import type { Sheet } from './sheet.ts'

/** What the three columns of the sheet are called wherever they stand. */
export function useOfferNames({ discountBasisPoints, extra }: Sheet): readonly [string, string, string] {
  const { t, format } = useWords()
  return [
    t('pricing.table.byTheHour'),
    t('pricing.table.off', { discount: format.exactPercent(discountBasisPoints) }),
    t('pricing.table.extra', { extra: format.duration(inSeconds(extra)) }),
  ]
}
