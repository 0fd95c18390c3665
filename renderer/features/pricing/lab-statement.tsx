import type { ReactNode } from 'react'
import { inSeconds } from '#shared/kernel/units.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useWords } from '../../words.tsx'
import type { Sheet } from './sheet.ts'

/** What follows from the sheet, in a sentence: keep the fee, or do not, and why. */
export function LabStatement({ sheet }: { sheet: Sheet }) {
  const { t, format } = useWords()
  const { result, discountBasisPoints, extra, currency } = sheet
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const rate = () => <RateFigure key="rate" sheet={sheet} />
  const year = () => <YearFigure key="year" sheet={sheet} />
  const off = () => <b key="off">{format.money(result.discountedRate, currency)}</b>
  const words = {
    extra: format.duration(inSeconds(extra)),
    discount: format.exactPercent(discountBasisPoints),
    even: format.exactDuration(result.breakEvenSeconds ?? 0),
  }
  return <Statement>{t.rich(sentenceOf(sheet), { ...words, b, rate, year, off })}</Statement>
}

/** Without a discount or without extras there is nothing to weigh; else which of them is better. */
function sentenceOf({ discountBasisPoints, extra, result }: Sheet) {
  if (discountBasisPoints === 0) return extra === 0 ? 'pricing.sentence.neither' : 'pricing.sentence.plain'
  if (extra === 0) return 'pricing.sentence.noExtra'
  const byBetter = {
    perks: 'pricing.sentence.perks',
    discount: 'pricing.sentence.discount',
    same: 'pricing.sentence.same',
  } as const
  return byBetter[result.better]
}

/** What an hour earns with the extra time: the fee over all the time that is given for it. */
function RateFigure({ sheet }: { sheet: Sheet }) {
  const { t, format } = useWords()
  const { result, currency, hours, extra } = sheet
  const rate = format.money(result.valueAddRate ?? 0, currency)
  const title = t('pricing.why.rate')
  const rows = [
    { id: 'fee', label: t('pricing.table.fee'), figure: format.amount(result.piecemeal, currency) },
    { id: 'hours', label: t('pricing.why.agreed'), figure: format.hours(inSeconds(hours)) },
    { id: 'extra', label: t('pricing.why.extra'), figure: format.hours(inSeconds(extra)) },
  ]
  return (
    <Figure
      explainLabel={title}
      explain={<Derivation title={title} rows={rows} total={{ label: t('pricing.why.rateTotal'), figure: rate }} />}
    >
      {rate}
    </Figure>
  )
}

/** What the discount would give away in a year. */
function YearFigure({ sheet }: { sheet: Sheet }) {
  const { t, format } = useWords()
  const { result, currency, input, discountBasisPoints } = sheet
  const year = format.money(result.givenAwayPerYear, currency)
  const title = t('pricing.why.year')
  const times = input.periodsPerYear
  const rows = [
    {
      id: 'full',
      label: t('pricing.why.full', { count: times }),
      figure: format.amount(result.piecemeal * times, currency),
    },
    {
      id: 'off',
      label: t('pricing.why.off', { count: times, discount: format.exactPercent(discountBasisPoints) }),
      figure: format.amount(0 - result.discountedFee * times, currency),
    },
  ]
  return (
    <Figure
      explainLabel={title}
      explain={<Derivation title={title} rows={rows} total={{ label: t('pricing.why.yearTotal'), figure: year }} />}
    >
      {year}
    </Figure>
  )
}
