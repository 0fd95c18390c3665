import { cx } from '../ui/cx.ts'
import { OwnWords } from '../ui/own-words.tsx'
import { Select } from '../ui/select.tsx'
import { Cell, Column, Row, Table, TableHead } from '../ui/table.tsx'
import { useWords } from '../words.tsx'
import css from './column-table.module.css'

interface ColumnTableProps<Role extends string> {
  label: string
  header: readonly string[]
  /** The first rows, cell by cell. */
  samples: readonly (readonly string[])[]
  columns: readonly (Role | null)[]
  roles: readonly { readonly id: Role; readonly label: string }[]
  onGive: (place: number, role: Role | null) => void
}

/** What the columns of a file hold, with what stands in them: each can be given another role. */
export function ColumnTable<Role extends string>(props: ColumnTableProps<Role>) {
  const { label, header, samples, columns, roles, onGive } = props
  const { t } = useWords()
  const options = [{ id: 'none', label: t('importing.mapping.nothing') }, ...roles]
  return (
    <Table label={label} isFixed>
      <TableHead>
        <Column width="26%">{t('importing.mapping.column')}</Column>
        <Column>{t('importing.mapping.samples')}</Column>
        <Column width={220}>{t('importing.mapping.holds')}</Column>
      </TableHead>
      <tbody>
        {header.map((written, place) => {
          const name = written.trim() || t('importing.mapping.unnamed', { number: String(place + 1) })
          const cells = samples.map((row) => row[place]?.trim() ?? '').filter(Boolean)
          return (
            <Row key={place}>
              <Cell isHeader>
                <OwnWords>{name}</OwnWords>
              </Cell>
              <Cell tone="quiet" className={cx(css.samples)}>
                <OwnWords>{[...new Set(cells)].join('  ·  ') || '–'}</OwnWords>
              </Cell>
              <Cell className={cx(css.choose)}>
                <Select
                  label={t('importing.mapping.holdsOf', { name })}
                  labelPlacement="hidden"
                  options={options}
                  value={columns[place] ?? 'none'}
                  onChange={(id) => onGive(place, roles.find((role) => role.id === id)?.id ?? null)}
                />
              </Cell>
            </Row>
          )
        })}
      </tbody>
    </Table>
  )
}
