import { useMemo, useRef, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { beforeAndAfter, retainedSince } from '#shared/domain/income/before-and-after.ts'
import { incomeByMonth } from '#shared/domain/income/by-month.ts'
import { earnedInSpan, mixOverTime, type Mix, type MixSpan } from '#shared/domain/income/mix.ts'
import { moneyCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { addToMonth, type Month } from '#shared/kernel/day.ts'
import { gridLines } from '../../parts/grid-lines.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { useWords } from '../../words.tsx'
import { ChartOverTable } from './chart-over-table.tsx'
import { FiguresGrid } from './figures-grid.tsx'
import { HourMap } from './hour-map.tsx'
import type { IncomeView } from './income-view.ts'
import { Others } from './others.tsx'
import { SpanDerivation } from './span-derivation.tsx'
import { StackChart } from './stack-chart.tsx'
import stack from './stack-chart.module.css'
import css from './pages.module.css'

const LEFT = 108
/** Below it a column's figures would touch. */
const NARROWEST = 46

/** Where income comes from, over all the time there was; and when the work for it is done. */
export function OriginPage({ book, view }: { book: Book; view: IncomeView }) {
  const { t } = useWords()
  const { currency, today, exchange } = view
  const mix = useMemo(() => mixOverTime(book, currency, today, exchange), [book, currency, today, exchange])
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  return (
    <>
      {mix ? (
        <>
          <MixStatement mix={mix} book={book} view={view} />
          <figure ref={frame} className={cx(css.figure)}>
            <SectionHead
              title={mix.every === 'quarter' ? t('income.origin.byQuarter') : t('income.origin.byYear')}
              aside={<SaveTable name={t('income.origin.title')} rows={() => tableOf(t, mix, currency)} />}
            />
            {width === null ? null : <MixChart {...{ book, mix, view, width }} />}
            <figcaption className={cx(css.foot)}>
              <p>{t('income.origin.foot')}</p>
              <Others view={view} />
            </figcaption>
          </figure>
        </>
      ) : (
        <p className={cx(css.line)}>{t('income.origin.none')}</p>
      )}
      <HourMap view={view} />
    </>
  )
}

/** What retainers are of it now, what they were a year before, and whether months are steadier for it. */
function MixStatement({ mix, book, view }: { mix: Mix; book: Book; view: IncomeView }) {
  const { t, format } = useWords()
  const steadier = useMemo(() => steadierSince(book, view), [book, view])
  // The running one has its hours so far, and its fees only once their month is over.
  const told = mix.spans.filter(({ retainedBasisPoints }) => retainedBasisPoints !== null)
  const last = told.findLast((span) => isWhole(mix, span, view.now)) ?? told.at(-1)
  const before = last && spanBefore(mix, last)
  if (!last || last.retainedBasisPoints === null) return null
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const share = (basisPoints: number): string => format.percent(basisPoints / 10_000)
  const words = { share: share(last.retainedBasisPoints), span: spanName(t, mix, last), b }
  const was = before?.retainedBasisPoints ?? null
  return (
    <Statement>
      {was === null
        ? t.rich('income.origin.share', words)
        : t.rich('income.origin.shareBefore', { ...words, before: share(was) })}
      {steadier
        ? [' ', t('income.origin.steadier', { before: share(steadier.before), after: share(steadier.after) })]
        : null}
    </Statement>
  )
}

/** Whether it is over. */
const isWhole = ({ every }: Mix, { from }: MixSpan, now: Month): boolean =>
  addToMonth(from, every === 'year' ? 12 : 3) <= now

/** The same quarter a year before, or the year before. */
const spanBefore = ({ spans }: Mix, last: MixSpan): MixSpan | undefined =>
  spans.find(({ from }) => from === addToMonth(last.from, -12))

/** How far months strayed in the year before the first retainer and in the last; null where either is not known. */
function steadierSince(book: Book, { currency, today, now, exchange }: IncomeView) {
  const since = retainedSince(book, currency)
  if (since === null) return null
  const months = incomeByMonth(book, currency, today, addToMonth(since, -12), now, exchange)
  const { before, after } = beforeAndAfter(months, since, now)
  return before && after ? { before: before.basisPoints, after: after.basisPoints } : null
}

/** "Q3 2026", "2026". */
function spanName(t: Translator, { every }: Mix, { from }: MixSpan): string {
  const year = from.slice(0, 4)
  return every === 'year' ? year : t('income.origin.quarterOf', { quarter: quarterOf(from), year })
}

const quarterOf = (from: MixSpan['from']): string => String(Math.ceil(Number(from.slice(5, 7)) / 3))

function MixChart({ book, mix, view, width }: { book: Book; mix: Mix; view: IncomeView; width: number }) {
  const { t, format } = useWords()
  const room = Math.max(1, Math.floor((width - LEFT) / NARROWEST))
  // The latest that there is room for.
  const spans = useMemo(() => mix.spans.slice(-room), [mix, room])
  const columns = useMemo(
    () => spans.map((span) => ({ id: span.from, values: [span.retained, span.hourly, span.projects] })),
    [spans],
  )
  const highest = Math.max(1, ...spans.map(earnedInSpan))
  const money = (amount: number): string | null => (amount === 0 ? null : format.amount(amount, view.currency, 'never'))
  const row = (id: string, name: string, value: (span: MixSpan) => number, sign?: string) => ({
    id,
    name,
    sign,
    cells: spans.map((span) => money(value(span))),
  })
  return (
    <>
      <ChartOverTable left={LEFT} width={width} count={spans.length}>
        <StackChart
          columns={columns}
          layers={layers}
          lines={gridLines(highest)}
          top={highest * 1.05}
          figure={(value) => format.amount(value, view.currency, 'never')}
          width={width}
          left={LEFT}
          summary={t('income.origin.summary', {
            from: spans
              .slice(0, 1)
              .map((span) => spanName(t, mix, span))
              .join(''),
            to: spans
              .slice(-1)
              .map((span) => spanName(t, mix, span))
              .join(''),
          })}
        />
        <FiguresGrid
          label={t('income.origin.title')}
          corner={t('income.origin.kind')}
          left={LEFT}
          width={width}
          heads={spans.map((span, index) => ({
            id: span.from,
            label:
              mix.every === 'year'
                ? span.from.slice(0, 4)
                : t('income.origin.quarter', { quarter: quarterOf(span.from) }),
            below: mix.every === 'quarter' && (index === 0 || span.from.endsWith('-01')) ? span.from.slice(0, 4) : '',
            opens: {
              label: t('income.origin.open', {
                span: spanName(t, mix, span),
                total: format.money(earnedInSpan(span), view.currency),
              }),
              content: <SpanDerivation {...{ book, view, span, title: spanName(t, mix, span) }} />,
            },
          }))}
          rows={[
            row('retained', t('income.origin.retained'), ({ retained }) => retained, cx(stack.signGuaranteed)),
            row('hourly', t('income.origin.hourly'), ({ hourly }) => hourly, cx(stack.signHourly)),
            row('projects', t('income.origin.projects'), ({ projects }) => projects, cx(stack.signVariable)),
            {
              id: 'share',
              name: t('income.origin.retainedShare'),
              cells: spans.map(({ retainedBasisPoints }) =>
                retainedBasisPoints === null ? null : format.percent(retainedBasisPoints / 10_000),
              ),
            },
          ]}
          total={row('all', t('income.origin.all'), earnedInSpan)}
        />
      </ChartOverTable>
    </>
  )
}

const layers = [
  { id: 'retained', look: 'guaranteed' },
  { id: 'hourly', look: 'hourly' },
  { id: 'projects', look: 'variable' },
] as const

function tableOf(t: Translator, { spans }: Mix, currency: string): TableCell[][] {
  const heads = [t('income.origin.retained'), t('income.origin.hourly'), t('income.origin.projects')]
  return [
    [t('income.origin.from'), t('income.origin.to'), ...heads.map((name) => `${name} (${currency})`)],
    ...spans.map(({ from, to, retained, hourly, projects }): TableCell[] => [
      from,
      to,
      ...[retained, hourly, projects].map((amount) => moneyCell(amount, currency)),
    ]),
  ]
}
