import type { DayView } from '#shared/domain/day-view.ts'
import type { Day } from '#shared/kernel/day.ts'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { DayList } from './day-list.tsx'
import { DayStatement } from './day-statement.tsx'
import { useDayView } from './use-day-view.ts'
import css from './time.module.css'

/** The day itself: its sentence, its entries, its sum. It alone is drawn anew as the timer runs. */
export function DayPane({ day }: { day: Day }) {
  const view = useDayView(day)
  return (
    <>
      <DayStatement day={day} view={view} />
      {view.rows.length === 0 ? null : (
        <>
          <DayList day={day} view={view} />
          <Sums view={view} />
        </>
      )}
    </>
  )
}

function Sums({ view }: { view: DayView }) {
  const { t, format } = useWords()
  const hasTwice = view.twice >= 60
  return (
    <dl className={cx(css.sums)}>
      {hasTwice ? (
        <>
          <div>
            <dt>{t('time.sums.entered')}</dt>
            <dd className="figures">{format.hours(view.entered)}</dd>
          </div>
          <div>
            <dt>{t('time.sums.twice')}</dt>
            {/* The step between the two sums as they are shown, so that these three add up. */}
            <dd className={cx('figures', css.over)}>
              {format.hours((Math.floor(view.worked / 60) - Math.floor(view.entered / 60)) * 60)}
            </dd>
          </div>
        </>
      ) : null}
      <div className={cx(css.total)}>
        <dt>{hasTwice ? t('time.sums.byClock') : t('time.sums.worked')}</dt>
        <dd className="figures">{format.hours(view.worked)}</dd>
      </div>
    </dl>
  )
}
