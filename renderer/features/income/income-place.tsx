import type { Book } from '#shared/domain/book.ts'
import { useKept } from '../../parts/kept.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useWords } from '../../words.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { CapacityPage } from './capacity-page.tsx'
import { Others } from './others.tsx'
import { incomeView, type IncomeView } from './income-view.ts'
import { BeginDeeds, MonthsPage } from './months-page.tsx'
import { OriginPage } from './origin-page.tsx'
import { RatesPage } from './rates-page.tsx'
import { Target } from './target.tsx'

type PageId = 'months' | 'rates' | 'capacity' | 'origin'

/** Income: can I count on it? */
export function IncomePlace() {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const { target, currency } = usePreferences()
  const view = book.totals ? incomeView(book, today) : null
  return (
    <>
      <PageHead title={t('income.title')} actions={<Target target={target} currency={currency} />} />
      {view === null ? <Skeleton label={t('income.loading')} rows={6} /> : <Shown book={book} view={view} />}
    </>
  )
}

/** The pages of the place: each answers the question from another side. The one that was looked at last is open. */
function Shown({ book, view }: { book: Book; view: IncomeView }) {
  const { t } = useWords()
  const { draft, change } = useKept<{ page: PageId }>('income.page', () => ({ page: 'months' }))
  const hasIncome = view.months.some(({ parts }) => parts.length > 0)
  // What was tracked elsewhere may lie years back.
  const hasPast = view.work !== null && view.work.last < view.now
  if (!hasIncome && !hasPast && view.prospect === null && view.endedOn === null)
    return (
      <EmptyState title={t('income.empty.title')} actions={<BeginDeeds />}>
        <p>{t('income.empty.words')}</p>
        <Others view={view} months={view.months} isUnderOwn />
      </EmptyState>
    )
  return (
    <Tabs<PageId>
      label={t('income.pages.label')}
      value={draft.page}
      onChange={(page) => change({ page })}
      parts={[
        { id: 'months', label: t('income.pages.months'), children: <MonthsPage book={book} view={view} /> },
        { id: 'rates', label: t('income.pages.rates'), children: <RatesPage book={book} view={view} /> },
        { id: 'capacity', label: t('income.pages.capacity'), children: <CapacityPage book={book} view={view} /> },
        { id: 'origin', label: t('income.pages.origin'), children: <OriginPage book={book} view={view} /> },
      ]}
    />
  )
}
