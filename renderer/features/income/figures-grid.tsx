import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Format } from '#shared/i18n/format.ts'
import type { Month } from '#shared/kernel/day.ts'
import { cx } from '../../ui/cx.ts'
import { Popover } from '../../ui/popover.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import css from './figures-table.module.css'

interface GridHead {
  readonly id: string
  readonly label: string
  /** Below it: the year, where it changes. */
  readonly below?: string | undefined
  /** What the column opens, and how that is called. */
  readonly opens?: { readonly label: string; readonly content: ReactNode } | undefined
}

/** A month over its column; its year stands below the first, and below each January. */
export const monthHead = (format: Format, month: Month, index: number): GridHead => ({
  id: month,
  label: format.month(month, 'short'),
  below: index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '',
})

interface GridRow {
  readonly id: string
  readonly name: ReactNode
  /** Text as it stands; null is nothing, a dash. */
  readonly cells: readonly (string | null)[]
  /** The sign in the chart that the row stands for: a class of a stylesheet. */
  readonly sign?: string | undefined
}

interface FiguresGridProps {
  readonly label: string
  /** What the rows are, for those who listen. */
  readonly corner: string
  readonly heads: readonly GridHead[]
  readonly rows: readonly GridRow[]
  readonly total?: GridRow | undefined
  /** Pixels: the rows' names, and the whole. Columns share the rest, and stand under the chart's. */
  readonly left: number
  readonly width: number
}

/** A chart's figures as a table whose columns are the chart's. */
export function FiguresGrid({ label, corner, heads, rows, total, left, width }: FiguresGridProps) {
  const column = (width - left) / Math.max(1, heads.length)
  return (
    <table className={cx(css.table)} style={{ width }} aria-label={label}>
      <colgroup>
        <col style={{ width: left }} />
        <col span={heads.length} style={{ width: column }} />
      </colgroup>
      <thead>
        <tr>
          <td>
            <VisuallyHidden>{corner}</VisuallyHidden>
          </td>
          {heads.map((head) => (
            <th key={head.id} scope="col">
              <Head head={head} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Cells key={row.id} row={row} />
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <Cells row={total} />
        </tfoot>
      ) : null}
    </table>
  )
}

function Head({ head: { label, below = '', opens } }: { head: GridHead }) {
  const words = (
    <>
      <span>{label}</span>
      <span className={cx(css.year)}>{below}</span>
    </>
  )
  if (!opens) return <span className={cx(css.month)}>{words}</span>
  return (
    <Popover
      label={opens.label}
      placement="right top"
      trigger={
        <Button className={cx(css.month)} aria-label={opens.label}>
          {words}
        </Button>
      }
    >
      {opens.content}
    </Popover>
  )
}

function Cells({ row }: { row: GridRow }) {
  return (
    <tr>
      <th scope="row">
        <span className={cx(css.name)}>
          {row.sign === undefined ? null : <i className={cx(css.key, row.sign)} aria-hidden />}
          {row.name}
        </span>
      </th>
      {row.cells.map((cell, index) => (
        <td key={index} className={cx(cell === null && css.zero)}>
          {cell ?? '–'}
        </td>
      ))}
    </tr>
  )
}
