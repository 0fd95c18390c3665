import type { LedgerRow } from '#shared/domain/ledger/ledger.ts'
import { monthsIn } from '#shared/domain/periods.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { Cell } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'

/** What the last line of a ledger sums up: so many months, quarters or years. */
export function TotalCell({ agreement, rows }: { agreement: Agreement; rows: readonly LedgerRow[] }) {
  const { t } = useWords()
  const words = { every: monthsIn[agreement.period.every], count: rows.length }
  return <Cell isHeader>{t('retainers.ledger.total', words)}</Cell>
}
