import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Month } from '#shared/kernel/day.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useWords } from '../../words.tsx'
import type { Ways } from './use-window.ts'
import css from './turning.module.css'

interface TurningProps extends Ways {
  /** The first and the last month that are shown. */
  readonly from: Month
  readonly to: Month
  /** The figures as a file. */
  readonly save: ReactNode
  /** At the row's beginning. */
  readonly children?: ReactNode
}

/** Over the chart: the way to other months, and its figures as a file. */
export function Turning({ from, to, earlier, later, toNow, save, children }: TurningProps) {
  const { t, format } = useWords()
  const span = { from: format.month(from), to: format.month(to) }
  return (
    <div className={cx(css.turning)}>
      {children}
      <div className={cx(css.deeds)}>
        <span aria-live="polite">
          <VisuallyHidden>{t('income.turning.span', span)}</VisuallyHidden>
        </span>
        {toNow ? (
          <Button variant="quiet" size="small" onPress={toNow}>
            {t('income.turning.toNow')}
          </Button>
        ) : null}
        <IconButton
          icon={ChevronLeft}
          label={t('income.turning.earlier')}
          isDisabled={earlier === null}
          onPress={() => earlier?.()}
        />
        <IconButton
          icon={ChevronRight}
          label={t('income.turning.later')}
          isDisabled={later === null}
          onPress={() => later?.()}
        />
        {save}
      </div>
    </div>
  )
}
