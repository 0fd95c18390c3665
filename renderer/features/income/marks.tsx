import { useMemo } from 'react'
import { usePlotArea } from 'recharts'
import { cx } from '../../ui/cx.ts'
import type { ChartProps } from './chart.tsx'
import { coveredBy, LEAD, placeCliffs, type PlacedCliff } from './cliffs.ts'
import { textWidth } from './measure.ts'
import { usePixels } from './pixels.ts'
import { HEIGHT, LINE, placeExpected, placeKinds, placeLimit } from './placing.ts'
import css from './chart.module.css'

/** Two or three hairlines with their figures at the right end, and the base. */
export function Grid({ layout, lines, target, words }: ChartProps) {
  const y = usePixels()
  const plot = usePlotArea()
  if (!y || !plot) return null
  const end = plot.x + plot.width
  // The target says what its line is worth: a figure beside it would touch its name.
  const isFree = (value: number): boolean => target === null || Math.abs(y(value) - y(target)) > 22
  return (
    <g aria-hidden>
      {lines.map((value) => (
        <path key={value} className={cx(css.grid)} d={`M${plot.x} ${y(value) - 0.5}H${end}`} />
      ))}
      <path className={cx(css.base)} d={`M${plot.x} ${HEIGHT - 0.5}H${end}`} />
      {lines.filter(isFree).map((value) => (
        <text key={value} className={cx(css.axis)} x={layout.width} y={y(value) + 4} textAnchor="end">
          {words.figure(value)}
        </text>
      ))}
    </g>
  )
}

/** The dotted vertical between what was and what is ahead. */
export function Parting({ columns, layout, words }: ChartProps) {
  const first = columns.findIndex(({ isAhead }) => isAhead)
  // All of it has been, or all is ahead: there is nothing to part.
  if (first < 1 || !words.parting) return null
  const x = layout.left + first * layout.column
  return (
    <g aria-hidden>
      <path className={cx(css.parting)} d={`M${x + 0.5} 0V${HEIGHT}`} />
      <text className={cx(css.when)} x={x - 6} y={10} textAnchor="end">
        {words.parting.before}
      </text>
      <text className={cx(css.when)} x={x + 6} y={10}>
        {words.parting.ahead}
      </text>
    </g>
  )
}

/** The target: a line of ink over the bars, named at its end. */
export function Target({ columns, layout, target, words }: ChartProps) {
  const y = usePixels()
  const plot = usePlotArea()
  if (!y || !plot || target === null) return null
  const at = y(target)
  // The line's 1.5 px fill one row of pixels and half of the next.
  // A name longer than the margin begins over the last bar; where that is as high, it runs out into the page's margin.
  const isOver = nameWidth(words.target) > layout.right && y(columns.at(-1)?.total ?? 0) < at + 4
  const name = isOver
    ? ({ x: layout.width - layout.right + 4, textAnchor: 'start' } as const)
    : ({ x: layout.width, textAnchor: 'end' } as const)
  return (
    <g aria-hidden>
      <path className={cx(css.target)} d={`M${plot.x} ${at + 0.25}H${plot.x + plot.width}`} />
      <text className={cx(css.targetName)} {...name} y={at - 5}>
        {words.target}
      </text>
      <text className={cx(css.targetName)} x={layout.width} y={at + 14} textAnchor="end">
        {words.figure(target)}
      </text>
    </g>
  )
}

/** A stair over the columns: it changes from one to the next. */
export function Limit({ columns, layout, limit }: ChartProps) {
  const y = usePixels()
  if (!y || !limit || limit.values.length === 0) return null
  const end = layout.left + layout.column * limit.values.length
  const name = placeLimit(columns, limit.values, Math.ceil(nameWidth(limit.name) / layout.column))
  const stair = limit.values.map(
    (value, index) =>
      `${index === 0 ? 'M' : 'H'}${layout.left + layout.column * index} ${index === 0 ? y(value) : ''}V${y(value)}`,
  )
  return (
    <g aria-hidden>
      <path className={cx(css.limit)} d={`${stair.join('')}H${end}`} />
      <text
        className={cx(css.targetName)}
        x={layout.left + layout.column * name.end}
        y={y(name.over) - 6}
        textAnchor="end"
      >
        {limit.name}
      </text>
    </g>
  )
}

/** At 11 px, where words are measured at 12. */
const nameWidth = (name: string): number => (textWidth(name, true) * 11) / 12

