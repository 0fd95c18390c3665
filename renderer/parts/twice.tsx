import { minuteSteps } from '#shared/domain/day-view.ts'
import { useWords } from '../words.tsx'

interface TwiceProps {
  /** What two entries share, in seconds. */
  seconds: number
  /** All that was entered: so it is the step between the two sums as they are shown beside it. */
  entered: number
  /** `twice` beside a figure by the clock, `countsTwice` beside one in which it is there more than once. */
  says: 'time.statement.twice' | 'time.statement.countsTwice'
}

/** Time that entries share is never counted twice in silence: said behind the figure, from a minute on. */
export function Twice({ seconds, entered, says }: TwiceProps) {
  const { t, format } = useWords()
  if (seconds < 60) return null
  const [, less = 0] = minuteSteps([entered, 0 - seconds])
  const b = (chunks: React.ReactNode) => <b key="twice">{chunks}</b>
  return t.rich(says, { b, twice: format.duration(0 - less) })
}
