import { pauseText } from '#shared/i18n/pause-text.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { cx } from '../../ui/cx.ts'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { groupOf, termAt } from '#shared/domain/term.ts'
import { lineOf, pausesOf, type Line, type Window } from './term-line.ts'
import css from './term-bar.module.css'

/** A retainer's term on the line of time that the list shares. */
export function TermBar({ retainer, window }: { retainer: Retainer; window: Window }) {
  const today = useToday()
  const line = lineOf(retainer, window, today)
  return (
    <div role="img" aria-label={useLabel(retainer, window)} className={cx(css.line)}>
      {line.pieces.map(({ kind, from, to }) => (
        <span
          key={`${kind} ${from}`}
          className={cx(css.piece, css[kind])}
          style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
        />
      ))}
      <Signs line={line} />
    </div>
  )
}

function Signs({ line: { end, notice } }: { line: Line }) {
  return (
    <>
      {end === null ? null : <span className={cx(css.end)} style={{ left: `${end * 100}%` }} />}
      {notice === null ? null : <span className={cx(css.notice)} style={{ left: `${notice * 100}%` }} />}
    </>
  )
}

function useLabel(retainer: Retainer, window: Window): string {
  const { t, format } = useWords()
  const today = useToday()
  const pauses = pausesOf(retainer, window).map((pause) => pauseText(t, format, pause, today))
  return [termText({ t, format }, retainer, today), ...pauses].join(', ')
}

function termText({ t, format }: Pick<ReturnType<typeof useWords>, 't' | 'format'>, retainer: Retainer, today: Day) {
  const { agreement } = retainer
  const { startsOn, lastDay, atEnd } = termAt(agreement, today)
  const start = format.day(startsOn, 'long')
  if (lastDay === null) return t('retainers.line.open', { start })
  const end = format.day(lastDay, 'long')
  const group = groupOf(retainer, today)
  if (group === 'proposed' || group === 'drafts') return t('retainers.line.unsigned', { start, end })
  return atEnd === 'ends' ? t('retainers.line.ends', { start, end }) : t('retainers.line.renews', { start, end })
}

/** What the line's looks mean; only those that are there. */
export function Legend({ retainers, window }: { retainers: readonly Retainer[]; window: Window }) {
  const { t } = useWords()
  const today = useToday()
  const lines = retainers.map((retainer) => lineOf(retainer, window, today))
  const kinds = new Set(lines.flatMap((line) => line.pieces.map((piece) => piece.kind)))
  const entries = [
    { kind: 'earlier', label: t('retainers.list.earlier') },
    { kind: 'gone', label: t('retainers.list.gone') },
    { kind: 'signed', label: t('retainers.list.signed') },
    { kind: 'expected', label: t('retainers.list.expected') },
    { kind: 'unsigned', label: t('retainers.list.unsigned') },
    { kind: 'paused', label: t('retainers.list.paused') },
  ] as const
  return (
    <ul className={cx(css.legend)} aria-label={t('retainers.list.legend')}>
      {entries
        .filter(({ kind }) => kinds.has(kind))
        .map(({ kind, label }) => (
          <li key={kind}>
            <span className={cx(css.sample, css[kind])} />
            {label}
          </li>
        ))}
      {lines.some((line) => line.notice !== null) ? (
        <li>
          <span className={cx(css.sampleNotice)} />
          {t('retainers.list.notice')}
        </li>
      ) : null}
    </ul>
  )
}
