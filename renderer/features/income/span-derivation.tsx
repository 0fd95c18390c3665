import { useMemo } from 'react'
import { earnedInSpan, type Mix, type MixSpan } from '#shared/domain/income/mix.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { PartLink, PartMark } from '../../parts/income-part.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'

interface SpanDerivationProps {
  readonly view: IncomeView
  readonly mix: Mix
  readonly span: MixSpan
  readonly title: string
}

/** Who a quarter's or a year's income came from: what each work has earned in it, the most first; and retainers' part. */
export function SpanDerivation({ view, mix, span, title }: SpanDerivationProps) {
  const { t, format } = useWords()
  const works = useMemo(() => {
    const parts = mix.months
      .filter(({ month }) => month >= span.from && month <= span.to)
      .flatMap((month) => month.parts)
    const earned = new Map<Id, number>()
    for (const { engagementId, isEarned, amount } of parts)
      if (isEarned) earned.set(engagementId, (earned.get(engagementId) ?? 0) + amount)
    return [...earned].map(([engagementId, sum]) => ({ engagementId, sum })).toSorted((a, b) => b.sum - a.sum)
  }, [mix, span])
  const amount = (value: number): string => format.amount(value, view.currency)
  const kinds: Readonly<Record<Engagement['kind'], string>> = {
    retainer: t('income.origin.retained'),
    hourly: t('income.origin.hourly'),
    project: t('income.origin.projects'),
  }
  return (
    <Derivation
      title={title}
      rows={works.map((work) => {
        const engagement = view.engagementOf(work.engagementId)
        return {
          id: work.engagementId,
          mark: <PartMark view={view} part={work} />,
          label: <PartLink view={view} part={work} from={span.from} to={span.to} />,
          reason: engagement ? kinds[engagement.kind] : '',
          figure: amount(work.sum),
        }
      })}
      total={{ label: t('income.origin.all'), figure: amount(earnedInSpan(span)) }}
      foot={
        span.retainedBasisPoints === null
          ? undefined
          : t('income.origin.ofIt', {
              retained: amount(span.retained),
              share: format.percent(span.retainedBasisPoints / 10_000),
            })
      }
    />
  )
}
