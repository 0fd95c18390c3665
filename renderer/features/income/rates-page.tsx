import { useMemo, useState, type ReactNode } from 'react'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { clientRatesByMonth, overall, type EffectiveRate, type RateOfMonth } from '#shared/domain/effective-rate.ts'
import { hoursCell, moneyCell, type TableCell } from '#shared/formats/delimited.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { addToMonth } from '#shared/kernel/day.ts'
import type { Client } from '#shared/model/client.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { SaveTable } from '../../parts/save-table.tsx'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { Cell, CellWith, Column, DisclosureRow, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { MONTHS_BACK, type IncomeView } from './income-view.ts'
import { RateDetail } from './rate-detail.tsx'
import { RateLine } from './rate-line.tsx'
import css from './pages.module.css'

/** What an hour of a client's came to, month by month and in all. */
export interface ClientRate {
  readonly client: Client
  readonly months: readonly RateOfMonth[]
  readonly year: EffectiveRate
}

/** What an hour comes to, against the list rate (domain.md, The period ledger): where more is given than is paid for. */
export function RatesPage({ book, view }: { book: Book; view: IncomeView }) {
  const { t } = useWords()
  const rates = useMemo(() => ratesOf(book, view), [book, view])
  if (rates.length === 0) return <p className={cx(css.line)}>{t('income.rates.none')}</p>
  return (
    <>
      <RatesStatement rates={rates} book={book} />
      <section className={cx(css.figure)}>
        <SectionHead
          title={t('income.rates.title')}
          aside={<SaveTable name={t('income.rates.title')} rows={() => tableOf(t, rates)} />}
        />
        <RatesTable rates={rates} book={book} view={view} />
        <p className={cx(css.foot)}>{t('income.rates.foot')}</p>
      </section>
    </>
  )
}

/** Clients with work in the last twelve months, this one included; those whose hours are worth least first. */
function ratesOf(book: Book, { today, now }: IncomeView): ClientRate[] {
  const span = { today, from: addToMonth(now, 1 - MONTHS_BACK), to: now }
  return [...book.workspace.tables.clients.values()]
    .map((client) => {
      const months = clientRatesByMonth(book, client, span)
      return { client, months, year: overall(months) }
    })
    .filter(({ year }) => year.worked > 0)
    .toSorted((one, other) => shareOfList(one) - shareOfList(other))
}

const shareOfList = ({ client, year }: ClientRate): number =>
  client.listRate === 0 ? Infinity : (year.rate ?? 0) / client.listRate

/** All clients in the user's own currency together, and to whom most is given. */
function RatesStatement({ rates, book }: { rates: readonly ClientRate[]; book: Book }) {
  const { t, format } = useWords()
  const { currency, listRate } = preferencesOf(book.workspace)
  const own = rates.filter(({ client }) => client.currency === currency)
  const { rate } = overall(own.flatMap(({ months }) => months))
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const most = own.toSorted((one, other) => givenTo(other) - givenTo(one))[0]
  if (rate === null) return null
  const percent = listRate === 0 ? 0 : Math.round((Math.abs(rate - listRate) / listRate) * 100)
  const words = { rate: format.money(rate, currency), percent: `${percent}%`, b }
  return (
    <Statement>
      {t.rich(
        percent === 0 ? 'income.rates.same' : rate < listRate ? 'income.rates.under' : 'income.rates.over',
        words,
      )}
      {most && givenTo(most) > 0
        ? [
            ' ',
            t('income.rates.given', {
              amount: format.money(givenTo(most), currency),
              client: nameInWords(most.client.name),
            }),
          ]
        : null}
    </Statement>
  )
}

/** Perks and absorbed overage, at list price. */
const givenTo = ({ year }: ClientRate): number => year.perksValue + year.overServicing

interface RatesTableProps {
  readonly rates: readonly ClientRate[]
  readonly book: Book
  readonly view: IncomeView
}

const COLUMNS = 7

function RatesTable({ rates, book, view }: RatesTableProps) {
  const { t } = useWords()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Table label={t('income.rates.title')}>
      <TableHead>
        <Column>{t('income.rates.client')}</Column>
        <Column>{t('income.rates.course')}</Column>
        <Column align="end">{t('income.rates.worked')}</Column>
        <Column align="end">{t('income.rates.perHour')}</Column>
        <Column align="end">{t('income.rates.list')}</Column>
        <Column align="end">{t('income.rates.ofList')}</Column>
        <Column align="end">{t('income.rates.givenHead')}</Column>
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
              </CellWith>
            }
            detail={<RateDetail rate={rate} book={book} view={view} />}
          >
            <RateCells rate={rate} />
          </DisclosureRow>
        ))}
      </tbody>
    </Table>
  )
}

function RateCells({ rate }: { rate: ClientRate }) {
  const { format } = useWords()
  const { client, months, year } = rate
  const given = givenTo(rate)
  const share = shareOfList(rate)
  return (
    <>
      <Cell>
        <RateLine months={months} list={client.listRate} currency={client.currency} />
      </Cell>
      <Cell align="end">{format.hours(year.worked)}</Cell>
      <Cell align="end" tone="strong">
        {format.money(year.rate ?? 0, client.currency)}
      </Cell>
      <Cell align="end">{format.money(client.listRate, client.currency)}</Cell>
      <Cell align="end" tone={share < 1 ? 'warning' : undefined}>
        {Number.isFinite(share) ? format.percent(share) : '–'}
      </Cell>
      <Cell align="end" tone={given === 0 ? 'quiet' : undefined}>
        {given === 0 ? '–' : format.amount(given, client.currency)}
      </Cell>
    </>
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
