import { useWords } from '../words.tsx'

interface TwiceProps {
  /** What two entries share, in seconds. */
  seconds: number
  /** `twice` beside a figure by the clock, `countsTwice` beside one in which it is there more than once. */
  says: 'time.statement.twice' | 'time.statement.countsTwice'
}

/** Time that entries share is never counted twice in silence: said behind the figure, from a minute on. */
export function Twice({ seconds, says }: TwiceProps) {
  const { t, format } = useWords()
  if (seconds < 60) return null
  const b = (chunks: React.ReactNode) => <b key="twice">{chunks}</b>
  return t.rich(says, { b, twice: format.duration(seconds) })
}
