import { useMemo, useRef } from 'react'
import { doneOf, type Book } from '#shared/domain/book.ts'
import { overall, ratesByMonth } from '#shared/domain/effective-rate.ts'
import { engagementsOf } from '#shared/domain/naming.ts'
import { addToMonth } from '#shared/kernel/day.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { workName } from '../../parts/work-words.ts'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { useNavigation } from '../../place.tsx'
import { useWords } from '../../words.tsx'
import { FiguresGrid } from './figures-grid.tsx'
import { MONTHS_BACK, type IncomeView } from './income-view.ts'
import type { ClientRate } from './rates-page.tsx'
import css from './pages.module.css'

const LEFT = 150

/** A client's rate opened: each work that had any, month by month, and what was given on top of it. */
export function RateDetail({ rate, book, view }: { rate: ClientRate; book: Book; view: IncomeView }) {
  const { t, format } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const works = useWorks(rate, book, view)
  const { client, months, year } = rate
  const isGiven = year.perksValue + year.overServicing > 0
  const money = (amount: number | null): string | null =>
    amount === null || amount === 0 ? null : format.amount(amount, client.currency, 'never')
  return (
    <div ref={frame} className={cx(css.detail)}>
      {width === null ? null : (
        <FiguresGrid
          label={t('income.rates.detail', { client: client.name })}
          corner={t('income.rates.work')}
          left={LEFT}
          width={width}
          heads={months.map(({ month }, index) => ({
            id: month,
            label: format.month(month, 'short'),
            below: index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '',
          }))}
          rows={[
            ...works.map(({ engagement, rates }) => ({
              id: engagement.id,
              name: <WorkLink engagement={engagement} />,
              cells: rates.map((month) => money(month.rate)),
            })),
            ...(isGiven
              ? [
                  {
                    id: 'given',
                    name: t('income.rates.givenRow'),
                    cells: months.map(({ perksValue, overServicing }) => money(perksValue + overServicing)),
                  },
                ]
              : []),
          ]}
          total={{ id: 'all', name: t('income.rates.all'), cells: months.map((month) => money(month.rate)) }}
        />
      )}
      <p className={cx(css.foot)}>
        {t('income.rates.detailFoot', {
          earned: format.money(year.earned, client.currency),
          worked: format.duration(year.worked),
        })}
        {isGiven
          ? ` ${t('income.rates.detailGiven', {
              perks: format.money(year.perksValue, client.currency),
              over: format.money(year.overServicing, client.currency),
            })}`
          : null}
      </p>
    </div>
  )
}

/** Those with work in these months; a single one is the client's whole, and is not said twice. */
function useWorks({ client }: ClientRate, book: Book, { today, now }: IncomeView) {
  return useMemo(() => {
    const span = { today, from: addToMonth(now, 1 - MONTHS_BACK), to: now }
    return engagementsOf(book, client.id)
      .map((engagement) => ({ engagement, rates: ratesByMonth(engagement, doneOf(book, engagement.id), client, span) }))
      .filter(({ rates }) => overall(rates).worked > 0)
  }, [book, client, today, now])
}

function WorkLink({ engagement }: { engagement: Engagement }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const name = <OwnWords>{workName(t, engagement)}</OwnWords>
  if (engagement.kind !== 'retainer') return name
  return <LinkButton onPress={() => go({ name: 'retainer', id: engagement.id })}>{name}</LinkButton>
}
