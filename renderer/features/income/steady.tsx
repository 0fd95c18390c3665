import type { ReactNode } from 'react'
import { largestOf } from '#shared/domain/income/steadiness.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import type { Term } from '#shared/i18n/terms/index.ts'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { CoverageDerivation, CoveredDerivation, LargestDerivation, VariationDerivation } from './steady-derivations.tsx'
import { leftOutText } from './words.ts'
import css from './steady.module.css'

/** Whoever brings more than half could not be lost without harm. */
const TOO_MUCH = 5000

/** How steady it is: figures side by side, each of which opens. One that has nothing to compare is left out. */
export function Steady({ view }: { view: IncomeView }) {
  const { t, format } = useWords()
  const { coverageBasisPoints, covered, variation, ahead, behind } = view.steady
  const largest = largestOf(view.steady)
  const shares = ahead.clients.length > 0 ? ahead : behind
  const percent = (basisPoints: number): string => format.percent(basisPoints / 10_000)
  return (
    <section>
      <VisuallyHidden>
        <h2>{t('income.steady.title')}</h2>
      </VisuallyHidden>
      <ul className={cx(css.figures)}>
        {coverageBasisPoints === null ? null : (
          <Item
            figure={percent(coverageBasisPoints)}
            words={t('income.steady.coverage')}
            term="coverage"
            explain={<CoverageDerivation view={view} figure={percent(coverageBasisPoints)} />}
          />
        )}
        {view.target === null ? null : (
          <Item
            figure={t('income.steady.covered', { count: covered.length })}
            words={t('income.steady.coveredWords')}
            explain={<CoveredDerivation view={view} />}
          />
        )}
        {variation === null ? null : (
          <Item
            figure={percent(variation.basisPoints)}
            words={t('income.steady.variation', { without: leftOutText(t, format, variation.without) })}
            term="steadiness"
            explain={<VariationDerivation view={view} variation={variation} figure={percent(variation.basisPoints)} />}
          />
        )}
        {largest === null ? null : (
          <Item
            figure={percent(largest.basisPoints)}
            words={t(largestWords(shares === ahead, largest.basisPoints > TOO_MUCH), {
              client: view.nameOf(largest.clientId),
              without: leftOutText(t, format, shares.without),
            })}
            term="concentration"
            explain={<LargestDerivation view={view} figure={percent(largest.basisPoints)} />}
          />
        )}
      </ul>
    </section>
  )
}

const largestWords = (isAhead: boolean, isRisk: boolean) =>
  isAhead
    ? isRisk
      ? 'income.steady.largestRisk'
      : 'income.steady.largest'
    : isRisk
      ? 'income.steady.largestBehindRisk'
      : 'income.steady.largestBehind'

interface ItemProps {
  figure: string
  words: string
  term?: Term
  explain: ReactNode
}

function Item({ figure, words, term, explain }: ItemProps) {
  return (
    <li className={cx(css.item)}>
      <Figure size="row" explain={explain} explainLabel={`${figure} ${words}`}>
        {figure}
      </Figure>
      <span className={cx(css.words)}>
        {words} {term === undefined ? null : <TermHelp of={term} />}
      </span>
    </li>
  )
}
