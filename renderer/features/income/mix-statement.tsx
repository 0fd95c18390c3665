import { useMemo, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { beforeAndAfter, retainedSince } from '#shared/domain/income/before-and-after.ts'
import type { LeftOut } from '#shared/domain/income/comparable.ts'
import type { Mix, MixSpan } from '#shared/domain/income/mix.ts'
import type { Variation } from '#shared/domain/income/steadiness.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { addToMonth, type Month } from '#shared/kernel/day.ts'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { SpanDerivation } from './span-derivation.tsx'
import { VariationDerivation } from './steady-derivations.tsx'
import { leftOutSentence } from './words.ts'

interface MixStatementProps {
  readonly mix: Mix
  readonly book: Book
  readonly view: IncomeView
}

/** What retainers are of it now, what they were a year before, and whether months are steadier for it. */
export function MixStatement({ mix, book, view }: MixStatementProps) {
  const { t, format } = useWords()
  const steadier = useMemo(() => steadierSince(book, mix, view), [book, mix, view])
  // The running one has its hours so far, and its fees only once their month is over.
  const told = mix.spans.filter(({ retainedBasisPoints }) => retainedBasisPoints !== null)
  const last = told.findLast((span) => isWhole(mix, span, view.now)) ?? told.at(-1)
  const before = last && spanBefore(mix, last)
  if (!last || last.retainedBasisPoints === null) return null
  const percent = (basisPoints: number): string => format.percent(basisPoints / 10_000)
  const span = (of: MixSpan, share: string) => (text: ReactNode) => (
    <Figure
      explainLabel={spanName(t, mix, of)}
      explain={<SpanDerivation {...{ view, mix, span: of, title: spanName(t, mix, of), share }} />}
    >
      {text}
    </Figure>
  )
  const without = steadier && leftOutSentence(t, format, bothLeftOut(steadier.before.without, steadier.after.without))
  const share = percent(last.retainedBasisPoints)
  const words = { share, span: spanName(t, mix, last), now: span(last, share) }
  const was = before?.retainedBasisPoints ?? null
  const variation = (of: Variation) => (text: ReactNode) => (
    <Figure
      explainLabel={t('income.steady.variationTitle')}
      explain={<VariationDerivation view={view} variation={of} figure={percent(of.basisPoints)} />}
    >
      {text}
    </Figure>
  )
  return (
    <Statement>
      {before === undefined || was === null
        ? t.rich('income.origin.share', words)
        : t.rich('income.origin.shareBefore', { ...words, before: percent(was), was: span(before, percent(was)) })}
      {steadier
        ? [
            ' ',
            t.rich('income.origin.steadier', {
              before: percent(steadier.before.basisPoints),
              after: percent(steadier.after.basisPoints),
              was: variation(steadier.before),
              now: variation(steadier.after),
            }),
            without === null ? null : ` ${without}`,
          ]
        : null}
    </Statement>
  )
}

/** Of both sides that are set against each other. */
const bothLeftOut = (one: LeftOut, other: LeftOut): LeftOut => ({
  currencies: [...new Set([...one.currencies, ...other.currencies])],
  months: [...one.months, ...other.months],
})

/** Whether it is over. */
export const isWhole = ({ every }: Mix, { from }: MixSpan, now: Month): boolean =>
  addToMonth(from, every === 'year' ? 12 : 3) <= now

/** The same quarter a year before, or the year before. */
const spanBefore = ({ spans }: Mix, last: MixSpan): MixSpan | undefined =>
  spans.find(({ from }) => from === addToMonth(last.from, -12))

/** How far months strayed in the year before the first retainer and in the last; null where either is not known. */
function steadierSince(book: Book, { months }: Mix, { currency, now }: IncomeView) {
  const since = retainedSince(book, currency)
  if (since === null) return null
  const { before, after } = beforeAndAfter(months, since, now)
  return before && after ? { before, after } : null
}

/** "Q3 2026", "2026". */
export function spanName(t: Translator, { every }: Mix, { from }: MixSpan): string {
  const year = from.slice(0, 4)
  return every === 'year' ? year : t('income.origin.quarterOf', { quarter: quarterOf(from), year })
}

export const quarterOf = (from: MixSpan['from']): string => String(Math.ceil(Number(from.slice(5, 7)) / 3))
