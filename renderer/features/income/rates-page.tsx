import { useState, type ReactNode } from 'react'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { clientRatesByMonth, overall } from '#shared/domain/effective-rate.ts'
import { onceADay } from '#shared/domain/once-a-day.ts'
import { hoursCell, moneyCell, type TableCell } from '#shared/formats/delimited.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { monthOf, type Day } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Client } from '#shared/model/client.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { ClientMark } from '../../parts/client-mark.tsx'
import { SaveTable } from '../../parts/save-table.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { Cell, CellWith, Column, DisclosureRow, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'
import { ClientRateDerivation, givenTo, RateDerivation, rateSpan, type ClientRate } from './rate-derivation.tsx'
import { RateDetail } from './rate-detail.tsx'
import { RatesFoot } from './rates-foot.tsx'
import { RateLine, topOfCourses } from './rate-line.tsx'
import css from './pages.module.css'

/** What an hour comes to, against the list rate (domain.md, The period ledger): where more is given than is paid for. */
export function RatesPage({ book, view }: { book: Book; view: IncomeView }) {
  const { t } = useWords()
  const rates = ratesOf(book, view.today)
  if (rates.length === 0) return <p className={cx(css.line)}>{t('income.rates.none')}</p>
  return (
    <>
      <RatesStatement rates={rates} book={book} view={view} />
      <section className={cx(css.figure)}>
        <SectionHead
          title={t('income.rates.title')}
          help={<TermHelp of="effectiveRate" />}
          aside={<SaveTable name={t('income.rates.title')} rows={() => tableOf(t, rates)} />}
        />
        <RatesTable rates={rates} book={book} view={view} />
        <RatesFoot rates={rates} book={book} view={view} />
      </section>
    </>
  )
}

/** Clients with work in the last twelve months, this one included; those whose hours are worth least first. */
const ratesOf = onceADay((book: Book, today: Day): readonly ClientRate[] => {
  const span = rateSpan({ today, now: monthOf(today) })
  return [...book.workspace.tables.clients.values()]
    .map((client) => {
      const months = clientRatesByMonth(book, client, span)
      return { client, months, year: overall(months) }
    })
    .filter(({ year }) => year.worked > 0)
    .toSorted((one, other) => shareOfList(one) - shareOfList(other))
})

const shareOfList = ({ client, year }: ClientRate): number =>
  client.listRate === 0 ? Infinity : (year.rate ?? 0) / client.listRate

/** All clients in the user's own currency together, and to whom most is given. */
function RatesStatement({ rates, book, view }: RatesTableProps) {
  const { t, format } = useWords()
  const { currency } = preferencesOf(book.workspace)
  const own = rates.filter(({ client }) => client.currency === currency)
  const all = overall(own.flatMap(({ months }) => months))
  const most = own.toSorted((one, other) => givenTo(other.year) - givenTo(one.year))[0]
  const { rate } = all
  if (rate === null) return null
  const list = listOf(own)
  const share = list === 0 ? 0 : Math.round((Math.abs(rate - list) / list) * 100)
  const figure = (text: ReactNode) => (
    <Figure
      explainLabel={t('income.rates.title')}
      explain={
        <RateDerivation
          title={t('income.rates.title')}
          currency={currency}
          rows={own.map(({ client, year }) => ({
            id: client.id,
            mark: <ClientMark mark={client.mark} size={12} />,
            label: client.name,
            rate: year,
          }))}
          all={all}
          list={list}
          isOfAll
        />
      }
    >
      {text}
    </Figure>
  )
  const given = most ? givenTo(most.year) : 0
  const toMost = (text: ReactNode) => (most ? <ClientFigure {...{ book, view, text }} client={most.client} /> : null)
  const words = { rate: format.money(rate, currency), percent: format.percent(share / 100), b: figure }
  return (
    <Statement>
      {t.rich(
        list === 0
          ? 'income.rates.plain'
          : share === 0
            ? 'income.rates.same'
            : rate < list
              ? 'income.rates.under'
              : 'income.rates.over',
        words,
      )}
      {most && given > 0
        ? [
            ' ',
            t.rich('income.rates.given', {
              amount: format.money(given, currency),
              client: most.client.name,
              b: toMost,
            }),
          ]
        : null}
    </Statement>
  )
}

/**
 * What an hour of all of them would have brought at the list rate of each, as the rows compare: their hours at their
 * rates, over the hours. 0 where one of them has no list rate: then nothing is compared.
 */
function listOf(rates: readonly ClientRate[]): number {
  const worked = sumOf(rates, ({ year }) => year.worked)
  if (worked === 0 || rates.some(({ client }) => client.listRate === 0)) return 0
  return scaleRounded(
    sumOf(rates, ({ client, year }) => client.listRate * year.worked),
    1,
    worked,
  )
}

