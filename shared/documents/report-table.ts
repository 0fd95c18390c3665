import type { Book } from '../domain/book.ts'
import { clientOf, fullName } from '../domain/naming.ts'
import { lastDay } from '../domain/periods.ts'
import { hasChanged, isTold, type Report } from '../domain/report/report.ts'
import { hoursCell, moneyCell, type TableCell } from '../formats/delimited.ts'
import { formatter } from '../i18n/format.ts'
import { translator } from '../i18n/languages.ts'
import { periodText, shownTimes, titleOf, workFoot } from './report-paper.ts'
import { standingRows } from './report-standing.ts'

/** Time as the paper writes it: in whole minutes, what is less is left out. */
const timeCell = (seconds: number): number => hoursCell(Math.trunc(seconds / 60) * 60)

/**
 * A report as a table for a spreadsheet, in its client's language: each part under its head, with the figures that its
 * paper shows as numbers. Time in hours, money in whole units.
 */
export function reportTable(book: Book, report: Report): TableCell[][] {
  const { retainer, row, work, made, deliveries, perks, balance, changes } = report
  const client = clientOf(book, retainer)
  const [t, format] = [translator(client.language), formatter(client.language)]
  const { basis, currency } = retainer.agreement
  const amount = (value: number): number => (basis === 'hours' ? timeCell(value) : value)
  const unit = basis === 'hours' ? t('report.paper.hours') : t('report.paper.units')
  const { times } = shownTimes(report)
  const done = work.flatMap((group, place) => {
    const title = titleOf(t, format, group)
    return group.lines.map(({ text }, index): TableCell[] => [
      title,
      text,
      ...(made.saysTime ? [timeCell(times[place]?.[index] ?? 0)] : []),
    ])
  })
  const foot = workFoot(t, report).map(({ label, seconds }): TableCell[] => [label, '', timeCell(seconds)])
  const section = (head: TableCell[], rows: readonly TableCell[][]): TableCell[][] =>
    rows.length === 0 ? [] : [[], head, ...rows]
  return [
    [t('report.paper.title', { when: periodText(format, report) }), fullName(client, retainer)],
    [t('report.paper.period'), row.period.start, lastDay(row.period)],
    ...section(
      [t('report.paper.standing'), unit],
      basis === 'access' ? [] : standingRows(t, report).map(({ label, value }) => [label, amount(value)]),
    ),
    ...section(
      [t('report.paper.carriedOn'), t('report.paper.until'), unit],
      balance.filter((each) => isTold(basis, each)).map(({ amount: left, until }) => ['', until ?? '', amount(left)]),
    ),
    ...section(
      [t('report.paper.amount'), currency],
      [
        [t('report.paper.fee'), moneyCell(row.fee, currency)],
        [t('report.paper.topUps'), moneyCell(row.topUpAmount, currency)],
        [t('report.paper.overageBilled'), moneyCell(row.overageAmount, currency)],
      ],
    ),
    ...section(
      [t('report.paper.delivered'), t('report.paper.day'), t('report.paper.units')],
      [
        ...deliveries.map(({ note, day, units }) => [note, day, units]),
        ...(basis === 'deliverables' && hasChanged(report) ? [[t('report.paper.since'), '', report.since]] : []),
        ...(basis === 'deliverables' && deliveries.length > 0 ? [[t('report.paper.together'), '', row.used]] : []),
      ],
    ),
    ...section(
      [t('report.paper.done'), '', ...(made.saysTime ? [t('report.paper.hours')] : [])],
      done.length === 0 || !made.saysTime ? done : [...done, ...foot],
    ),
    ...section(
      [t('report.paper.perks'), t('report.paper.used'), t('report.paper.worth')],
      perks.map(({ perk: { name, count }, use, value }) => [
        name,
        count === null ? timeCell(use.covered) : use.times,
        moneyCell(value, currency),
      ]),
    ),
    ...section(
      [t('report.paper.changes'), t('report.paper.used'), t('report.paper.amount')],
      changes.map(({ closing, by, amount: more }) => [closing.start, amount(by.used ?? 0), moneyCell(more, currency)]),
    ),
  ]
}
