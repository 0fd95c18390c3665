import { useMemo } from 'react'
import { cx } from '../../ui/cx.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useNavigation } from '../../place.tsx'
import { useWords } from '../../words.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { Others } from './foot.tsx'
import { IncomeFigure } from './income-figure.tsx'
import { incomeView } from './income-view.ts'
import { Opening } from './opening.tsx'
import { Steady } from './steady.tsx'
import { Target } from './target.tsx'
import css from './income-place.module.css'

/** Income: can I count on it? */
export function IncomePlace() {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const { target, currency } = usePreferences()
  const view = useMemo(() => (book.totals ? incomeView(book, today) : null), [book, today])
  return (
    <>
      <PageHead title={t('income.title')} actions={<Target target={target} currency={currency} />} />
      {view === null ? <Skeleton label={t('income.loading')} rows={6} /> : <Shown view={view} />}
    </>
  )
}

function Shown({ view }: { view: ReturnType<typeof incomeView> }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const hasIncome = view.months.some(({ parts }) => parts.length > 0)
  const hasRetainers = view.prospect !== null || view.endedOn !== null
  const begin = (
    <>
      <Button variant="primary" onPress={() => go({ name: 'newRetainer' })}>
        {t('income.empty.make')}
      </Button>
      <Button variant="quiet" onPress={() => go({ name: 'clients' })}>
        {t('income.empty.clients')}
      </Button>
    </>
  )
  if (!hasIncome && !hasRetainers)
    return (
      <EmptyState title={t('income.empty.title')} actions={begin}>
        <p>{t('income.empty.words')}</p>
        <Others view={view} />
      </EmptyState>
    )
  return (
    <>
      <Opening view={view} />
      {hasRetainers ? null : (
        <EmptyState isSmall className={cx(css.begin)} title={t('income.empty.noRetainersTitle')} actions={begin}>
          {t('income.empty.noRetainers')}
        </EmptyState>
      )}
      <Steady view={view} />
      <IncomeFigure view={view} />
    </>
  )
}
