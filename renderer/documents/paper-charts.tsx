import type { Block, PaperBar } from '#shared/documents/paper.ts'

type Stay = Extract<Block, { kind: 'stay' }>
type Bars = Extract<Block, { kind: 'bars' }>

/** In the drawing's own units, which the page stretches to its width. */
const WIDTH = 660
const STAY = 12

/** The period's lots end to end, with the sentence that they draw above them. */
export function PaperStay({ block: { label, lots } }: { block: Stay }) {
  const whole = lots.reduce((sum, { amount }) => sum + Math.max(0, amount), 0)
  const shown = lots.filter(({ amount }) => amount > 0)
  const gap = 2
  const room = WIDTH - 2 - gap * Math.max(0, shown.length - 1)
  const widths = shown.map(({ amount }) => (amount / whole) * room)
  return (
    <>
      <p>{label}</p>
      <svg viewBox={`0 0 ${WIDTH} ${STAY + 2}`} role="img" aria-label={label}>
        {shown.map(({ look }, index) => (
          <rect
            key={index}
            className={look}
            x={1 + widths.slice(0, index).reduce((sum, width) => sum + width + gap, 0)}
            y={1}
            width={widths[index]}
            height={STAY}
            rx={2}
          />
        ))}
      </svg>
    </>
  )
}

const HEIGHT = 132
const FOOT = 16
const HEAD = 26

/** Two bars a period: what was agreed behind, as an outline, what was delivered before it, with its figure. */
export function PaperBars({ block: { series, bars } }: { block: Bars }) {
  const most = Math.max(1, ...bars.flatMap(({ amounts }) => amounts))
  const step = WIDTH / bars.length
  const height = (amount: number): number => (Math.max(0, amount) / most) * (HEIGHT - FOOT - HEAD - 12)
  const label = bars.map(({ label: name, figure }) => `${name} ${figure}`).join(', ')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <Legend series={series} />
      {bars.map((bar, index) => (
        <Bar key={index} bar={bar} middle={step * (index + 0.5)} half={Math.min(15, step / 3)} height={height} />
      ))}
      <line className="axis" x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
    </svg>
  )
}

function Legend({ series: [first, second] }: { series: Bars['series'] }) {
  return (
    <>
      <rect className="left" x={1} y={3} width={9} height={9} />
      <text x={15} y={11}>
        {first}
      </text>
      <rect className="used" x={121} y={3} width={9} height={9} />
      <text x={135} y={11}>
        {second}
      </text>
    </>
  )
}

interface BarProps {
  bar: PaperBar
  middle: number
  half: number
  height: (amount: number) => number
}

function Bar({ bar: { label, amounts, figure }, middle, half, height }: BarProps) {
  const floor = HEIGHT - FOOT
  const [agreed, delivered] = [height(amounts[0]), height(amounts[1])]
  return (
    <>
      <rect className="left" x={middle - half} y={floor - agreed} width={half * 2} height={agreed} />
      <rect className="used" x={middle - half * 0.6} y={floor - delivered} width={half * 1.2} height={delivered} />
      <text className="middle" x={middle} y={floor - Math.max(agreed, delivered) - 4}>
        {figure}
      </text>
      <text className="middle" x={middle} y={HEIGHT - 4}>
        {label}
      </text>
    </>
  )
}
