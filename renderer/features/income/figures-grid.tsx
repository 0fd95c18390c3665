import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Format } from '#shared/i18n/format.ts'
import type { Month } from '#shared/kernel/day.ts'
import { cx } from '../../ui/cx.ts'
import { PopoverAt } from '../../ui/popover.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { Look } from './columns.ts'
import type { Layout } from './layout.ts'
import { isDim, type Looking } from './lit.ts'
import { goal } from './roving.ts'
import css from './figures-table.module.css'

export interface GridHead {
  readonly id: string
  readonly label: string
  /** Below it: the year, where it changes. */
  readonly below?: string | undefined
  /** What the column opens: the name of its button, the title of what opens, and that. */
  readonly opens: { readonly label: string; readonly title: string; readonly content: ReactNode }
}

export interface GridRow {
  readonly id: string
  readonly name: ReactNode
  /** Text as it stands; null is nothing, a dash. */
  readonly cells: readonly (string | null)[]
  /** What the row is in the chart. */
  readonly sign?: Look | undefined
}

export interface Grid {
  readonly label: string
  /** What the rows are, for those who listen. */
  readonly corner: string
  readonly heads: readonly GridHead[]
  /** Which of them Tab comes to first; where there is none, the first. */
  readonly first?: number | undefined
  /** Whether that one is the present. */
  readonly isNow?: boolean | undefined
  readonly rows: readonly GridRow[]
  readonly total?: GridRow | undefined
}

interface FiguresGridProps extends Grid {
  readonly layout: Pick<Layout, 'width' | 'left' | 'right' | 'column' | 'labels'>
  readonly looking: Looking
}

/** Where among the months the one is that goes on now, for the grid that shows them. */
export function nowAmong(
  months: readonly { readonly month: Month }[],
  now: Month,
): { readonly first: number; readonly isNow: boolean } {
  const at = months.findIndex(({ month }) => month === now)
  return { first: Math.max(0, at), isNow: at >= 0 }
}

/** A month over its column; its year stands below the first, and below each January. */
export const monthHead = (format: Format, month: Month, index: number): Pick<GridHead, 'id' | 'label' | 'below'> => ({
  id: month,
  label: format.month(month, 'short'),
  below: index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '',
})

/** Marks the heads' cells, so that the keys and a press on a bar find their buttons. */
const HEAD = 'data-head'

export const headButton = (within: Element | null, index: number): HTMLElement | null =>
  within?.querySelector<HTMLElement>(`[${HEAD}="${index}"] button`) ?? null

/**
 * A chart's figures, its columns the chart's, its row labels the legend; and it is how the chart is reached without a
 * pointer. One head can be reached with Tab; arrows, Home and End go on from it, Enter opens what is behind it, Escape
 * lets go.
 */
export function FiguresGrid({ layout, looking, ...grid }: FiguresGridProps) {
  const { label, rows, total, heads } = grid
  const table = useRef<HTMLTableElement>(null)
  const opened = looking.opened === null ? undefined : heads[looking.opened]
  const button = {
    get current() {
      return headButton(table.current, looking.opened ?? 0)
    },
  }
  return (
    <>
      <table
        ref={table}
        className={cx(css.table, layout.labels === 'above' && css.above)}
        style={{ width: layout.width }}
        aria-label={label}
      >
        <colgroup>
          <col style={{ width: layout.left }} />
          <col span={heads.length} style={{ width: layout.column }} />
          {layout.right > 0 ? <col style={{ width: layout.right }} /> : null}
        </colgroup>
        <Heads {...grid} looking={looking} hasEnd={layout.right > 0} />
        <tbody>
          {rows.map((row) => (
            <Cells key={row.id} row={row} looking={looking} hasEnd={layout.right > 0} />
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <Cells row={total} looking={looking} hasEnd={layout.right > 0} />
          </tfoot>
        ) : null}
      </table>
      {opened ? (
        <PopoverAt label={opened.opens.title} at={button} placement="right top" onClose={() => looking.open(null)}>
          {opened.opens.content}
        </PopoverAt>
      ) : null}
    </>
  )
}

type HeadsProps = Pick<FiguresGridProps, 'corner' | 'heads' | 'first' | 'isNow' | 'looking'> & {
  /** Whether there is a margin at the right. */
  readonly hasEnd: boolean
}

function Heads({ corner, heads, first = 0, isNow = false, looking, hasEnd }: HeadsProps) {
  const row = useRef<HTMLTableRowElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const head = event.target instanceof Element ? event.target.closest(`[${HEAD}]`) : null
    if (!head) return
    if (event.key === 'Escape') looking.focus(null)
    const to = goal(event.key, Number(head.getAttribute(HEAD)), heads.length)
    if (to === null) return
    event.preventDefault()
    headButton(row.current, to)?.focus()
  }
  return (
    <thead>
      <tr ref={row} onKeyDown={onKeyDown}>
        <td>
          <VisuallyHidden>{corner}</VisuallyHidden>
        </td>
        {heads.map(({ id, label, below = '', opens }, index) => (
          <th
            key={id}
            scope="col"
            {...{ [HEAD]: index }}
            className={cx(isDim(looking, index) && css.dim, isNow && index === first && css.now)}
          >
            <button
              type="button"
              className={cx(css.month)}
              tabIndex={index === (looking.focused ?? first) ? 0 : -1}
              aria-label={opens.label}
              aria-haspopup="dialog"
              aria-expanded={looking.opened === index}
              onClick={(event) => {
                // A press by the keys has no place of its own: the columns need not look for one.
                event.stopPropagation()
                looking.open(index)
              }}
              onFocus={() => looking.focus(index)}
              onBlur={() => looking.focus(null)}
            >
              <span>{label}</span>
              <span className={cx(css.year)}>{below}</span>
            </button>
          </th>
        ))}
        {hasEnd ? <td aria-hidden /> : null}
      </tr>
    </thead>
  )
}

function Cells({ row, looking, hasEnd }: { row: GridRow; looking: Looking; hasEnd: boolean }) {
  return (
    <tr>
      <th scope="row">
        <span className={cx(css.name)}>
          {row.sign === undefined ? null : <i className={cx(css.key, css[row.sign])} aria-hidden />}
          {row.name}
        </span>
      </th>
      {row.cells.map((cell, index) => (
        <td key={index} className={cx(isDim(looking, index) && css.dim, cell === null && css.zero)}>
          {cell ?? '–'}
        </td>
      ))}
      {hasEnd ? <td aria-hidden /> : null}
    </tr>
  )
}
