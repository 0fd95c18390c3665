import { useRef } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { PartLink } from '../../parts/income-part.tsx'
import { workName } from '../../parts/work-words.ts'
import { cx } from '../../ui/cx.ts'
import { useWidth } from '../../ui/use-width.ts'
import { useWords } from '../../words.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { monthHead } from './figures-grid.tsx'
import type { IncomeView } from './income-view.ts'
import { layoutOf } from './layout.ts'
import { ClientRateDerivation, givenTo, rateSpan, useWorks, type ClientRate } from './rate-derivation.tsx'
import css from './pages.module.css'

/** The rows' names, left of the columns. */
const NAMES = 150

interface RateDetailProps {
  readonly rate: ClientRate
  readonly book: Book
  readonly view: IncomeView
}

/** A client's rate opened: each work that had any, month by month, and what was given on top of it. */
export function RateDetail({ rate, book, view }: RateDetailProps) {
  const { t, format } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const works = useWorks(rate.client, book, view)
  const { client, months, year } = rate
  const span = rateSpan(view)
  const money = (amount: number): string | null => (amount === 0 ? null : format.amount(amount, client.currency))
  // Worked for nothing is a rate of nothing; no work is none.
  const hourly = (rate: number | null): string | null => (rate === null ? null : format.amount(rate, client.currency))
  const given = {
    id: 'given',
    name: t('income.rates.givenRow'),
    cells: months.map((month) => money(givenTo(month))),
  }
  return (
    <div ref={frame} className={cx(css.detail)}>
      {width === null ? null : (
        <ChartFigure
          layout={layoutOf(width, months.length, NAMES)}
          grid={{
            label: t('income.rates.detail', { client: client.name }),
            corner: t('income.rates.work'),
            first: months.length - 1,
            heads: months.map(({ month, rate: hour }, index) => ({
              ...monthHead(format, month, index),
              opens: {
                label: t('income.rates.open', {
                  month: format.month(month),
                  rate: hour === null ? '–' : format.money(hour, client.currency),
                }),
                title: format.month(month),
                content: <ClientRateDerivation {...{ client, book, view, month }} />,
              },
            })),
            rows: [
              ...works.map(({ engagement, rates }) => ({
                id: engagement.id,
                name: (
                  <PartLink
                    view={view}
                    part={{ engagementId: engagement.id }}
                    name={workName(t, engagement)}
                    from={span.from}
                    to={span.to}
                  />
                ),
                cells: rates.map((month) => hourly(month.rate)),
              })),
              ...(givenTo(year) > 0 ? [given] : []),
            ],
            total: { id: 'all', name: t('income.rates.all'), cells: months.map((month) => hourly(month.rate)) },
          }}
        />
      )}
      <p className={cx(css.foot)}>
        {t('income.rates.detailFoot', {
          earned: format.money(year.earned, client.currency),
          worked: format.duration(year.worked),
        })}
        {givenTo(year) > 0
          ? ` ${t('income.rates.detailGiven', {
              perks: format.money(year.perksValue, client.currency),
              over: format.money(year.overServicing, client.currency),
            })}`
          : null}
      </p>
    </div>
  )
}
