import type { IncomePart } from '#shared/domain/income/parts.ts'
import { monthOf } from '#shared/kernel/day.ts'
import { PartLink, PartMark, partText, type PartSource } from '../../parts/income-part.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

interface EarnedDerivationProps {
  readonly title: string
  readonly parts: readonly IncomePart[]
  /** The earned parts of them, in minor units. */
  readonly amount: number
  readonly currency: string
}

/** How what was earned is written: among figures that all are the user's own currency, another has its symbol. */
export function useWrittenEarned(currency: string, isNamed = false): (amount: number) => string {
  const { format } = useWords()
  const { currency: own } = usePreferences()
  return (amount) =>
    currency === own && !isNamed ? format.amount(amount, currency) : format.money(amount, currency, 'always')
}

/** What has been earned, work by work, the most first; each leads to its entries or its agreement. */
export function EarnedDerivation({ title, parts, amount, currency }: EarnedDerivationProps) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const write = useWrittenEarned(currency)
  const { engagements, clients } = book.workspace.tables
  const view: PartSource = {
    now: monthOf(today),
    engagementOf: (id) => engagements.get(id),
    clientOf: (id) => clients.get(engagements.get(id)?.clientId ?? id),
  }
  return (
    <Derivation
      title={title}
      rows={parts
        .filter(({ isEarned }) => isEarned)
        .toSorted((one, other) => other.amount - one.amount)
        .map((part, index) => ({
          id: String(index),
          mark: <PartMark view={view} part={part} />,
          label: <PartLink view={view} part={part} from={part.month} to={part.month} />,
          reason: partText(t, format, part, view.engagementOf(part.engagementId), today),
          figure: write(part.amount),
        }))}
      total={{ label: t('today.others.total'), figure: write(amount) }}
    />
  )
}
