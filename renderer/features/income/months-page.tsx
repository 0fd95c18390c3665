import type { ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { useKept } from '../../parts/kept.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useWords } from '../../words.tsx'
import { CashPage } from './cash-page.tsx'
import { IncomeFigure } from './income-figure.tsx'
import type { IncomeView } from './income-view.ts'
import { Opening } from './opening.tsx'
import { Steady } from './steady.tsx'
import { usePlaceKept } from './use-place-kept.ts'
import { isSupposed, useSupposing, WhatIf, WhatIfEffect, type Supposing } from './what-if.tsx'
import css from './income-place.module.css'

type BasisId = 'earned' | 'cash'

/** Month by month, as it is earned, or as money comes in (domain.md, Income). What was looked at last is open. */
export function MonthsPage({ book, view }: { book: Book; view: IncomeView }) {
  const { t } = useWords()
  const { draft, change } = useKept<{ basis: BasisId }>('income.basis', () => ({ basis: 'earned' }))
  const basis = (
    <Segmented<BasisId>
      label={t('income.cash.basis')}
      size="small"
      value={draft.basis}
      onChange={(id) => change({ basis: id })}
      segments={[
        { id: 'earned', label: t('income.cash.earned') },
        { id: 'cash', label: t('income.cash.cash') },
      ]}
    />
  )
  return draft.basis === 'cash' ? <CashPage {...{ book, view, basis }} /> : <EarnedPage {...{ book, view, basis }} />
}

/** What can be counted on, how steady it is, and what would change it. */
function EarnedPage({ book, view, basis }: { book: Book; view: IncomeView; basis: ReactNode }) {
  const supposing = useSupposing(book, view, view.today)
  const { view: shown } = supposing
  const { above, minHeight, pressed, onPress } = usePlaceKept(isSupposed(supposing))
  const held: Supposing = {
    ...supposing,
    setLeft(on) {
      onPress()
      supposing.setLeft(on)
    },
    setMore(on) {
      onPress()
      supposing.setMore(on)
    },
  }
  // Who has retainers needs no advice to make one, whoever is supposed to leave.
  const hasRetainers = view.prospect !== null || view.endedOn !== null
  return (
    <>
      <div ref={above} style={{ minHeight }}>
        <Opening view={shown} />
        {hasRetainers ? null : <Begin />}
        <Steady view={shown} />
      </div>
      <IncomeFigure
        book={supposing.book}
        view={shown}
        over={
          <>
            {basis}
            <div ref={pressed}>
              <WhatIf supposing={held} now={view} />
            </div>
          </>
        }
        under={<WhatIfEffect supposing={supposing} now={view} />}
      />
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
