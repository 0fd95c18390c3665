import type { BarShapeProps } from 'recharts'
import { cx } from '../../ui/cx.ts'
import type { Column, Layer } from './columns.ts'
import css from './chart.module.css'

const HATCH = 'income-hatch'
/** As a fill. */
export const HATCHED = `url(#${HATCH})`

/** The hatch of what is expected: a renewal that has not been said yet. */
export function Hatch() {
  return (
    <defs>
      <pattern id={HATCH} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(25)">
        <rect className={cx(css.hatchBack)} width="5" height="5" />
        <path className={cx(css.hatchLine)} d="M1 0V5" />
      </pattern>
    </defs>
  )
}

/** How a layer is drawn: what has happened is solid; what is ahead has an outline, an estimate a dotted one. */
function lookOf(layer: Layer, column: Column): string {
  switch (layer) {
    case 'guaranteed':
      return cx(css.guaranteed, column.isAhead && css.ahead)
    case 'expected':
      return cx(css.expected, css.ahead)
    case 'variable':
      return cx(css.variable)
    case 'variableAhead':
      return cx(css.variable, css.ahead)
    case 'hourly':
      return cx(css.hourly)
    case 'estimate':
      return cx(css.hourly, css.ahead, css.estimate)
  }
}

/** The 1.5 px of surface between the parts of a bar, to the screen's own pixel. */
const gap = (): number => {
  const ratio = Math.max(1, window.devicePixelRatio || 1)
  return Math.round(1.5 * ratio) / ratio
}

const shapes = new Map<Layer, (props: BarShapeProps) => React.ReactElement>()

/** The shape of a layer's bars: always the same function, so that recharts need not draw it anew. */
export function segmentOf(layer: Layer): (props: BarShapeProps) => React.ReactElement {
  const known = shapes.get(layer)
  if (known) return known
  const shape = (props: BarShapeProps): React.ReactElement => <Segment {...props} layer={layer} />
  shapes.set(layer, shape)
  return shape
}

function Segment({ x, y, width, height, payload, layer }: BarShapeProps & { layer: Layer }) {
  const column = payload as Column
  const [left, top, bottom] = [Math.round(x), Math.round(y), Math.round(y + height) - gap()]
  if (column[layer] <= 0) return <g />
  const tall = Math.max(1, bottom - top)
  const look = lookOf(layer, column)
  const isOutlined = tall > 2 && look.includes(cx(css.ahead))
  // The outline lies inside the bar: its stroke is centred on whole pixels and a half.
  const inset = isOutlined ? 0.5 : 0
  return (
    <rect
      className={cx(look, !isOutlined && column.isAhead && css.thin)}
      fill={layer === 'expected' ? HATCHED : undefined}
      x={left + inset}
      y={bottom - tall + inset}
      width={width - 2 * inset}
      height={tall - 2 * inset}
      rx={Math.min(1.5, tall / 2)}
    />
  )
}
