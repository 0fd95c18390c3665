import type { ReactNode } from 'react'
import type { Standing } from '#shared/domain/standing.ts'
import { useWords } from '../../words.tsx'

/** What is left of a period: hours, what is still to deliver; where nothing is drawn down, what was worked. */
export function LeftText({ standing: { basis, over, left, available, row } }: { standing: Standing }): ReactNode {
  const { t, format } = useWords()
  const b = (chunks: ReactNode) => <b className="figures">{chunks}</b>
  switch (basis) {
    case 'access':
      return t.rich('retainers.standing.worked', { time: format.hours(row.worked), b })
    case 'deliverables':
      return over > 0
        ? t.rich('retainers.standing.overUnits', { over: format.number(over), b })
        : t.rich('retainers.standing.toDeliver', { left: format.number(left), available: format.number(available), b })
    case 'hours':
      return over > 0
        ? t.rich('retainers.standing.over', { over: format.hours(over), b })
        : t.rich('retainers.standing.left', { left: format.hours(left), b })
  }
}
