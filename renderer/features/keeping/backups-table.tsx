import { assertNever } from '#shared/kernel/assert-never.ts'
import { tableText } from '#shared/i18n/keeping-problems.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { BackupReason, BackupRow } from '#shared/keeping.ts'
import type { TableName } from '#shared/model/workspace.ts'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useWords } from '../../words.tsx'
import { useMoment } from './moment.ts'
import css from './keeping.module.css'

const columns = ['clients', 'engagements', 'entries', 'invoices'] as const satisfies readonly TableName[]

/** All of them, newest first, with what each holds. */
export function BackupsTable({
  backups,
  onChoose,
}: {
  backups: readonly BackupRow[]
  onChoose: (backup: BackupRow) => void
}) {
  const { t, format } = useWords()
  const moment = useMoment()
  return (
    <section className={cx(css.section)}>
      <SectionHead title={t('keeping.backups.list')} count={backups.length} />
      <Table label={t('keeping.backups.list')}>
        <TableHead>
          <Column>{t('keeping.backups.when')}</Column>
          <Column>{t('keeping.backups.why')}</Column>
          {columns.map((table) => (
            <Column key={table} align="end">
              {tableText(t, table)}
            </Column>
          ))}
          <Column isHidden>{t('keeping.backups.compare')}</Column>
        </TableHead>
        <tbody>
          {backups.map((backup) => {
            const { day, time } = moment(backup.at)
            return (
              <Row key={backup.name}>
                <Cell isHeader figures>
                  {day}, {time}
                </Cell>
                <Cell>
                  {backup.missing > 0 ? (
                    <Tag tone="over">{t('keeping.backups.missing', { count: backup.missing })}</Tag>
                  ) : (
                    whyText(t, backup.why)
                  )}
                </Cell>
                {columns.map((table) => {
                  const count = backup.counts[table] ?? 0
                  return (
                    <Cell key={table} align="end" tone={count === 0 ? 'quiet' : undefined}>
                      {count === 0 ? '–' : format.number(count)}
                    </Cell>
                  )
                })}
                <Cell align="end">
                  <LinkButton
                    size="small"
                    aria-label={t('keeping.backups.compareOf', { day, time })}
                    onPress={() => onChoose(backup)}
                  >
                    {t('keeping.backups.compare')}
                  </LinkButton>
                </Cell>
              </Row>
            )
          })}
        </tbody>
      </Table>
    </section>
  )
}

function whyText(t: Translator, why: BackupReason): string {
  switch (why) {
    case 'hourly':
      return t('keeping.backups.hourly')
    case 'byHand':
      return t('keeping.backups.byHand')
    case 'beforeImport':
      return t('keeping.backups.beforeImport')
    case 'beforeRestore':
      return t('keeping.backups.beforeRestore')
    case 'beforeDelete':
      return t('keeping.backups.beforeDelete')
    case 'beforeMigration':
      return t('keeping.backups.beforeMigration')
    default:
      return assertNever(why)
  }
}
