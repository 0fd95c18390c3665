import { isEnough, roles, type Columns, type Role } from '#shared/formats/columns.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { ImportPreview } from '#shared/ipc.ts'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import type { Option } from '../../ui/options.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import css from './importing.module.css'

interface MappingProps {
  table: NonNullable<ImportPreview['table']>
  isOpen: boolean
  isRemembered: boolean
  onOpen: () => void
  onChange: (columns: (Role | null)[]) => void
}

/** What the columns of a table hold. Closed where that is known; there it can be looked at and changed. */
export function Mapping({ table, isOpen, isRemembered, onOpen, onChange }: MappingProps) {
  const { t } = useWords()
  if (!isOpen)
    return (
      <p className={cx(css.quiet, css.below)}>
        {isRemembered ? `${t('importing.mapping.remembered')}. ` : null}
        <LinkButton size="small" onPress={onOpen}>
          {isRemembered ? t('importing.mapping.change') : t('importing.dialog.columns')}
        </LinkButton>
      </p>
    )
  return <OpenMapping table={table} onChange={onChange} />
}

function OpenMapping({ table, onChange }: Pick<MappingProps, 'table' | 'onChange'>) {
  const { t } = useWords()
  const { header, samples, columns } = table
  const missing = isEnough(columns) ? null : missingIn(t, columns)
  // A role stands once: where it goes to another column, it leaves the one that had it.
  const give = (place: number, role: Role | null): void =>
    onChange(columns.map((had, index) => (index === place ? role : had === role ? null : had)))
  const options: Option[] = [
    { id: 'none', label: t('importing.mapping.nothing') },
    ...roles.map((role) => ({ id: role, label: roleName(t, role) })),
  ]
  return (
    <section className={cx(css.below)}>
      <SectionHead className={cx(css.head)} title={t('importing.mapping.title')} level={3} count={header.length} />
      <p className={cx(css.quiet)}>{t('importing.mapping.statement')}</p>
      {missing === null ? null : (
        <Notice tone="plain" className={cx(css.statement)}>
          {missing}
        </Notice>
      )}
      <Table label={t('importing.mapping.title')} isFixed>
        <TableHead>
          <Column width="26%">{t('importing.mapping.column')}</Column>
          <Column>{t('importing.mapping.samples')}</Column>
          <Column width={220}>{t('importing.mapping.holds')}</Column>
        </TableHead>
        <tbody>
          {header.map((written, place) => {
            const name = written.trim() || t('importing.mapping.unnamed', { number: String(place + 1) })
            const cells = samples.map((cells) => cells[place]?.trim() ?? '').filter(Boolean)
            return (
              <Row key={place}>
                <Cell isHeader>
                  <OwnWords className={cx(css.columnName)}>{name}</OwnWords>
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
                    onChange={(id) => give(place, id === 'none' ? null : (id as Role))}
                  />
                </Cell>
              </Row>
            )
          })}
        </tbody>
      </Table>
    </section>
  )
}

const missingIn = (t: Translator, columns: Columns): string =>
  columns.includes('day') || columns.includes('start')
    ? t('importing.mapping.missingLength')
    : t('importing.mapping.missingWhen')

function roleName(t: Translator, role: Role): string {
  const names: { readonly [R in Role]: string } = {
    client: t('importing.mapping.client'),
    project: t('importing.mapping.project'),
    task: t('importing.mapping.task'),
    note: t('importing.mapping.note'),
    tags: t('importing.mapping.tags'),
    billable: t('importing.mapping.billable'),
    day: t('importing.mapping.day'),
    start: t('importing.mapping.start'),
    endDay: t('importing.mapping.endDay'),
    end: t('importing.mapping.end'),
    duration: t('importing.mapping.duration'),
  }
  return names[role]
}