/** What is what, beside the first bar there is. Where the row labels need that room, they alone say it. */
export function KindLabels({ columns, layout, words }: ChartProps) {
  const y = usePixels()
  const at = columns.findIndex(({ total }) => total > 0)
  const first = columns[at]
  if (!y || !first || layout.labels === 'above') return null
  const edge = layout.left + at * layout.column + (layout.column - layout.bar) / 2 - 3
  const name = at === 0 ? ({ x: 0 } as const) : ({ x: edge - 14, textAnchor: 'end' } as const)
  return (
    <g aria-hidden>
      {placeKinds(first, y).map(({ look, mark, y: line }) => (
        <g key={look}>
          <path className={cx(css.leader)} d={`M${edge - 10} ${line + 0.5}H${edge - 5}L${edge} ${mark + 0.5}`} />
          <text className={cx(css.label, css[`${look}Text`])} {...name} y={line + 4}>
            {words.kinds[look]}
          </text>
        </g>
      ))}
    </g>
  )
}

function usePlacedCliffs({ cliffs, columns, layout, lines, target, words }: ChartProps): readonly PlacedCliff[] {
  const y = usePixels()
  return useMemo(() => {
    if (!y) return []
    const at = target === null ? null : y(target)
    const name = nameWidth(words.target) + 6
    const taken = at === null ? [] : [{ x: layout.width - name, y: at - 18, width: name, height: 36 }]
    return placeCliffs(cliffs, { columns, layout, y, lines: lines.map(y), target: at, taken })
  }, [cliffs, columns, layout, lines, target, words, y])
}

/** An arrow from the old level to the new, with the day, the fall, and what ends. */
export function Cliffs(props: ChartProps) {
  const y = usePixels()
  const placed = usePlacedCliffs(props)
  if (!y) return null
  return (
    <g aria-hidden>
      {placed.map((cliff) => (
        <CliffMark key={cliff.day} cliff={cliff} from={y(cliff.from)} to={Math.min(y(cliff.to), HEIGHT - 2)} />
      ))}
    </g>
  )
}

function CliffMark({ cliff, from, to }: { cliff: PlacedCliff; from: number; to: number }) {
  const { x, said, hasArrow } = cliff
  if (!said) return hasArrow ? <Arrow {...{ x, from, to }} /> : null
  const { box, side, lines } = said
  const [textX, lead] = side === 'right' ? [x + 10, 5] : [x - 10, -5]
  return (
    <g>
      <rect className={cx(css.ground)} x={box.x - 3} y={box.y - 2} width={box.width + 6} height={box.height + 4} />
      <path className={cx(css.lead)} d={`M${x + lead + 0.5} ${box.y + LEAD}H${x + 0.5}V${from}`} />
      {hasArrow ? <Arrow {...{ x, from, to }} /> : null}
      {lines.map((line, index) => (
        <text
          key={line}
          className={cx(css.words, index === 0 && css.strong)}
          x={textX}
          y={box.y + 12 + index * LINE}
          textAnchor={side === 'right' ? 'start' : 'end'}
        >
          {line}
        </text>
      ))}
    </g>
  )
}

function Arrow({ x, from, to }: { x: number; from: number; to: number }) {
  return <path className={cx(css.arrow)} d={`M${x} ${from}V${to}M${x - 4} ${to - 5}L${x} ${to}L${x + 4} ${to - 5}`} />
}

/** "Expected" over the hatched run, as near to its middle as there is room, with a line down to it. */
export function ExpectedLabel(props: ChartProps) {
  const y = usePixels()
  const cliffs = usePlacedCliffs(props)
  const { columns, layout, words, target, lines } = props
  const name = words.kinds.expected
  if (!y || name === undefined) return null
  const taken = cliffs.flatMap((cliff) => coveredBy(cliff, y))
  const avoid = { lines: lines.map(y), target: target === null ? null : y(target), taken }
  const label = placeExpected(columns, layout, y, textWidth(name, true), avoid)
  if (!label) return null
  const { box, x, to } = label
  return (
    <g aria-hidden>
      <path className={cx(css.leader, css.toExpected)} d={`M${x + 0.5} ${box.y + LINE}V${to}`} />
      <text className={cx(css.label, css.expectedText)} x={box.x + box.width / 2} y={box.y + 12} textAnchor="middle">
        {name}
      </text>
    </g>
  )
}
