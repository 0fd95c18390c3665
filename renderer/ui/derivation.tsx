import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { OwnWords } from './own-words.tsx'
import css from './derivation.module.css'

interface DerivationRow {
  id: string
  mark?: ReactNode
  label: ReactNode
  /** Why it counts, or until when: "to 31 Dec". */
  reason?: ReactNode
  figure: ReactNode
}

interface DerivationProps {
  /** What and when: "Guaranteed in October". */
  title: string
  rows: readonly DerivationRow[]
  /** Equals the figure that was opened. */
  total: { label: ReactNode; figure: ReactNode }
  /** A rule in words, or a link to all of it, under the total. */
  foot?: ReactNode
}

/** What a figure is made of: the inside of a Figure's popover. Its rows add up to its total, always. */
export function Derivation({ title, rows, total, foot }: DerivationProps) {
  return (
    <div className={cx(css.derivation)}>
      <h3 className={cx(css.title)}>{title}</h3>
      <table className={cx(css.table)} aria-label={title}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <span className={cx(css.label)}>
                  {row.mark}
                  {typeof row.label === 'string' ? <OwnWords>{row.label}</OwnWords> : row.label}
                </span>
              </th>
              <td className={cx(css.reason)}>{row.reason}</td>
              <td className={cx(css.figure)}>{row.figure}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {total.label}
            </th>
            <td className={cx(css.figure)}>{total.figure}</td>
          </tr>
        </tfoot>
      </table>
      {foot === undefined ? null : <div className={cx(css.foot)}>{foot}</div>}
    </div>
  )
}
