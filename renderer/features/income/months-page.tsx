import type { Book } from '#shared/domain/book.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../words.tsx'
import { IncomeFigure } from './income-figure.tsx'
import type { IncomeView } from './income-view.ts'
import { Opening } from './opening.tsx'
import { Steady } from './steady.tsx'
import { useSupposing, WhatIf } from './what-if.tsx'
import css from './income-place.module.css'

/** Month by month: what can be counted on, how steady it is, and what would change it. */
export function MonthsPage({ book, view }: { book: Book; view: IncomeView }) {
  const supposing = useSupposing(book, view, view.today)
  const { view: shown } = supposing
  const hasRetainers = shown.prospect !== null || shown.endedOn !== null
  return (
    <>
      <Opening view={shown} />
      {hasRetainers ? null : <Begin />}
      <Steady view={shown} />
      <IncomeFigure book={supposing.book} view={shown} over={<WhatIf supposing={supposing} now={view} />} />
    </>
  )
}

function Begin() {
  const { t } = useWords()
  return (
    <EmptyState isSmall className={cx(css.begin)} title={t('income.empty.noRetainersTitle')} actions={<BeginDeeds />}>
      {t('income.empty.noRetainers')}
    </EmptyState>
  )
}

/** The ways to the first guaranteed euro. */
export function BeginDeeds() {
  const { t } = useWords()
  const { go } = useNavigation()
  return (
    <>
      <Button variant="primary" onPress={() => go({ name: 'newRetainer' })}>
        {t('income.empty.make')}
      </Button>
      <Button variant="quiet" onPress={() => go({ name: 'clients' })}>
        {t('income.empty.clients')}
      </Button>
    </>
  )
}
