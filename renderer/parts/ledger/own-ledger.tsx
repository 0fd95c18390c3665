import { useMemo } from 'react'
import { doneOf } from '#shared/domain/book.ts'
import { ledger, type LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { sinceClosed } from '#shared/domain/ledger/since-closed.ts'
import { fullName } from '#shared/domain/naming.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { SaveTable } from '../save-table.tsx'
import { useStanding } from '../use-standing.ts'
import { ledgerTable } from './ledger-rows.ts'
import { LedgerTable } from './ledger-table.tsx'
import { ExplainsLedger } from './why.tsx'

/** Every period of a retainer so far; the one that runs has the timer's time in it. */
export function useOwnRows(retainer: Retainer): readonly LedgerRow[] {
  const book = useBook()
  const today = useToday()
  const standing = useStanding(retainer)
  const { id, agreement } = retainer
  const closed = useMemo(() => ledger(agreement, doneOf(book, id), today), [book, agreement, id, today])
  return standing ? [...closed.slice(0, -1), standing.row] : closed
}

function useSinceClosed({ id, agreement }: Retainer): ReadonlyMap<Day, LedgerRow> {
  const book = useBook()
  const today = useToday()
  return useMemo(() => sinceClosed(agreement, doneOf(book, id), today), [book, agreement, id, today])
}

interface OwnLedgerProps {
  retainer: Retainer
  rows: readonly LedgerRow[]
}

/**
 * The ledger of a retainer with its sum; each figure says why it is what it is.
 * @param opened the first day of the period that is open to begin with
 */
export function OwnLedger({ retainer, rows, opened }: OwnLedgerProps & { opened?: Day | undefined }) {
  const today = useToday()
  const { id, agreement } = retainer
  const ids = useMemo(() => [id], [id])
  const since = useSinceClosed(retainer)
  return (
    <ExplainsLedger value={retainer}>
      <LedgerTable {...{ agreement, rows, since, today, opened }} engagementIds={ids} hasTotal />
    </ExplainsLedger>
  )
}

/** The same for a spreadsheet. */
export function SaveLedger({ retainer, rows, client }: OwnLedgerProps & { client: Client }) {
  const { t, format } = useWords()
  const today = useToday()
  const since = useSinceClosed(retainer)
  const name = t('retainers.ledger.tableName', { client: fullName(client, retainer) })
  return <SaveTable name={name} rows={() => ledgerTable(t, format, retainer.agreement, rows, today, since)} />
}
