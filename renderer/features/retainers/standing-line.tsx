import { isAtRest, type Standing } from '#shared/domain/standing.ts'
import { standingWords, stayLots } from '../../parts/standing-words.ts'
import { Stay } from '../../parts/stay.tsx'
import { cx } from '../../ui/cx.ts'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { LeftText } from './left-text.tsx'
import { paceText } from './row-words.ts'
import css from './standing-line.module.css'

interface StandingLineProps {
  standing: Standing
  /** Of stays that stand together, the room that the one past its end needs. */
  overRoom?: number | undefined
}

/** What is left of the period and how it goes, in words and as a stay. */
export function StandingLine({ standing, overRoom }: StandingLineProps) {
  const { t, format } = useWords()
  const today = useToday()
  const pace = paceText(t, format, standing, today)
  if (isAtRest(standing)) return <span className={cx(css.standing)}>{pace.text}</span>
  return (
    <span className={cx(css.standing, css[pace.tone])}>
      <span>
        <LeftText standing={standing} />
        {pace.text === '' ? '' : `, ${pace.text}`}
      </span>
      <Stay
        height="small"
        label={standingWords(t, format, standing)}
        lots={stayLots(standing)}
        over={standing.over}
        today={standing.calendarShare}
        overRoom={overRoom}
      />
    </span>
  )
}
