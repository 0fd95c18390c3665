import type { EntryPage } from '#shared/ipc.ts'
import { Twice } from '../../parts/twice.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Statement } from '../../ui/statement.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import css from './list.module.css'

/** What was found, and how much it is; and what of the history is still being read. */
export function ListStatement({ page, isSearch }: { page: EntryPage; isSearch: boolean }) {
  const { t, format } = useWords()
  const { entries, seconds, twice, unread, unreadable } = page
  const aside = [
    unread > 0 ? t('timeList.unread', { months: unread }) : null,
    unreadable.length > 0
      ? t('timeList.unreadable', { months: format.list(unreadable.map((month) => format.month(month))) })
      : null,
  ].filter((text) => text !== null)
  const isNothing = entries === 0 && unread === 0
  const figure = () => <Figure key="figure">{format.duration(seconds)}</Figure>
  const told = { figure, entries, n: format.number(entries) }
  return (
    <div role="status">
      <Statement>
        {isNothing
          ? t(isSearch ? 'timeList.nothingFound' : 'timeList.nothingYet')
          : isSearch
            ? t.rich('timeList.foundWith', told)
            : t.rich('timeList.found', told)}{' '}
        <Twice seconds={twice} entered={seconds} says="time.statement.countsTwice" />
      </Statement>
      {isNothing ? (
        <Statement size="lead">{t(isSearch ? 'timeList.nothingFoundHint' : 'timeList.nothingYetHint')}</Statement>
      ) : null}
      {aside.length > 0 ? <p className={cx(css.reading)}>{aside.join('. ')}</p> : null}
    </div>
  )
}
