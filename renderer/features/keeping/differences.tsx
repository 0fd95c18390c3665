import type { TableDifference } from '#shared/domain/differences.ts'
import { tableText } from '#shared/i18n/keeping-problems.ts'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'

/** What would come back, go, and be as it was, a line for each kind of record in which something would. */
export function Differences({ differences }: { differences: readonly TableDifference[] }) {
  const { t, format } = useWords()
  const count = (value: number) => (
    <Cell align="end" tone={value === 0 ? 'quiet' : undefined}>
      {value === 0 ? '–' : format.number(value)}
    </Cell>
  )
  return (
    <Table label={t('keeping.restore.differences')}>
      <TableHead>
        <Column>{t('keeping.restore.what')}</Column>
        <Column align="end">{t('keeping.restore.back')}</Column>
        <Column align="end">{t('keeping.restore.gone')}</Column>
        <Column align="end">{t('keeping.restore.changed')}</Column>
      </TableHead>
      <tbody>
        {differences.map(({ table, back, gone, changed }) => (
          <Row key={table}>
            <Cell isHeader>{tableText(t, table)}</Cell>
            {count(back)}
            {count(gone)}
            {count(changed)}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
