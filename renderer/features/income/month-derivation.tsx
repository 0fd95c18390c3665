import { earnedIn, incomeKinds, totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import type { IncomePart } from '#shared/domain/income/parts.ts'
import { searchFor } from '#shared/i18n/entry-search.ts'
import type { Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation, type Place } from '../../place.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { partText } from './words.ts'

/** What is behind a month: each engagement's part of it, in the order of the bar. The parts are the bar. */
export function MonthDerivation({ view, month }: { view: IncomeView; month: IncomeMonth }) {
  const { t, format } = useWords()
  const amount = (value: number): string => format.amount(value, view.currency)
  const parts = month.parts.toSorted(byKindAndAmount)
  const isRunning = month.month === view.now && earnedIn(month) > 0
  return (
    <Derivation
      title={format.month(month.month)}
      rows={parts.map((part, index) => ({
        id: String(index),
        mark: <PartMark view={view} part={part} />,
        label: <PartLink view={view} part={part} from={month.month} to={month.month} />,
        reason: partText(t, format, part, view.engagementOf(part.engagementId), view.today),
        figure: amount(part.amount),
      }))}
      total={{ label: t('income.month.total'), figure: amount(totalOf(month)) }}
      foot={
        parts.length === 0
          ? t('income.month.empty')
          : isRunning
            ? t('income.month.soFar', { amount: amount(sumOf(parts, (part) => (part.isEarned ? part.amount : 0))) })
            : undefined
      }
    />
  )
}

const byKindAndAmount = (a: IncomePart, b: IncomePart): number =>
  incomeKinds.indexOf(a.kind) - incomeKinds.indexOf(b.kind) || b.amount - a.amount

export function PartMark({ view, part }: { view: IncomeView; part: Pick<IncomePart, 'engagementId'> }) {
  const client = view.clientOf(part.engagementId)
  return client ? <ClientMark mark={client.mark} size={12} /> : null
}

interface PartLinkProps {
  readonly view: IncomeView
  readonly part: Pick<IncomePart, 'engagementId'>
  /** The months that it is about. */
  readonly from: Month
  readonly to: Month
  /** How the work is called, where whose it is is known. */
  readonly name?: string
  /** Whether it is about hours: then it leads to them, whatever the work is. */
  readonly isHours?: boolean
}

/** Whose it is; it leads to the agreement, to the entries of hours, or to the client. */
export function PartLink({ view, part, from, to, name, isHours = false }: PartLinkProps) {
  const { go } = useNavigation()
  const { format } = useWords()
  const book = useBook()
  const client = view.clientOf(part.engagementId)
  const engagement = view.engagementOf(part.engagementId)
  if (!client) return null
  const place = (): Place => {
    // What is only supposed has no page.
    const isThere = engagement && book.workspace.tables.engagements.has(engagement.id)
    if (engagement?.kind === 'retainer' && isThere && !isHours) return { name: 'retainer', id: engagement.id }
    if ((engagement?.kind !== 'hourly' && !isHours) || from > view.now) return { name: 'client', id: client.id }
    return { name: 'time', view: 'list', search: searchFor(format.language, client.name, from, to) }
  }
  return (
    <LinkButton onPress={() => go(place())}>
      <OwnWords>{name ?? client.name}</OwnWords>
    </LinkButton>
  )
}
