import { useMemo, useRef, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { capacity, overCommitted, signedAlone, type CapacityMonth } from '#shared/domain/income/capacity.ts'
import { hoursCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { addToMonth } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { TermHelp } from '../../parts/term-help.tsx'
import { gridLines } from '../../parts/grid-lines.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure } from '../../ui/figure.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { useWords } from '../../words.tsx'
import { CapacityDerivation } from './capacity-derivation.tsx'
import type { ChartProps } from './chart.tsx'
import { ChartFigure } from './chart-figure.tsx'
import type { Column, Look } from './columns.ts'
import { monthHead } from './figures-grid.tsx'
import { MONTHS_AHEAD, type IncomeView } from './income-view.ts'
import { layoutOf } from './layout.ts'
import { figureWidth } from './measure.ts'
import css from './pages.module.css'

/** The rows' names, left of the columns. */
const NAMES = 132

/** How many hours are sold, and how many can still be (domain.md, Capacity). */
export function CapacityPage({ book, view }: { book: Book; view: IncomeView }) {
  const { t } = useWords()
  const { today, now } = view
  const months = useMemo(() => capacity(book, today, now, addToMonth(now, MONTHS_AHEAD - 1)), [book, today, now])
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  return (
    <>
      <CapacityStatement months={months} view={view} />
      <figure ref={frame} className={cx(css.figure)}>
        <SectionHead
          title={t('income.capacity.title')}
          help={<TermHelp of="capacity" />}
          aside={<SaveTable name={t('income.capacity.title')} rows={() => tableOf(t, months)} />}
        />
        {width === null ? null : <CapacityChart months={months} view={view} width={width} />}
        <figcaption className={cx(css.foot)}>{t.rich('income.capacity.foot', { settings: toSettings })}</figcaption>
      </figure>
    </>
  )
}

const toSettings = (chunks: ReactNode) => <SettingsLink>{chunks}</SettingsLink>

function SettingsLink({ children }: { children: ReactNode }) {
  const { go } = useNavigation()
  return <LinkButton onPress={() => go({ name: 'settings' })}>{children}</LinkButton>
}

interface MonthsProps {
  readonly months: readonly CapacityMonth[]
  readonly view: IncomeView
}

/**
 * How much of every month is free. First, where more is signed for than there are hours; and where there only would be
 * too few if what ends was renewed, that, for nobody has promised it.
 */
function CapacityStatement({ months, view }: MonthsProps) {
  const { t, format } = useWords()
  const signed = useMemo(() => overCommitted(signedAlone(months)), [months])
  const renewed = overCommitted(months)
  const least = months.toSorted((one, other) => one.toSell - other.toSell)[0]
  if (!least) return null
  const strong = (chunks: ReactNode) => <b>{chunks}</b>
  const opens = (said: CapacityMonth) => (chunks: ReactNode) => (
    <Figure explainLabel={format.month(said.month)} explain={<CapacityDerivation month={said} view={view} />}>
      {chunks}
    </Figure>
  )
  const words = (said: CapacityMonth, hours: number, count: number) => ({
    count,
    month: format.month(said.month),
    hours: format.duration(hours),
    b: strong,
    figure: opens(said),
  })
  const over = (of: readonly CapacityMonth[]) => words(of[0] ?? least, (of[0] ?? least).over, of.length)
  const isFree = sumOf(months, ({ committed }) => committed) === 0
  const first =
    signed.length > 0
      ? t.rich('income.capacity.over', over(signed))
      : renewed.length > 0
        ? t('income.capacity.signedFits')
        : t.rich(isFree ? 'income.capacity.allFree' : 'income.capacity.free', words(least, least.toSell, 0))
  const isMore = renewed.length > signed.length || (renewed[0]?.over ?? 0) > (signed[0]?.over ?? 0)
  return (
    <Statement>
      {first} {isMore ? t.rich('income.capacity.overIfRenewed', over(renewed)) : null}
    </Statement>
  )
}

function CapacityChart({ months, view, width }: MonthsProps & { readonly width: number }) {
  const { t, format } = useWords()
  const chart = useCapacityChart(months, width)
  const [from, to] = [months[0]?.month ?? view.now, months.at(-1)?.month ?? view.now]
  const row = (id: string, name: string, value: (month: CapacityMonth) => number, sign?: Look) => ({
    id,
    name,
    sign,
    cells: months.map((month) => (value(month) === 0 ? null : format.hours(value(month)))),
  })
  const tooMuch = row('over', t('income.capacity.tooMuch'), ({ over }) => over, 'over')
  return (
    <ChartFigure
      layout={chart.layout}
      chart={{
        ...chart,
        summary: t('income.capacity.summary', {
          from: format.month(from),
          to: format.month(to),
          committed: format.duration(sumOf(months, ({ committed }) => committed)),
          available: format.duration(sumOf(months, ({ available }) => available)),
        }),
      }}
      grid={{
        label: t('income.capacity.title'),
        corner: t('income.capacity.kind'),
        heads: months.map((month, index) => ({
          ...monthHead(format, month.month, index),
          opens: {
            label: t('income.capacity.open', {
              month: format.month(month.month),
              hours: format.duration(month.committed),
            }),
            title: format.month(month.month),
            content: <CapacityDerivation month={month} view={view} />,
          },
        })),
        rows: [
          row('guaranteed', t('income.capacity.guaranteed'), (month) => committedIn(month, true), 'guaranteedAhead'),
          row('expected', t('income.capacity.expected'), (month) => committedIn(month, false), 'expected'),
          ...(months.some(({ over }) => over > 0) ? [tooMuch] : []),
          row('available', t('income.capacity.available'), ({ available }) => available),
        ],
        total: row('toSell', t('income.capacity.toSell'), ({ toSell }) => toSell),
      }}
    />
  )
}

function useCapacityChart(months: readonly CapacityMonth[], width: number): ChartProps {
  const { t, format } = useWords()
  return useMemo(() => {
    const highest = Math.max(3600, ...months.map(({ available, committed }) => Math.max(available, committed)))
    const figure = (seconds: number): string => t('income.capacity.axis', { hours: format.number(seconds / 3600) })
    return {
      columns: months.map(columnOf),
      layout: layoutOf(width, months.length, NAMES, figureWidth(figure(highest))),
      lines: gridLines(highest / 3600).map((value) => value * 3600),
      top: highest * 1.08,
      target: null,
      cliffs: [],
      limit: { values: months.map(({ available }) => available), name: t('income.capacity.available') },
      words: {
        kinds: {
          guaranteedAhead: t('income.capacity.guaranteed'),
          expected: t('income.capacity.expected'),
          over: t('income.capacity.tooMuch'),
        },
        target: '',
        figure,
      },
    }
  }, [months, width, t, format])
}

/** Inside a signed term, or past it. */
const committedIn = ({ parts }: CapacityMonth, isGuaranteed: boolean): number =>
  sumOf(parts, (part) => (part.isGuaranteed === isGuaranteed ? part.committed : 0))

/** The bar: what there are hours for, inside a term and past it, and what there are none for. */
function columnOf(month: CapacityMonth): Column {
  const { available, over } = month
  const held = Math.min(committedIn(month, true), available)
  const expected = Math.min(committedIn(month, false), available - held)
  return { month: month.month, isAhead: true, guaranteedAhead: held, expected, over, total: held + expected + over }
}

function tableOf(t: Translator, months: readonly CapacityMonth[]): TableCell[][] {
  return [
    [
      t('income.turning.month'),
      t('income.capacity.guaranteed'),
      t('income.capacity.expected'),
      t('income.capacity.tooMuch'),
      t('income.capacity.available'),
      t('income.capacity.toSell'),
    ],
    ...months.map((month) => [
      month.month,
      ...[committedIn(month, true), committedIn(month, false), month.over, month.available, month.toSell].map(
        hoursCell,
      ),
    ]),
  ]
}
