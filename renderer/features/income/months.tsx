import { useRef, type KeyboardEvent } from 'react'
import { Button } from 'react-aria-components/Button'
import { totalOf, type IncomeMonth } from '#shared/domain/income/by-month.ts'
import { cx } from '../../ui/cx.ts'
import { Popover } from '../../ui/popover.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useWords } from '../../words.tsx'
import type { FiguresProps } from './figures-table.tsx'
import { isDim } from './lit.ts'
import { MonthDerivation } from './month-derivation.tsx'
import css from './figures-table.module.css'

/** Marks the months' buttons, so that the keys and a press on a bar find them. */
const MONTH = 'data-month'

export const monthButton = (within: Element, index: number): HTMLElement | null =>
  within.querySelector<HTMLElement>(`[${MONTH}="${index}"] button`)

/**
 * The table's heads are the chart's axis. One month can be reached with Tab; arrows, Home and End go on from it, Enter
 * opens what is behind it, Escape lets go.
 */
export function Months({ view, months, looking }: Omit<FiguresProps, 'layout'>) {
  const { t } = useWords()
  const row = useRef<HTMLTableRowElement>(null)
  const now = months.findIndex(({ month }) => month === view.now)
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = indexOf(event.target)
    // What is opened stands elsewhere on the page, and yet its keys arrive here.
    if (at === null || !row.current) return
    if (event.key === 'Escape') looking.focus(null)
    const to = goal(event.key, at, months.length)
    if (to === null) return
    event.preventDefault()
    monthButton(row.current, to)?.focus()
  }
  return (
    <thead>
      <tr ref={row} onKeyDown={onKeyDown}>
        <td>
          <VisuallyHidden>{t('income.chart.kind')}</VisuallyHidden>
        </td>
        {months.map((month, index) => (
          <th
            key={month.month}
            scope="col"
            {...{ [MONTH]: index }}
            className={cx(isDim(looking, index) && css.dim, index === now && css.now)}
          >
            <MonthHead
              {...{ view, month, looking, index }}
              hasYear={index === 0 || month.month.endsWith('-01')}
              isReachable={index === (looking.focused ?? Math.max(0, now))}
            />
          </th>
        ))}
        <td aria-hidden />
      </tr>
    </thead>
  )
}

const indexOf = (target: EventTarget): number | null => {
  const head = target instanceof Element ? target.closest(`[${MONTH}]`) : null
  return head ? Number(head.getAttribute(MONTH)) : null
}

function goal(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'ArrowRight':
      return Math.min(count - 1, at + 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

interface MonthHeadProps extends Pick<FiguresProps, 'view' | 'looking'> {
  readonly month: IncomeMonth
  readonly index: number
  readonly hasYear: boolean
  readonly isReachable: boolean
}

function MonthHead({ view, looking, month, index, hasYear, isReachable }: MonthHeadProps) {
  const { t, format } = useWords()
  const name = format.month(month.month)
  const total = format.money(totalOf(month), view.currency, 'never')
  return (
    <Popover
      label={name}
      placement="right top"
      isOpen={looking.opened === index}
      onOpenChange={(isOpen) => looking.open(isOpen ? index : null)}
      trigger={
        <Button
          className={cx(css.month)}
          excludeFromTabOrder={!isReachable}
          aria-label={t('income.chart.open', { month: name, total })}
          onFocus={() => looking.focus(index)}
          onBlur={() => looking.focus(null)}
        >
          <span>{format.month(month.month, 'short')}</span>
          <span className={cx(css.year)}>{hasYear ? month.month.slice(0, 4) : ''}</span>
        </Button>
      }
    >
      <MonthDerivation view={view} month={month} />
    </Popover>
  )
}
