import { useRef } from 'react'
import { boardColumns, columnOf, type BoardColumn } from '#shared/domain/board.ts'
import { clientOf } from '#shared/domain/naming.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { cx } from '../../ui/cx.ts'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { BoardCard } from './board-card.tsx'
import { OutcomeDialog } from '../../parts/outcome-dialog.tsx'
import { feesText, feeWriter } from './fees.ts'
import { useBoardKeys } from './use-board-keys.ts'
import css from './board.module.css'

/** The retainers by status, from a draft to its end: each card with what is left, its pace, its next date and its fee. */
export function Board({ retainers }: { retainers: readonly Retainer[] }) {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const whole = useRef<HTMLDivElement>(null)
  const { declining, keepAsking } = useBoardKeys(whole, retainers)
  const writeFee = feeWriter(format, retainers)
  const titleOf = useColumnTitle()
  return (
    <>
      <div ref={whole} className={cx(css.board)} role="group" aria-label={t('retainers.list.board')}>
        {boardColumns.map((column) => {
          const its = retainers.filter((retainer) => columnOf(retainer, today) === column)
          const isPaid = column === 'active' || column === 'ending'
          return (
            <section
              key={column}
              className={cx(css.column, its.length === 0 && css.empty)}
              aria-label={titleOf(column)}
            >
              <h2>
                {titleOf(column)} <span>{its.length}</span>
              </h2>
              {isPaid && its.length > 0 ? <p className="figures">{feesText(its, today, writeFee, format)}</p> : null}
              <ul>
                {its.map((retainer) => (
                  <BoardCard key={retainer.id} {...{ retainer, column, writeFee }} />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      <p className={cx(css.keys)}>{t('retainers.board.keys')}</p>
      {declining ? (
        <OutcomeDialog
          retainer={declining}
          client={clientOf(book, declining)}
          onClose={keepAsking}
          isDeclining={declining.status !== 'declined'}
        />
      ) : null}
    </>
  )
}

function useColumnTitle(): (column: BoardColumn) => string {
  const { t } = useWords()
  return (column) => {
    switch (column) {
      case 'draft':
        return t('retainers.list.drafts')
      case 'proposed':
        return t('retainers.list.proposed')
      case 'active':
        return t('retainers.list.active')
      case 'ending':
        return t('retainers.board.ending')
      case 'ended':
        return t('retainers.list.ended')
      case 'declined':
        return t('retainers.board.declined')
      default:
        return assertNever(column)
    }
  }
}