interface RatesTableProps {
  readonly rates: readonly ClientRate[]
  readonly book: Book
  readonly view: IncomeView
}

const COLUMNS = 7

function RatesTable({ rates, book, view }: RatesTableProps) {
  const { t } = useWords()
  const [open, setOpen] = useState<string | null>(null)
  // One currency stands in the head, of several each beside its client.
  const currencies = new Set(rates.map(({ client }) => client.currency))
  const unit = currencies.size === 1 ? [...currencies][0] : undefined
  const head = (name: string): string => (unit === undefined ? name : `${name} (${unit})`)
  const { top } = topOfCourses(rates.map(({ client, months }) => ({ months, list: client.listRate })))
  return (
    <Table label={t('income.rates.title')}>
      <TableHead>
        <Column>{t('income.rates.client')}</Column>
        <Column>{t('income.rates.course')}</Column>
        <Column align="end">{t('income.rates.worked')}</Column>
        <Column align="end">{head(t('income.rates.perHour'))}</Column>
        <Column align="end">{head(t('income.rates.list'))}</Column>
        <Column align="end">{t('income.rates.ofList')}</Column>
        <Column align="end">{head(t('income.rates.givenHead'))}</Column>
      </TableHead>
      <tbody>
        {rates.map((rate) => (
          <DisclosureRow
            key={rate.client.id}
            columns={COLUMNS}
            isOpen={open === rate.client.id}
            onToggle={() => setOpen(open === rate.client.id ? null : rate.client.id)}
            name={
              <CellWith mark={<ClientMark mark={rate.client.mark} size={12} />}>
                <OwnWords>{rate.client.name}</OwnWords>
                {unit === undefined ? <span className={cx(css.unit)}> {rate.client.currency}</span> : null}
              </CellWith>
            }
            detail={<RateDetail rate={rate} book={book} view={view} />}
          >
            <RateCells {...{ rate, book, view, top }} />
          </DisclosureRow>
        ))}
      </tbody>
    </Table>
  )
}

interface RateCellsProps extends Omit<RatesTableProps, 'rates'> {
  readonly rate: ClientRate
  /** Of all courses' scale. */
  readonly top: number
}

function RateCells({ rate, book, view, top }: RateCellsProps) {
  const { format } = useWords()
  const { client, months, year } = rate
  const given = givenTo(year)
  const share = shareOfList(rate)
  const opens = (text: string) => <ClientFigure {...{ client, book, view, text }} isInTable />
  return (
    <>
      <Cell>
        <RateLine months={months} list={client.listRate} currency={client.currency} top={top} />
      </Cell>
      <Cell align="end">{opens(format.hours(year.worked))}</Cell>
      <Cell align="end" tone="strong">
        {opens(format.amount(year.rate ?? 0, client.currency))}
      </Cell>
      <Cell align="end">{opens(format.amount(client.listRate, client.currency))}</Cell>
      <Cell align="end" tone={share < 1 ? 'warning' : undefined}>
        {Number.isFinite(share) ? opens(format.percent(share)) : '–'}
      </Cell>
      <Cell align="end" tone={given === 0 ? 'quiet' : undefined}>
        {given === 0 ? '–' : opens(format.amount(given, client.currency))}
      </Cell>
    </>
  )
}

interface ClientFigureProps extends Omit<RatesTableProps, 'rates'> {
  readonly client: Client
  readonly text: ReactNode
  readonly isInTable?: boolean
}

/** A figure of a client's hours, which opens what they came to. */
function ClientFigure({ client, book, view, text, isInTable = false }: ClientFigureProps) {
  return (
    <Figure
      isInTable={isInTable}
      explainLabel={nameInWords(client.name)}
      explain={<ClientRateDerivation {...{ client, book, view }} />}
    >
      {text}
    </Figure>
  )
}

function tableOf(t: Translator, rates: readonly ClientRate[]): TableCell[][] {
  return [
    [
      t('income.rates.client'),
      t('income.rates.currency'),
      t('income.turning.month'),
      t('income.rates.worked'),
      t('income.rates.earned'),
      t('income.rates.perHour'),
      t('income.rates.list'),
      t('income.rates.perks'),
      t('income.rates.overServicing'),
    ],
    ...rates.flatMap(({ client, months }) =>
      months.map((month): TableCell[] => [
        client.name,
        client.currency,
        month.month,
        hoursCell(month.worked),
        moneyCell(month.earned, client.currency),
        month.rate === null ? '' : moneyCell(month.rate, client.currency),
        moneyCell(client.listRate, client.currency),
        moneyCell(month.perksValue, client.currency),
        moneyCell(month.overServicing, client.currency),
      ]),
    ),
  ]
}
