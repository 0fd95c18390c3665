import { useMemo } from 'react'
import { doneOf, type Book } from '#shared/domain/book.ts'
import { reopening, type Reopened } from '#shared/domain/ledger/closing.ts'
import { shownRow, type ShownRow } from '#shared/domain/ledger/shown-row.ts'
import type { MonthLedger } from '#shared/domain/month-close/ledgers.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import type { Day } from '#shared/kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useBook, useExecute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { headsOf } from '../../parts/ledger/heads.ts'
import css from './close.module.css'

interface ReopenDialogProps {
  /** Closed, and nobody has got their reports. */
  ledgers: readonly MonthLedger[]
  onClose: () => void
}

/** What opening closed periods again changes, in them and in later ones, before anything is kept (domain.md, The period ledger). */
export function ReopenDialog({ ledgers, onClose }: ReopenDialogProps) {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const execute = useExecute()
  const lines = useMemo(() => ledgers.flatMap((ledger) => linesOf(book, ledger, today)), [book, ledgers, today])
  const favours = ledgers.filter(({ closing }) => closing?.goodwill !== undefined).length
  const reopen = async (): Promise<void> => {
    onClose()
    // Only the last closed one of a retainer is opened.
    for (const { closing, retainer } of ledgers.toReversed()) {
      if (!closing) continue
      const done = t('close.ledgers.opened', { name: fullName(clientOf(book, retainer), retainer) })
      if ((await execute('period.reopen', { id: closing.id }, ledgers.length === 1 ? { done } : {})) === null) return
    }
  }
  return (
    <Dialog
      isOpen
      size="medium"
      onClose={onClose}
      title={t('close.reopen.title', { count: ledgers.length })}
      actions={
        <>
          <Button variant="quiet" autoFocus onPress={onClose}>
            {t('close.reopen.keep')}
          </Button>
          <Button variant="primary" onPress={() => void reopen()}>
            {t('close.reopen.deed')}
          </Button>
        </>
      }
    >
      {favours > 0 ? <p>{t('close.reopen.favours', { count: favours })}</p> : null}
      <p>{lines.length === 0 ? t('close.reopen.same') : t('close.reopen.changes')}</p>
      {lines.length === 0 ? null : <Changes lines={lines} />}
    </Dialog>
  )
}

function Changes({ lines }: { lines: readonly Line[] }) {
  const { t, format } = useWords()
  const book = useBook()
  const heads = headsOf(t)
  return (
    <Table label={t('close.reopen.table')} className={cx(css.reopened)}>
      <TableHead>
        <Column>{t('retainers.ledger.period')}</Column>
        <Column>{t('close.reopen.figure')}</Column>
        <Column align="end">{t('close.reopen.before')}</Column>
        <Column align="end">{t('close.reopen.after')}</Column>
      </TableHead>
      <tbody>
        {lines.map(({ ledger: { retainer, row }, period, figure, before, after }) => {
          const { agreement } = retainer
          const month = periodName(t, format, agreement, period, 'long')
          const written = (value: number): string =>
            figure === 'money'
              ? format.money(value, agreement.currency, 'always')
              : amountInColumn(format, agreement.basis, value)
          return (
            <Row key={`${retainer.id} ${row.period.start} ${period.start} ${figure}`}>
              <Cell isHeader>{`${clientOf(book, retainer).name}, ${month}`}</Cell>
              <Cell>{figure === 'money' ? t('close.reopen.money') : heads[figure]}</Cell>
              <Cell align="end">{written(before)}</Cell>
              <Cell align="end">{written(after)}</Cell>
            </Row>
          )
        })}
      </tbody>
    </Table>
  )
}

interface Line {
  readonly ledger: MonthLedger
  readonly period: Reopened['before']['period']
  readonly figure: keyof ShownRow | 'money'
  readonly before: number
  readonly after: number
}

/** The figures that would be others, as they are shown; what is owed beside the fee as one. */
function linesOf(book: Book, ledger: MonthLedger, today: Day): Line[] {
  const { retainer, row } = ledger
  const { agreement } = retainer
  return reopening(agreement, doneOf(book, retainer.id), row.period.start, today).flatMap(({ before, after }) => {
    const [was, is] = [shownRow(before, agreement.basis), shownRow(after, agreement.basis)]
    const of = { ledger, period: before.period }
    const owed = (each: typeof before): number => each.fee + each.topUpAmount + each.overageAmount
    const figures: Line[] = (Object.keys(was) as (keyof ShownRow)[]).map((figure) => ({
      ...of,
      figure,
      before: was[figure],
      after: is[figure],
    }))
    const all: Line[] = [...figures, { ...of, figure: 'money', before: owed(before), after: owed(after) }]
    return all.filter((line) => line.before !== line.after)
  })
}
