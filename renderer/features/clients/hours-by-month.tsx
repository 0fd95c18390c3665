import { daysOf } from '#shared/domain/book.ts'
import type { Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { workName } from '../../parts/work-words.ts'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { lastTwelve, workedIn, type ClientFacts } from './client-facts.ts'
import css from './hours-by-month.module.css'

/** The hours of the last twelve months: a column a month, a row for each work that had any. */
export function HoursByMonth({ facts: { engagements } }: { facts: ClientFacts }) {
  const { t } = useWords()
  const book = useBook()
  const months = lastTwelve(useToday())
  const rows = engagements
    .map((engagement) => ({
      id: engagement.id,
      name: workName(t, engagement),
      hours: months.map((month) => workedIn([daysOf(book, engagement.id)], month, month)),
    }))
    .filter(({ hours }) => hours.some((seconds) => seconds > 0))
  const sums = months.map((_, index) => sumOf(rows, ({ hours }) => hours[index] ?? 0))
  return (
    <section>
      <SectionHead title={t('clients.page.hours')} className={cx(css.head)} />
      <Table label={t('clients.page.hours')} isFixed className={cx(css.months)}>
        <Head months={months} />
        <tbody>
          {rows.map(({ id, name, hours }) => (
            <Row key={id}>
              <Cell isHeader>
                <OwnWords>{name}</OwnWords>
              </Cell>
              <HourCells {...{ months, hours }} />
            </Row>
          ))}
        </tbody>
        {rows.length > 1 ? (
          <tfoot>
            <tr>
              <Cell isHeader>{t('clients.page.total')}</Cell>
              <HourCells months={months} hours={sums} />
            </tr>
          </tfoot>
        ) : null}
      </Table>
    </section>
  )
}

/** Months in three letters; the year under January and under the first column. */
function Head({ months }: { months: readonly Month[] }) {
  const { t, format } = useWords()
  return (
    <>
      <colgroup>
        <col className={cx(css.name)} />
        <col span={months.length} />
      </colgroup>
      <TableHead>
        <Column isHidden>{t('clients.page.work')}</Column>
        {months.map((month, index) => (
          <Column key={month} align="end">
            {format.month(month, 'short')}
            {index === 0 || month.endsWith('-01') ? <small className={cx(css.year)}>{month.slice(0, 4)}</small> : null}
          </Column>
        ))}
      </TableHead>
    </>
  )
}

function HourCells({ months, hours }: { months: readonly Month[]; hours: readonly number[] }) {
  const { format } = useWords()
  return months.map((month, index) => {
    const seconds = hours[index] ?? 0
    return (
      <Cell key={month} align="end" tone={seconds < 60 ? 'quiet' : undefined}>
        {seconds < 60 ? '–' : format.hours(seconds)}
      </Cell>
    )
  })
}
