import { useMemo, useRef, type ReactNode } from 'react'
import type { Book } from '#shared/domain/book.ts'
import { capacity, overCommitted, type CapacityMonth } from '#shared/domain/income/capacity.ts'
import { hoursCell, type TableCell } from '#shared/formats/delimited.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { addToMonth } from '#shared/kernel/day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import { gridLines } from '../../parts/grid-lines.ts'
import { SaveTable } from '../../parts/save-table.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { Derivation } from '../../ui/derivation.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { useWords } from '../../words.tsx'
import { ChartOverTable } from './chart-over-table.tsx'
import { FiguresGrid, monthHead } from './figures-grid.tsx'
import { MONTHS_AHEAD, type IncomeView } from './income-view.ts'
import { PartMark } from './month-derivation.tsx'
import { StackChart } from './stack-chart.tsx'
import stack from './stack-chart.module.css'
import css from './pages.module.css'

/** The rows' names, left of the columns. */
const LEFT = 132

/** How many hours are sold, and how many can still be (domain.md, Capacity). */
export function CapacityPage({ book, view }: { book: Book; view: IncomeView }) {
  const { t } = useWords()
  const { today, now } = view
  const months = useMemo(() => capacity(book, today, now, addToMonth(now, MONTHS_AHEAD - 1)), [book, today, now])
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  return (
    <>
      <CapacityStatement months={months} />
      <figure ref={frame} className={cx(css.figure)}>
        <SectionHead
          title={t('income.capacity.title')}
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

/** How much of every month is free; and first, where there is more promised than there is. */
function CapacityStatement({ months }: { months: readonly CapacityMonth[] }) {
  const { t, format } = useWords()
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const [first] = overCommitted(months)
  const least = months.toSorted((one, other) => one.toSell - other.toSell)[0]
  if (!least) return null
  if (first)
    return (
      <Statement>
        {t.rich('income.capacity.over', {
          count: overCommitted(months).length,
          month: format.month(first.month),
          hours: format.duration(first.over),
          b,
        })}
      </Statement>
    )
  return (
    <Statement>
      {t.rich(sumOf(months, ({ committed }) => committed) === 0 ? 'income.capacity.allFree' : 'income.capacity.free', {
        hours: format.duration(least.toSell),
        month: format.month(least.month),
        b,
      })}
    </Statement>
  )
}

interface ChartProps {
  readonly months: readonly CapacityMonth[]
  readonly view: IncomeView
  readonly width: number
}

function CapacityChart({ months, view, width }: ChartProps) {
  const { t, format } = useWords()
  const columns = useMemo(() => months.map((month) => ({ id: month.month, values: partsOf(month) })), [months])
  const highest = Math.max(3600, ...months.map(({ available, committed }) => Math.max(available, committed)))
  const hours = (seconds: number): string | null => (seconds === 0 ? null : format.hours(seconds))
  const row = (id: string, name: string, value: (month: CapacityMonth) => number, sign?: string) => ({
    id,
    name,
    sign,
    cells: months.map((month) => hours(value(month))),
  })
  const hasOver = months.some(({ over }) => over > 0)
  return (
    <>
      <ChartOverTable left={LEFT} width={width} count={months.length}>
        <StackChart
          columns={columns}
          layers={layers}
          limit={{ values: months.map(({ available }) => available), name: t('income.capacity.available') }}
          lines={gridLines(highest / 3600).map((value) => value * 3600)}
          top={highest * 1.08}
          figure={(seconds) => `${format.number(seconds / 3600)} h`}
          width={width}
          left={LEFT}
          summary={t('income.capacity.summary', {
            from: format.month(months[0]?.month ?? view.now),
            to: format.month(months.at(-1)?.month ?? view.now),
            committed: format.duration(sumOf(months, ({ committed }) => committed)),
            available: format.duration(sumOf(months, ({ available }) => available)),
          })}
        />
        <FiguresGrid
          label={t('income.capacity.title')}
          corner={t('income.capacity.kind')}
          left={LEFT}
          width={width}
          heads={months.map((month, index) => ({
            ...monthHead(format, month.month, index),
            opens: {
              label: t('income.capacity.open', {
                month: format.month(month.month),
                hours: format.duration(month.committed),
              }),
              content: <CapacityDerivation month={month} view={view} />,
            },
          }))}
          rows={[
            row(
              'guaranteed',
              t('income.capacity.guaranteed'),
              (month) => committedIn(month, true),
              cx(stack.signAhead),
            ),
            row(
              'expected',
              t('income.capacity.expected'),
              (month) => committedIn(month, false),
              cx(stack.signExpected),
            ),
            ...(hasOver ? [row('over', t('income.capacity.tooMuch'), ({ over }) => over, cx(stack.signOver))] : []),
            row('available', t('income.capacity.available'), ({ available }) => available),
          ]}
          total={row('toSell', t('income.capacity.toSell'), ({ toSell }) => toSell)}
        />
      </ChartOverTable>
    </>
  )
}

const layers = [
  { id: 'guaranteed', look: 'ahead' },
  { id: 'expected', look: 'expected' },
  { id: 'over', look: 'over' },
] as const

/** Inside a signed term, or past it. */
const committedIn = ({ parts }: CapacityMonth, isGuaranteed: boolean): number =>
  sumOf(parts, (part) => (part.isGuaranteed === isGuaranteed ? part.committed : 0))

/** The bar: what there are hours for, inside a term and past it, and what there are none for. */
function partsOf(month: CapacityMonth): number[] {
  const held = Math.min(committedIn(month, true), month.available)
  return [held, Math.min(committedIn(month, false), month.available - held), month.over]
}

/** Which retainer takes how much of the month. */
function CapacityDerivation({ month, view }: { month: CapacityMonth; view: IncomeView }) {
  const { t, format } = useWords()
  return (
    <Derivation
      title={format.month(month.month)}
      rows={month.parts
        .toSorted((one, other) => other.committed - one.committed)
        .map((part, index) => ({
          id: `${part.engagementId} ${index}`,
          mark: <PartMark view={view} part={part} />,
          label: view.clientOf(part.engagementId)?.name ?? '',
          reason: [
            part.source === 'agreed' ? t('income.capacity.agreed') : t('income.capacity.tracked'),
            part.isGuaranteed ? '' : t('income.capacity.ifRenewed'),
          ]
            .filter(Boolean)
            .join(', '),
          figure: format.hours(part.committed),
        }))}
      total={{
        label: t('income.capacity.ofAvailable', { hours: format.duration(month.available) }),
        figure: format.hours(month.committed),
      }}
    />
  )
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
