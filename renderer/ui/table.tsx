import { ChevronDown, ChevronRight, ChevronUp } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { useId } from 'react'
import { Button } from 'react-aria-components/Button'
import { defined } from '#shared/kernel/defined.ts'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import css from './table.module.css'

interface TableProps {
  /** What the table lists, for those who listen. Left out only when a heading names it by `labelledBy`. */
  label?: string | undefined
  labelledBy?: string | undefined
  /** <colgroup>, <TableHead>, <tbody>, <tfoot>. */
  children: ReactNode
  /** Columns take the widths of their heads or of a colgroup, not of their contents. */
  isFixed?: boolean | undefined
  className?: string | undefined
}

/**
 * A plain table that one reads and compares: head, rows, total. Money and time end-aligned with the unit in the head.
 * Rows go in a <tbody>, the total in a <tfoot>. Beyond some hundred rows use a virtual list with the same cells.
 */
export function Table({ label, labelledBy, children, isFixed = false, className }: TableProps) {
  return (
    <table className={cx(css.table, isFixed && css.fixed, className)} aria-label={label} aria-labelledby={labelledBy}>
      {children}
    </table>
  )
}

/** The head of a table: one row of Columns. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  )
}

interface ColumnProps {
  children?: ReactNode
  align?: 'start' | 'end' | undefined
  /** none: can be sorted, is not now. Left out: cannot be sorted. */
  sort?: 'ascending' | 'descending' | 'none' | undefined
  onSort?: (() => void) | undefined
  /** The name is only heard: a column of actions. */
  isHidden?: boolean | undefined
  width?: number | string | undefined
  span?: number | undefined
}

/** A column's head. The sorted one is in full ink and says so to those who listen. */
export function Column({ children, align = 'start', sort, onSort, isHidden = false, width, span }: ColumnProps) {
  const content = isHidden ? <span className="visually-hidden">{children}</span> : children
  return (
    <th
      scope={span === undefined ? 'col' : 'colgroup'}
      colSpan={span}
      className={cx(css.column, align === 'end' && css.end)}
      aria-sort={sort}
      style={width === undefined ? undefined : { width }}
    >
      {sort === undefined || onSort === undefined ? (
        content
      ) : (
        <Button className={cx(css.sort, sort !== 'none' && css.sorted)} onPress={onSort}>
          {content}
          {sort === 'none' ? null : <Icon of={sort === 'ascending' ? ChevronUp : ChevronDown} size={12} />}
        </Button>
      )}
    </th>
  )
}

interface RowProps {
  children: ReactNode
  isSelected?: boolean | undefined
  /** 44 px, for rows with a second line. */
  isTall?: boolean | undefined
  onDoubleClick?: (() => void) | undefined
  onContextMenu?: ((event: MouseEvent) => void) | undefined
  className?: string | undefined
}

/** A row of cells. To make the whole row open something, put a RowLink in its first cell. */
export function Row({ children, isSelected = false, isTall = false, className, ...events }: RowProps) {
  return (
    <tr className={cx(css.row, isSelected && css.selected, isTall && css.tall, className)} {...events}>
      {children}
    </tr>
  )
}

interface CellProps {
  children?: ReactNode
  align?: 'start' | 'end' | undefined
  tone?: 'over' | 'warning' | 'positive' | 'quiet' | 'strong' | 'guaranteed' | undefined
  /** The row's own name: a <th scope="row">. One to a row. */
  isHeader?: boolean | undefined
  span?: number | undefined
  /** Tabular figures; taken for granted when end-aligned. */
  figures?: boolean | undefined
  className?: string | undefined
}

/** A cell. A zero is an en dash with tone="quiet". */
export function Cell(props: CellProps) {
  const { children, align = 'start', tone, isHeader = false, span, figures = align === 'end', className } = props
  const look = cx(
    css.cell,
    align === 'end' && css.end,
    figures && 'figures',
    tone !== undefined && css[tone],
    className,
  )
  return isHeader ? (
    <th scope="row" colSpan={span} className={look}>
      {children}
    </th>
  ) : (
    <td colSpan={span} className={look}>
      {children}
    </td>
  )
}

/** A mark and a name, side by side, in a cell. */
export function CellWith({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <span className={cx(css.with)}>
      {mark}
      {children}
    </span>
  )
}

/** A cell's second line: what is true of the first, quietly. Both wrap; a RowLink's name ends in an ellipsis. */
export function TwoLines({ children, below }: { children: ReactNode; below?: ReactNode }) {
  return (
    <span className={cx(css.two)}>
      {children}
      {below === undefined || below === null ? null : <small>{below}</small>}
    </span>
  )
}

/** The name of what the row opens. The whole row takes the click; the ring runs round the row. */
export function RowLink({ children, onPress }: { children: ReactNode; onPress: () => void }) {
  return (
    <Button className={cx(css.rowLink)} onPress={onPress}>
      {children}
    </Button>
  )
}

/** Deeds at the end of a row: there on hover and on focus, and for those who listen always. */
export function RowActions({ children }: { children: ReactNode }) {
  return <span className={cx(css.actions)}>{children}</span>
}

interface DiscloseProps {
  children: ReactNode
  isOpen: boolean
  onToggle: () => void
  /** The id of what opens. Left out where it is the rows that follow. */
  controls?: string | undefined
  className?: string | undefined
}

/** A row's name with the chevron that opens what is behind it. */
export function Disclose({ children, isOpen, onToggle, controls, className }: DiscloseProps) {
  return (
    <Button
      className={cx(css.disclose, className)}
      aria-expanded={isOpen}
      {...defined({ 'aria-controls': controls })}
      onPress={onToggle}
    >
      <Icon of={ChevronRight} size={14} />
      {children}
    </Button>
  )
}

interface DisclosureRowProps {
  /** The row's name, beside the chevron. */
  name: ReactNode
  /** The other cells of the row. */
  children: ReactNode
  isOpen: boolean
  onToggle: () => void
  /** What opens in place, on a sheet. */
  detail: ReactNode
  /** How many columns the table has. */
  columns: number
}

/** A row that opens in place: the moves behind a line of the ledger. */
export function DisclosureRow({ name, children, isOpen, onToggle, detail, columns }: DisclosureRowProps) {
  const id = useId()
  return (
    <>
      <tr className={cx(css.row, isOpen && css.open)}>
        <th scope="row" className={cx(css.cell)}>
          <Disclose isOpen={isOpen} onToggle={onToggle} controls={id}>
            {name}
          </Disclose>
        </th>
        {children}
      </tr>
      <tr id={id} className={cx(css.detail)} hidden={!isOpen}>
        <td colSpan={columns}>{isOpen ? <div className={cx(css.panel)}>{detail}</div> : null}</td>
      </tr>
    </>
  )
}
