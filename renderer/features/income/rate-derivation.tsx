import { useMemo, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { clientWorks, overall, type EffectiveRate, type RateOfMonth } from '#shared/domain/effective-rate.ts'
import { addToMonth, type Month } from '#shared/kernel/day.ts'
import type { Client } from '#shared/model/client.ts'
import { PartLink, PartMark } from '../../parts/income-part.tsx'
import { workName } from '../../parts/work-words.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { useWords } from '../../words.tsx'
import { MONTHS_BACK, type IncomeView } from './income-view.ts'

/** What an hour of a client's came to, month by month and in all. */
export interface ClientRate {
  readonly client: Client
  readonly months: readonly RateOfMonth[]
  readonly year: EffectiveRate
}

/** Perks and absorbed overage, at list price. */
export const givenTo = ({ perksValue, overServicing }: EffectiveRate): number => perksValue + overServicing

/** The months that the page looks at: twelve, this one included. */
export const rateSpan = ({ today, now }: Pick<IncomeView, 'today' | 'now'>) => ({
  today,
  from: addToMonth(now, 1 - MONTHS_BACK),
  to: now,
})

const isSomething = (rate: EffectiveRate): boolean => rate.worked !== 0 || rate.earned !== 0 || givenTo(rate) !== 0

/** A client's works that make up its rate, each with its months. */
export function useWorks(client: Client, book: Book, { today, now }: IncomeView) {
  return useMemo(
    () =>
      clientWorks(book, client, rateSpan({ today, now }))
        .map(({ engagement, months }) => ({ engagement, rates: months }))
        .filter(({ rates }) => rates.some(isSomething)),
    [book, client, today, now],
  )
}

interface RateDerivationProps {
  readonly title: string
  readonly currency: string
  /** Whose hours, what they came to. */
  readonly rows: readonly {
    readonly id: string
    readonly mark?: ReactNode
    readonly label: ReactNode
    readonly rate: EffectiveRate
  }[]
  /** All of them together. */
  readonly all: EffectiveRate
  /** What an hour should bring. */
  readonly list: number
  /** Of several clients: then it is what their hours would have brought at the list rate of each. */
  readonly isOfAll?: boolean
}

/** What a rate is made of: what was earned, for so many hours; and what of them was given on top. */
export function RateDerivation({ title, currency, rows, all, list, isOfAll = false }: RateDerivationProps) {
  const { t, format } = useWords()
  const amount = (value: number): string => format.amount(value, currency)
  const money = (value: number): string => format.money(value, currency)
  const foot = [
    all.rate === null || list === 0
      ? ''
      : t(isOfAll ? 'income.rates.againstLists' : 'income.rates.againstList', {
          list: money(list),
          share: format.percent(all.rate / list),
        }),
    givenTo(all) === 0
      ? ''
      : t('income.rates.detailGiven', { perks: money(all.perksValue), over: money(all.overServicing) }),
  ]
  return (
    <Derivation
      title={title}
      rows={rows.map(({ rate, ...row }) => ({
        ...row,
        reason: t('income.month.hours', { time: format.duration(rate.worked) }),
        figure: amount(rate.earned),
      }))}
      total={{
        label: t('income.rates.derived', { earned: amount(all.earned), worked: format.duration(all.worked) }),
        figure: all.rate === null ? '–' : amount(all.rate),
      }}
      foot={foot.filter(Boolean).join(' ') || undefined}
    />
  )
}

interface ClientRateDerivationProps {
  readonly client: Client
  readonly book: Book
  readonly view: IncomeView
  /** Of one month; without it of all that the page looks at. */
  readonly month?: Month | undefined
}

/** A client's rate, work by work; each leads to its agreement or its entries. */
export function ClientRateDerivation({ client, book, view, month }: ClientRateDerivationProps) {
  const { t, format } = useWords()
  const works = useWorks(client, book, view)
  const span = rateSpan(view)
  const of = (rates: readonly RateOfMonth[]): EffectiveRate =>
    overall(month === undefined ? rates : rates.filter((each) => each.month === month))
  const rows = works.map(({ engagement, rates }) => ({
    id: engagement.id,
    mark: <PartMark view={view} part={{ engagementId: engagement.id }} />,
    label: (
      <PartLink
        view={view}
        part={{ engagementId: engagement.id }}
        name={workName(t, engagement)}
        from={month ?? span.from}
        to={month ?? span.to}
      />
    ),
    rate: of(rates),
  }))
  return (
    <RateDerivation
      title={month === undefined ? client.name : `${client.name}, ${format.month(month)}`}
      currency={client.currency}
      rows={rows.filter(({ rate }) => isSomething(rate))}
      all={of(works.flatMap(({ rates }) => rates))}
      list={client.listRate}
    />
  )
}
