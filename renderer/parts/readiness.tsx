import type { Factor, Readiness } from '#shared/domain/readiness.ts'
import { pastDay } from '#shared/i18n/past-day.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Client } from '#shared/model/client.ts'
import { Derivation } from '../ui/derivation.tsx'
import { Figure } from '../ui/figure.tsx'
import { useToday } from '../workspace.tsx'
import { useWords } from '../words.tsx'

interface ReadinessProps {
  client: Client
  readiness: Readiness
  isInTable?: boolean
}

/** What a client's history is worth as the start of a retainer; it opens to every factor with its weight. */
export function ReadinessFigure({ client, readiness, isInTable }: ReadinessProps) {
  const { t } = useWords()
  const title = t('clients.readiness.title', { client: client.name })
  return (
    <Figure isInTable={isInTable} explainLabel={title} explain={<Factors {...{ client, readiness }} />}>
      {isInTable ? readiness.score : t('clients.readiness.score', { score: String(readiness.score) })}
    </Figure>
  )
}

function Factors({ client, readiness }: ReadinessProps) {
  const { t, format } = useWords()
  const today = useToday()
  return (
    <Derivation
      title={t('clients.readiness.title', { client: client.name })}
      rows={factorsInWords(t, format, readiness, today).map(({ name, label, found, points }) => ({
        id: name,
        label,
        reason: found,
        figure: points,
      }))}
      total={{
        label: t('clients.readiness.label'),
        figure: t('clients.readiness.score', { score: String(readiness.score) }),
      }}
      foot={t('clients.readiness.foot')}
    />
  )
}

interface FactorWords {
  readonly name: Factor['name']
  readonly label: string
  readonly found: string
  /** Those it brings, of those it could bring. */
  readonly points: string
}

/** Each factor of readiness: what it looks at, what it found, and what that brings to the sum. */
export function factorsInWords(t: Translator, format: Format, readiness: Readiness, today: Day): FactorWords[] {
  return readiness.factors.map(({ name, points, weight }) => ({
    name,
    ...foundOf(t, format, readiness, name, today),
    points: t('clients.readiness.points', { points: String(points), weight: String(weight) }),
  }))
}

function foundOf(t: Translator, format: Format, readiness: Readiness, name: Factor['name'], today: Day) {
  const { monthsWorked, regularityBasisPoints, historyMonths, lastWorked } = readiness
  const spread = format.percent((10_000 - regularityBasisPoints) / 10_000)
  switch (name) {
    case 'worked':
      return {
        label: t('clients.readiness.monthsLabel'),
        found: t('clients.readiness.months', { count: String(monthsWorked) }),
      }
    case 'regular':
      return {
        label: t('clients.readiness.alikeLabel'),
        found: monthsWorked < 2 ? '–' : t('clients.readiness.alike', { spread }),
      }
    case 'recent':
      return { label: t('clients.readiness.lastLabel'), found: pastDay(t, format, lastWorked, today) }
    case 'history':
      return {
        label: t('clients.readiness.historyLabel'),
        found: t('clients.readiness.history', { count: historyMonths }),
      }
    default:
      return assertNever(name)
  }
}
