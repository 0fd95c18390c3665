import type { BarShapeProps } from 'recharts'
import { cx } from '../../ui/cx.ts'
import { heightOf, type Column, type Look } from './columns.ts'
import css from './chart.module.css'

const HATCH = 'income-hatch'
/** As a fill. */
const HATCHED = `url(#${HATCH})`

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

/** What has happened is solid; what is ahead has an outline, an estimate a dotted one. */
const outlined: ReadonlySet<Look> = new Set(['guaranteedAhead', 'expected', 'variableAhead', 'hourlyAhead', 'estimate'])

/** The 1.5 px of surface between the parts of a bar, to the screen's own pixel. */
const gap = (): number => {
  const ratio = Math.max(1, window.devicePixelRatio || 1)
  return Math.round(1.5 * ratio) / ratio
}

const shapes = new Map<Look, (props: BarShapeProps) => React.ReactElement>()

/** The shape of a look's parts: always the same function, so that recharts need not draw it anew. */
export function segmentOf(look: Look): (props: BarShapeProps) => React.ReactElement {
  const known = shapes.get(look)
  if (known) return known
  const shape = (props: BarShapeProps): React.ReactElement => <Segment {...props} look={look} />
  shapes.set(look, shape)
  return shape
}

/** A part of a bar, on whole pixels; one too thin to be seen has a pixel all the same. */
function Segment({ x, y, width, height, payload, look }: BarShapeProps & { look: Look }) {
  const [left, top, bottom] = [Math.round(x), Math.round(y), Math.round(y + height) - gap()]
  if (heightOf(payload as Column, look) <= 0) return <g />
  const tall = Math.max(1, bottom - top)
  const isOutlined = tall > 2 && outlined.has(look)
  // The outline lies inside the bar: its stroke is centred on whole pixels and a half.
  const inset = isOutlined ? 0.5 : 0
  return (
    <rect
      className={cx(css[look], outlined.has(look) && !isOutlined && css.thin)}
      fill={look === 'expected' ? HATCHED : undefined}
      x={left + inset}
      y={bottom - tall + inset}
      width={width - 2 * inset}
      height={tall - 2 * inset}
      rx={Math.min(1.5, tall / 2)}
    />
  )
}
