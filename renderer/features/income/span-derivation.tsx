import { useMemo } from 'react'
import {
  earnedInSpan,
  mixSources,
  sourceOf,
  type Mix,
  type MixSource,
  type MixSpan,
} from '#shared/domain/income/mix.ts'
import type { Id } from '#shared/kernel/id.ts'
import { PartLink, PartMark } from '../../parts/income-part.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'

interface SpanDerivationProps {
  readonly view: IncomeView
  readonly mix: Mix
  readonly span: MixSpan
  readonly title: string
  /** Retainers' part alone, as the figure that was pressed has it: then who paid them is all that is shown. */
  readonly share?: string | undefined
}

/** Who a quarter's or a year's income came from: what each work has earned in it, the most first; and retainers' part. */
export function SpanDerivation({ view, mix, span, title, share }: SpanDerivationProps) {
  const { t, format } = useWords()
  const works = useMemo(() => worksIn(mix, span), [mix, span])
  const amount = (value: number): string => format.amount(value, view.currency)
  return (
    <Derivation
      title={title}
      rows={works
        .filter(({ source }) => share === undefined || source === 'retained')
        .map((work) => ({
          id: `${work.engagementId} ${work.source}`,
          mark: <PartMark view={view} part={work} />,
          label: <PartLink view={view} part={work} from={span.from} to={span.to} />,
          reason: t(`income.origin.${work.source}`),
          figure: <PartLink {...{ view, part: work }} from={span.from} to={span.to} name={amount(work.sum)} />,
        }))}
      total={
        share === undefined
          ? { label: t('income.origin.all'), figure: amount(earnedInSpan(span)) }
          : {
              label: t('income.origin.ofAll', { retained: amount(span.retained), all: amount(earnedInSpan(span)) }),
              figure: share,
            }
      }
      foot={
        share !== undefined || span.retainedBasisPoints === null
          ? undefined
          : t('income.origin.ofIt', {
              retained: amount(span.retained),
              share: format.percent(span.retainedBasisPoints / 10_000),
            })
      }
    />
  )
}

/** What a work has earned of one of the table's rows. */
interface WorkEarned {
  readonly engagementId: Id
  readonly source: MixSource
  readonly sum: number
}

/** The table's rows, each work's part of it, the most first: what goes past a retainer's hours stands where the table has it. */
function worksIn({ months }: Mix, { from, to }: MixSpan): WorkEarned[] {
  const earned = new Map<string, WorkEarned>()
  for (const { month, parts } of months) {
    if (month < from || month > to) continue
    for (const { engagementId, kind, isEarned, amount } of parts) {
      if (!isEarned) continue
      const source = sourceOf(kind)
      const key = `${engagementId} ${source}`
      earned.set(key, { engagementId, source, sum: (earned.get(key)?.sum ?? 0) + amount })
    }
  }
  return [...earned.values()].toSorted(
    (a, b) => mixSources.indexOf(a.source) - mixSources.indexOf(b.source) || b.sum - a.sum,
  )
}
