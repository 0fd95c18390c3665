import { minuteSteps } from '../domain/day-view.ts'
import { nobody, partyOfClient } from '../domain/billing/parties.ts'
import { preferencesOf, type Book } from '../domain/book.ts'
import { clientOf, fullName } from '../domain/naming.ts'
import { lastDay } from '../domain/periods.ts'
import { shownRow } from '../domain/ledger/shown-row.ts'
import { hasChanged, isTold, type Report } from '../domain/report/report.ts'
import type { WorkGroup } from '../domain/report/work.ts'
import { amountInColumn } from '../i18n/amounts.ts'
import { formatter, type Format } from '../i18n/format.ts'
import { spanText } from '../i18n/invoice-lines.ts'
import { periodName } from '../i18n/period-name.ts'
import { theDay } from '../i18n/the-day.ts'
import { translator } from '../i18n/languages.ts'
import type { Translator } from '../i18n/translator.ts'
import { isDay } from '../kernel/day.ts'
import { sumOf } from '../kernel/units.ts'
import { addressOf, signOf } from './invoice-paper.ts'
import type { Block, Paper } from './paper.ts'
import { standingRows } from './report-standing.ts'

interface Said {
  readonly t: Translator
  readonly format: Format
  readonly report: Report
  readonly currency: string
}

/** A period's report as its client reads it, in the client's language (product.md, Close the month). */
export function reportPaper(book: Book, report: Report): Paper {
  const { retainer, row, made } = report
  const client = clientOf(book, retainer)
  const { language } = client
  const said: Said = {
    t: translator(language),
    format: formatter(language),
    report,
    currency: retainer.agreement.currency,
  }
  const { t, format } = said
  const when = periodText(format, report)
  const title = t('report.paper.title', { when })
  const { issuer } = preferencesOf(book.workspace).billing
  const facts: [string, string][] = [[t('report.paper.period'), spanOf(format, row.period)]]
  if (retainer.name !== '') facts.push([t('report.paper.agreement'), fullName(client, retainer)])
  const text = (words: string): Block[] => (words === '' ? [] : [{ kind: 'text', text: words }])
  return {
    language,
    title,
    name: [title, fullName(client, retainer)].join(' '),
    ...signOf(book),
    from: addressOf(t, issuer),
    to: addressOf(t, { ...nobody, ...partyOfClient(client) }),
    facts,
    blocks: [
      ...text(made.intro),
      ...standing(said),
      ...course(said),
      ...delivered(said),
      ...work(said),
      ...perks(said),
      ...changes(said),
    ],
  }
}

/** A month by its name, any other stretch by its days. */
export const periodText = (format: Format, { row: { period } }: Pick<Report, 'row'>): string =>
  spanText(format, period.start, lastDay(period))

const spanOf = (format: Format, period: Report['row']['period']): string =>
  `${format.day(period.start)} – ${format.day(lastDay(period), 'long')}`

/** What there was, what became of it, and what is left: the figures with a sentence on what can still be used. */
function standing({ t, format, report, currency }: Said): Block[] {
  const { retainer, row, balance } = report
  const { basis } = retainer.agreement
  const amount = (value: number): string => amountInColumn(format, basis, value)
  const rows = standingRows(t, report).map(({ label, value }) => [label, amount(value)])
  const unit = basis === 'hours' ? 'report.paper.hours' : 'report.paper.units'
  const money = (value: number): string => format.money(value, currency, 'always')
  const fees = [
    [t('report.paper.fee'), money(row.fee)],
    ...(row.topUpAmount === 0 ? [] : [[t('report.paper.topUps'), money(row.topUpAmount)]]),
    ...(row.overageAmount === 0 ? [] : [[t('report.paper.overageBilled'), money(row.overageAmount)]]),
  ]
  const heading: Block = { kind: 'heading', text: t('report.paper.standing') }
  if (basis === 'access')
    return [heading, { kind: 'text', text: t('report.paper.access') }, plainTable(t, 'report.paper.amount', fees)]
  const there = row.opening + row.adjusted + row.granted
  const covered = Math.max(0, row.used - row.overage - row.borrowed)
  const used = amount(row.used)
  const [isOf, isOwed] =
    basis === 'hours'
      ? (['report.paper.stay', 'report.paper.stayOwed'] as const)
      : (['report.paper.stayUnits', 'report.paper.stayOwedUnits'] as const)
  const stay: Block = {
    kind: 'stay',
    // What was borrowed of it is more than it grants by now, after a pause: there is nothing to use.
    label: there < 0 ? t(isOwed, { used, owed: amount(-there) }) : t(isOf, { used, there: amount(there) }),
    lots: [
      { amount: covered, look: 'used' },
      { amount: Math.max(0, there - covered), look: 'left' },
      { amount: row.overage + row.borrowed, look: 'over' },
    ],
  }
  const kept = balance
    .filter((each) => isTold(basis, each))
    .map(({ amount: left, until }) => {
      const told = { left: amount(Math.abs(left)) }
      if (left < 0) return t('report.paper.borrowed', told)
      return until === null
        ? t('report.paper.keeps', told)
        : t('report.paper.usable', { ...told, day: theDay(format, until, 'long', 'al') })
    })
  return [
    heading,
    stay,
    { ...plainTable(t, unit, rows), strong: [rows.length - 1] },
    { kind: 'text', text: kept.length === 0 ? t('report.paper.nothingLeft') : kept.join('\n') },
    plainTable(t, 'report.paper.amount', fees),
  ]
}

