import { useMemo } from 'react'
import { monthChanges, type Sureness } from '#shared/domain/month-close/changes.ts'
import { addToMonth } from '#shared/kernel/day.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useBook, usePreferences, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { Pass } from './use-pass.ts'
import { useMonthName } from './words.ts'
import css from './close.module.css'

/** What the month brought, and what it did to what can be counted on. */
export function ChangesStep({ pass: { month } }: { pass: Pass }) {
  const { t, format } = useWords()
  const monthName = useMonthName()
  const { go } = useNavigation()
  const book = useBook()
  const today = useToday()
  const { currency } = usePreferences()
  const changes = useMemo(() => monthChanges(book, month, today), [book, month, today])
  const rows = useRows(changes)
  if (!changes) return null
  const { before, now, isKept, earned, missing } = changes
  const by = now.guaranteed - before.guaranteed
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  const all = earned.guaranteed + earned.expected + earned.variable + earned.hourly
  const told = {
    month: monthName(month),
    earned: format.money(all, currency),
    guaranteed: format.money(now.guaranteed, currency),
    by: format.money(Math.abs(by), currency),
    b,
  }
  const key = by > 0 ? 'close.changes.more' : by < 0 ? 'close.changes.less' : 'close.changes.same'
  const heads = [
    t('close.changes.figure'),
    isKept ? t('close.changes.thenKept', { month: monthName(addToMonth(month, -1)) }) : t('close.changes.before'),
    t('close.changes.now'),
  ]
  return (
    <>
      <Statement as="h2">{t.rich(key, told)}</Statement>
      {missing.length === 0 ? null : (
        <Notice
          actions={
            <LinkButton size="small" onPress={() => go({ name: 'income' })}>
              {t('close.changes.giveRate')}
            </LinkButton>
          }
        >
          {t('close.changes.noRate', { currencies: format.list(missing), month: told.month })}
        </Notice>
      )}
      <section aria-label={t('close.changes.title')}>
        <SectionHead
          title={t('close.changes.title')}
          aside={<SaveTable name={t('close.changes.title')} rows={() => [heads, ...rows]} />}
        />
        <Table label={t('close.changes.title')} isFixed className={cx(css.ledgers)}>
          <colgroup>
            <col />
            <col className={cx(css.change)} />
            <col className={cx(css.change)} />
          </colgroup>
          <TableHead>
            {heads.map((head, index) => (
              <Column key={head} align={index === 0 ? 'start' : 'end'}>
                {head}
              </Column>
            ))}
          </TableHead>
          <tbody>
            {rows.map(([label = '', then = '', since = '']) => (
              <Row key={label}>
                <Cell isHeader>{label}</Cell>
                <Cell align="end" tone={then === since ? undefined : 'quiet'}>
                  {then}
                </Cell>
                <Cell align="end" tone={then === since ? undefined : 'strong'}>
                  {since}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
        {isKept ? null : <p className={cx(css.quiet)}>{t('close.changes.notKept')}</p>}
      </section>
      <LinkButton size="small" className={cx(css.again)} onPress={() => go({ name: 'income' })}>
        {t('close.changes.income')}
      </LinkButton>
    </>
  )
}

function useRows(changes: ReturnType<typeof monthChanges>): string[][] {
  const { t, format } = useWords()
  const { currency, target } = usePreferences()
  if (!changes) return []
  const share = (basisPoints: number | null): string =>
    basisPoints === null ? '–' : format.percent(basisPoints / 10_000)
  const row = (label: string, say: (sure: Sureness) => string): string[] => [
    label,
    say(changes.before),
    say(changes.now),
  ]
  return [
    row(t('close.changes.guaranteed'), ({ guaranteed }) => format.money(guaranteed, currency, 'always')),
    ...(target === null
      ? []
      : [
          row(t('close.changes.coverage'), ({ coverage }) => share(coverage)),
          row(t('close.changes.covered'), ({ monthsCovered }) => format.number(monthsCovered)),
        ]),
    row(t('close.changes.variation'), ({ variation }) => share(variation)),
  ]
}
