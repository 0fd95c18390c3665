import { Layers } from 'lucide-react'
import type { ReactNode } from 'react'
import { overlapsIn, settled, type Keep, type Overlap } from '#shared/domain/overlap.ts'
import type { DayView } from '#shared/domain/day-view.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { fileMonthOf, type SpanEntry } from '#shared/model/entry.ts'
import { now } from '../../clock.ts'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useWords } from '../../words.tsx'
import { useBook, useExecute, usePreferences } from '../../workspace.tsx'
import { workOf } from './work-names.ts'
import css from './time.module.css'

/** Time that two entries share is never counted twice in silence: it is said, and whose it is can be said here. */
export function OverlapNotice({ view }: { view: DayView }) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const execute = useExecute()
  const nameOf = useShortName()
  const [overlap, ...more] = overlapsIn(view)
  if (!overlap) return null
  const { first, second, from, to, seconds } = overlap
  const [one, other] = [nameOf(first), nameOf(second)]
  const isAlike = one === other
  const idOf = (entry: SpanEntry) => ({ id: entry.id, month: fileMonthOf(entry) })
  const settle = (keep: Keep): void =>
    void execute('entry.settle', { first: idOf(first), second: idOf(second), keep }, { done: t('time.done.settled') })
  const told = { first: one, second: other, duration: format.duration(seconds) }
  const times = { from: format.time(from, timeZone), to: format.time(to, timeZone) }
  return (
    <Notice
      tone="over"
      icon={Layers}
      className={cx(css.overlapping)}
      actions={
        <>
          <LinkButton size="small" onPress={() => settle('first')}>
            {isAlike ? t('time.overlap.keepFirst') : t('time.overlap.keep', { name: one })}
          </LinkButton>
          <LinkButton size="small" onPress={() => settle('second')}>
            {isAlike ? t('time.overlap.keepSecond') : t('time.overlap.keep', { name: other })}
          </LinkButton>
          {canBeHalved(overlap) ? (
            <LinkButton size="small" onPress={() => settle('half')}>
              {t('time.overlap.half')}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {t.rich('time.overlap.share', { ...told, ...times, b: strong })}
      {more.length > 0 ? ` ${t('time.overlap.more', { count: more.length })}` : null}
    </Notice>
  )
}

const strong = (chunks: ReactNode): ReactNode => <b key="b">{chunks}</b>

const canBeHalved = ({ first, second }: Overlap): boolean =>
  settled(first, second, 'half', now(), () => first.id) !== null

/** Whose it is, in a sentence about two of them: the client alone. */
function useShortName(): (entry: SpanEntry) => string {
  const { t } = useWords()
  const book = useBook()
  return ({ engagementId }) => {
    const work = workOf(book, engagementId)
    return work ? nameInWords(work.client.name) : t('time.picker.ownWork')
  }
}
