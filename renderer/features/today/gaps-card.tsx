import { lazy, Suspense, useState } from 'react'
import { gapSeconds, openGaps } from '#shared/domain/gaps.ts'
import { preferencesOf } from '#shared/domain/book.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import type { Id } from '#shared/kernel/id.ts'
import { CircleQuestionMark } from 'lucide-react'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './today.module.css'

/** Few days have a question in them: its answers come when one is opened. */
const GapDialog = lazy(async () => ({ default: (await import('./gap-dialog.tsx')).GapDialog }))

/** Time that counts for nobody until the user says what it was. It stays in sight until they do. */
export function GapsCard() {
  const { t, format } = useWords()
  const book = useBook()
  const today = useToday()
  const [asked, setAsked] = useState<Id | null>(null)
  const gaps = openGaps(book)
  const { timeZone } = preferencesOf(book.workspace)
  const moment = (at: (typeof gaps)[number]['from']): string => {
    const on = dayAt(at, timeZone)
    return on === today ? format.time(at, timeZone) : `${format.day(on, 'weekday')}, ${format.time(at, timeZone)}`
  }
  const gap = gaps.find(({ id }) => id === asked)
  if (gaps.length === 0) return null
  return (
    <div className={cx(css.gaps)}>
      {gaps.map((each) => (
        <Notice
          key={each.id}
          icon={CircleQuestionMark}
          actions={
            <LinkButton size="small" onPress={() => setAsked(each.id)}>
              {t('app.gap.answer')}
            </LinkButton>
          }
        >
          <b>
            {t('app.gap.question', {
              duration: format.duration(gapSeconds(each)),
              from: moment(each.from),
              to: moment(each.to),
            })}
          </b>{' '}
          {t('app.gap.anyTime')}
        </Notice>
      ))}
      {gap ? (
        <Suspense>
          <GapDialog gap={gap} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </div>
  )
}