type FigureHead = 'report.paper.hours' | 'report.paper.units' | 'report.paper.amount' | 'report.paper.time'

const plainTable = (t: Translator, head: FigureHead, rows: readonly (readonly string[])[]) => ({
  kind: 'table' as const,
  columns: [{ label: '' }, { label: t(head), isFigure: true }],
  rows,
})

function delivered({ t, format, report }: Said): Block[] {
  const { deliveries, since, row } = report
  const isChanged = hasChanged(report) && report.retainer.agreement.basis === 'deliverables'
  if (deliveries.length === 0 && !isChanged) return []
  const rows = deliveries.map(({ day, note, units }) => [format.day(day), note, format.number(units)])
  const changed = [
    ['', t('report.paper.since'), format.number(since)],
    ['', t('report.paper.together'), format.number(row.used)],
  ]
  return [
    { kind: 'heading', text: t('report.paper.delivered') },
    {
      kind: 'table',
      columns: [{ label: t('report.paper.day') }, { label: '' }, { label: t('report.paper.units'), isFigure: true }],
      rows: isChanged ? [...rows, ...changed] : rows,
      ...(isChanged ? { strong: [rows.length + 1] } : {}),
    },
  ]
}

/** What was done, head by head; what perks covered, and what has changed since, lead from it to what was used. */
function work(said: Said): Block[] {
  const { t, format, report } = said
  const { work: groups, made } = report
  if (groups.length === 0) return []
  const { times } = shownTimes(report)
  const rows: string[][] = []
  const strong: number[] = []
  for (const [place, group] of groups.entries()) {
    const own = times[place] ?? []
    // Where nothing has a task or a tag there is no head to tell it from others by.
    const isAlone = groups.length === 1 && group.key === ''
    if (!isAlone) {
      strong.push(rows.length)
      rows.push([titleOf(t, format, group), format.hours(sumOf(own, (each) => each))])
    }
    const isSaid = (text: string): boolean => text !== '' && text !== group.title
    for (const [index, { text }] of group.lines.entries())
      if (isSaid(text)) rows.push([text, format.hours(own[index] ?? 0)])
    const unsaid = sumOf(
      own.filter((_, index) => !isSaid(group.lines[index]?.text ?? '')),
      (each) => each,
    )
    if (isAlone && unsaid !== 0) rows.push([t('report.paper.other'), format.hours(unsaid)])
  }
  const heading: Block = { kind: 'heading', text: t('report.paper.done') }
  if (!made.saysTime)
    return [heading, { kind: 'table', columns: [{ label: '' }], rows: rows.map(([words = '']) => [words]), strong }]
  rows.push(...workFoot(t, report).map(({ label, seconds }) => [label, format.hours(seconds)]))
  strong.push(rows.length - 1)
  return [heading, { ...plainTable(t, 'report.paper.time', rows), strong }]
}

