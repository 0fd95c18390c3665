import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { daysOf } from '#shared/domain/book.ts'
import { addToMonth, monthOf, type Month } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { workName } from '../../parts/work-words.ts'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { isLongAgo, twelveTo, workedIn, type ClientFacts } from './client-facts.ts'
import css from './hours-by-month.module.css'

/**
 * The hours of twelve months: a column a month, a row for each work that had any. The last ones, of a client from longer
 * ago the last that there were; from there back to the first, and forth again.
 */
export function HoursByMonth({ facts }: { facts: ClientFacts }) {
  const { t } = useWords()
  const { engagements, firstWorked, lastWorked } = facts
  const book = useBook()
  const now = monthOf(useToday())
  const [back, setBack] = useState(0)
  const newest = isLongAgo(facts) && lastWorked !== null ? monthOf(lastWorked) : now
  const months = twelveTo(addToMonth(newest, -12 * back))
  const isFirst = firstWorked === null || months.includes(monthOf(firstWorked)) || monthOf(firstWorked) > newest
  const rows = engagements
    .map((engagement) => ({
      id: engagement.id,
      name: workName(t, engagement),
      hours: months.map((month) => workedIn([daysOf(book, engagement.id)], month, month)),
    }))
    .filter(({ hours }) => hours.some((seconds) => seconds > 0))
  const isEmpty = rows.length === 0
  const sums = months.map((_, index) => sumOf(rows, ({ hours }) => hours[index] ?? 0))
  return (
    <section>
      <SectionHead
        title={t('clients.page.hours')}
        className={cx(css.head)}
        aside={
          isFirst && back === 0 ? undefined : (
            <>
              <IconButton
                size="small"
                icon={ChevronLeft}
                label={t('clients.page.yearBefore')}
                isDisabled={isFirst}
                onPress={() => setBack(back + 1)}
              />
              <IconButton
                size="small"
                icon={ChevronRight}
                label={t('clients.page.yearAfter')}
                isDisabled={back === 0}
                onPress={() => setBack(back - 1)}
              />
            </>
          )
        }
      />
      <Table label={t('clients.page.hours')} isFixed className={cx(css.months)}>
        <Head months={months} />
        <tbody>
          {isEmpty ? (
            <Row>
              <Cell span={months.length + 1} tone="quiet">
                {t('clients.page.noHours')}
              </Cell>
            </Row>
          ) : null}
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
