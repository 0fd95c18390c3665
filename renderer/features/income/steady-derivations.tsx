import type { IncomePart } from '#shared/domain/income/parts.ts'
import type { Variation } from '#shared/domain/income/steadiness.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { PartMark } from '../../parts/income-part.tsx'
import type { Retainer } from '#shared/model/engagement.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { leftOutSentence, missingIn, untilText } from './words.ts'

interface DerivationProps {
  readonly view: IncomeView
  /** The figure that was opened. */
  readonly figure: string
}

/** This month's fees, against the target. */
export function CoverageDerivation({ view, figure }: DerivationProps) {
  const { t, format } = useWords()
  const month = view.months.find(({ month: each }) => each === view.now)
  const amount = (value: number): string => format.amount(value, view.currency)
  const of = { guaranteed: amount(month?.sums.guaranteed ?? 0), target: amount(view.target ?? 0) }
  return (
    <GuaranteedNow
      view={view}
      title={t('income.steady.coverageTitle', { month: format.month(view.now, 'name') })}
      total={{ label: t('income.steady.coverageTotal', of), figure }}
    />
  )
}

interface GuaranteedNowProps {
  readonly view: IncomeView
  readonly title: string
  readonly total: { readonly label: string; readonly figure: string }
}

/** The fees of this month, each with its period and until when it can be counted on. */
export function GuaranteedNow({ view, title, total }: GuaranteedNowProps) {
  const { t, format } = useWords()
  const month = view.months.find(({ month: each }) => each === view.now)
  const parts = (month?.parts ?? []).filter(({ kind }) => kind === 'guaranteed').toSorted((a, b) => b.amount - a.amount)
  const periodOf = ({ agreement }: Retainer, { source }: IncomePart): string =>
    source.what === 'fee' ? periodName(t, format, agreement, source.period, 'name') : ''
  return (
    <Derivation
      title={title}
      rows={parts.map((part, index) => {
        const retainer = view.retainers.find(({ id }) => id === part.engagementId)
        return {
          id: String(index),
          mark: <PartMark view={view} part={part} />,
          label: view.clientOf(part.engagementId)?.name ?? '',
          reason: retainer ? `${periodOf(retainer, part)}, ${untilText(t, format, retainer, view.today)}` : '',
          figure: format.amount(part.amount, view.currency),
        }
      })}
      total={total}
      foot={footOf([view.isMean ? t('income.steady.byPeriod') : null, month ? missingIn(t, format, [month]) : null])}
    />
  )
}

/** Month after month, up to the first that does not cover it. */
export function CoveredDerivation({ view }: { view: IncomeView }) {
  const { t, format } = useWords()
  const { covered, firstShort } = view.steady
  const target = view.target ?? 0
  const amount = (value: number): string => format.amount(value, view.currency)
  return (
    <Derivation
      title={t('income.steady.coveredTitle', { target: format.money(target, view.currency) })}
      rows={[...covered, ...(firstShort ? [firstShort] : [])].map(({ month, sums }) => ({
        id: month,
        label: format.month(month),
        reason:
          sums.guaranteed >= target
            ? t('income.steady.covers')
            : t('income.steady.shortBy', { amount: amount(target - sums.guaranteed) }),
        figure: amount(sums.guaranteed),
      }))}
      total={{
        label: t('income.steady.coveredTotal', { month: format.month(view.now) }),
        figure: t('income.steady.covered', { count: covered.length }),
      }}
      foot={footOf([
        firstShort ? null : t('income.steady.coveredAll'),
        view.isMean ? t('income.steady.byPeriod') : null,
        missingIn(t, format, [...covered, ...(firstShort ? [firstShort] : [])]),
      ])}
    />
  )
}

/** The mean and the standard deviation, of which the figure is the ratio, and how far apart the months are. */
export function VariationDerivation({ view, variation, figure }: DerivationProps & { variation: Variation }) {
  const { t, format } = useWords()
  const amount = (value: number): string => format.amount(value, view.currency)
  const ranked = variation.months.toSorted((a, b) => a.earned - b.earned)
  const [low, high] = [ranked[0], ranked.at(-1)]
  return (
    <Derivation
      title={t('income.steady.variationTitle')}
      rows={[
        { id: 'deviation', label: t('income.steady.variationDeviation'), figure: amount(variation.deviation) },
        {
          id: 'mean',
          label: t('income.steady.variationMean', { count: format.number(variation.months.length) }),
          figure: amount(variation.mean),
        },
      ]}
      total={{ label: t('income.steady.variationTotal'), figure }}
      foot={footOf([
        low && high
          ? t('income.steady.variationFoot', {
              low: amount(low.earned),
              lowMonth: format.month(low.month),
              high: amount(high.earned),
              highMonth: format.month(high.month),
            })
          : null,
        leftOutSentence(t, format, variation.without),
      ])}
    />
  )
}

/** What each client is of what is guaranteed and expected, and who was the largest in the months behind. */
export function LargestDerivation({ view, figure }: DerivationProps) {
  const { t, format } = useWords()
  const { ahead, behind } = view.steady
  const isAhead = ahead.clients.length > 0
  const { clients, without } = isAhead ? ahead : behind
  const [largest] = clients
  const [was] = behind.clients
  const share = (basisPoints: number): string => format.percent(basisPoints / 10_000)
  return (
    <Derivation
      title={t(isAhead ? 'income.steady.largestTitle' : 'income.steady.largestBehindTitle')}
      rows={clients.map(({ clientId, amount, basisPoints }) => {
        const client = view.clients.get(clientId)
        return {
          id: clientId,
          mark: client ? <ClientMark mark={client.mark} size={12} /> : null,
          label: client?.name ?? '',
          reason: share(basisPoints),
          figure: format.amount(amount, view.currency),
        }
      })}
      total={{
        label: t('income.steady.largestTotal', {
          client: (largest && view.nameOf(largest.clientId)) ?? '',
          amount: format.amount(
            sumOf(clients, ({ amount }) => amount),
            view.currency,
          ),
        }),
        figure,
      }}
      foot={footOf([
        leftOutSentence(t, format, without),
        isAhead && was
          ? t('income.steady.largestFoot', { client: view.nameOf(was.clientId), share: share(was.basisPoints) })
          : null,
      ])}
    />
  )
}

const footOf = (sentences: readonly (string | null)[]): string | undefined =>
  sentences.filter((sentence) => sentence !== null).join(' ') || undefined