/** What leads from the work that is listed to what was used: what perks covered, what has changed since, and the sum. */
export function workFoot(t: Translator, report: Report): { readonly label: string; readonly seconds: number }[] {
  const isHours = report.retainer.agreement.basis === 'hours'
  const { times, rest } = shownTimes(report)
  const listed = sumOf(times.flat(), (each) => each)
  const foot = (label: string, seconds: number, isSaid = true) => (isSaid ? [{ label, seconds }] : [])
  return [
    ...foot(t('report.paper.coveredByPerks'), -report.covered, isHours && report.covered !== 0),
    ...foot(t('report.paper.since'), rest, isHours && hasChanged(report)),
    ...foot(t('report.paper.together'), isHours ? shownRow(report.row, 'hours').used : listed),
  ]
}

/**
 * The times of the lines, group by group, cut to the minute as steps of one sum, so that those that are shown lead to
 * what is shown as used. `rest` is what has changed since the period was closed; less than a minute is in the last line.
 */
export function shownTimes(report: Report): { times: number[][]; rest: number } {
  const { work: groups, row, covered, retainer } = report
  const steps = minuteSteps(groups.flatMap(({ lines }) => lines.map(({ seconds }) => seconds)))
  const isHours = retainer.agreement.basis === 'hours'
  const listed = sumOf(steps, (each) => each)
  const rest = isHours ? shownRow(row, 'hours').used - listed + Math.floor(covered / 60) * 60 : 0
  const last = steps.length - 1
  if (!hasChanged(report)) steps[last] = (steps[last] ?? 0) + rest
  let place = 0
  return { times: groups.map(({ lines }) => lines.map(() => steps[place++] ?? 0)), rest }
}

/** The head of a group: a day, or what was noted. */
export function titleOf(t: Translator, format: Format, { key, title }: Pick<WorkGroup, 'key' | 'title'>): string {
  if (isDay(title)) return format.day(title)
  return key === '' && title === '' ? t('report.paper.other') : title
}

function perks({ t, format, report, currency }: Said): Block[] {
  if (report.perks.length === 0) return []
  const rows = report.perks.map(({ perk: { name, minutes, count }, use, value }) => {
    const used =
      count !== null
        ? t('report.paper.timesOf', { used: format.number(use.times), count: format.number(count) })
        : minutes !== null
          ? t('report.paper.timeOf', { used: format.hours(use.covered), quota: format.hours(minutes * 60) })
          : t('report.paper.promise')
    return [name, used, format.money(value, currency, 'always')]
  })
  return [
    { kind: 'heading', text: t('report.paper.perks') },
    {
      kind: 'table',
      columns: [
        { label: '' },
        { label: t('report.paper.used'), isFigure: true },
        { label: t('report.paper.worth'), isFigure: true },
      ],
      rows,
    },
  ]
}

/** What was changed in periods that had been reported: in sight here, and money of it on the next invoice. */
function changes({ t, format, report, currency }: Said): Block[] {
  if (report.changes.length === 0) return []
  const { basis } = report.retainer.agreement
  const rows = report.changes.map(({ closing, by, amount }) => {
    const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text)
    const used = by.used ?? 0
    return [
      spanText(format, closing.start, lastDay({ ...report.row.period, ...closing })),
      used === 0 ? '–' : signed(used, amountInColumn(format, basis, used)),
      amount === 0 ? '–' : signed(amount, format.money(amount, currency, 'always')),
    ]
  })
  return [
    { kind: 'heading', text: t('report.paper.changes') },
    { kind: 'text', text: t('report.paper.changesWords') },
    {
      kind: 'table',
      columns: [
        { label: t('report.paper.period') },
        { label: t('report.paper.used'), isFigure: true },
        { label: t('report.paper.amount'), isFigure: true },
      ],
      rows,
    },
  ]
}

const COURSES = {
  month: 'report.paper.course.month',
  quarter: 'report.paper.course.quarter',
  year: 'report.paper.course.year',
} as const

/** Agreed and delivered, period by period; of one alone there is nothing to compare. */
function course({ t, format, report }: Said): Block[] {
  const { course: periods, retainer } = report
  const { basis } = retainer.agreement
  if (basis === 'access' || periods.length < 2) return []
  return [
    { kind: 'heading', text: t(COURSES[retainer.agreement.period.every]) },
    {
      kind: 'bars',
      series: [t('report.paper.agreed'), t('report.paper.deliveredSeries')],
      bars: periods.map(({ period, granted, used }) => ({
        label: periodName(t, format, retainer.agreement, period, 'short'),
        amounts: [granted, used],
        figure: amountInColumn(format, basis, used),
      })),
    },
  ]
}
