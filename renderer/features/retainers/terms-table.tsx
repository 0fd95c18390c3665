import { useMemo, type CSSProperties } from 'react'
import { standingOf } from '#shared/domain/standing.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { cx } from '../../ui/cx.ts'
import { Column, Table, TableHead } from '../../ui/table.tsx'
import { useBook, useMinute, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { EndedRetainers } from './ended-retainers.tsx'
import { feesText, feeWriter } from './fees.ts'
import type { Groups } from './retainers-place.tsx'
import { Legend } from './term-bar.tsx'
import { windowAround, type Window } from './term-line.ts'
import { RetainerRow } from './retainer-row.tsx'
import type { RetainerGroup } from '#shared/domain/term.ts'
import css from './terms-table.module.css'

/** The retainers by status, on one line of time. Today runs through all of them. */
export function TermsTable({ groups }: { groups: Groups }) {
  const { t, format } = useWords()
  const today = useToday()
  const window = useMemo(() => windowAround(today), [today])
  const now: CSSProperties & { '--now': number } = { '--now': window.today }
  const listed = [...groups.active, ...groups.proposed, ...groups.drafts]
  const common = { groups, window, writeFee: feeWriter(format, listed), namesakes: namesakesIn(listed) }
  return (
    <>
      {listed.length === 0 ? null : (
        <div className={cx(css.terms)} style={now}>
          <span className={cx(css.today)} />
          <Table label={t('retainers.list.title')} isFixed>
            <Head window={window} />
            <GroupRows group="active" {...common} />
            <GroupRows group="proposed" {...common} />
            <GroupRows group="drafts" {...common} />
          </Table>
          <Legend retainers={listed} window={window} />
        </div>
      )}
      <EndedRetainers retainers={groups.ended} />
    </>
  )
}

/** How near a quarter's name may begin before and after the middle of `today` without touching it, as shares. */
const CLEAR = { before: 0.14, after: 0.055, narrow: { before: 0.27, after: 0.16 } } as const

function Head({ window }: { window: Window }) {
  const { t, format } = useWords()
  // On the short line of a narrow window `today` takes up more of it.
  const isNear = (at: number): boolean =>
    at > window.today - CLEAR.narrow.before && at < window.today + CLEAR.narrow.after
  const quarters = window.months.filter(({ month }) => ['01', '04', '07', '10'].includes(month.slice(5)))
  return (
    <>
      <colgroup>
        <col className={cx(css.who)} />
        <col className={cx(css.fee)} />
        <col />
        <col className={cx(css.period)} />
        <col className={cx(css.next)} />
      </colgroup>
      <TableHead>
        <Column>{t('retainers.list.client')}</Column>
        <Column align="end">{t('retainers.list.aMonth')}</Column>
        <Column>
          <span className="visually-hidden">{t('retainers.list.line')}</span>
          <span className={cx(css.axis)} aria-hidden="true">
            {quarters
              .filter(({ at }) => at < window.today - CLEAR.before || at > window.today + CLEAR.after)
              .map(({ month, at }) => (
                <span
                  key={month}
                  className={cx(month.endsWith('-01') && css.year, isNear(at) && css.near)}
                  style={{ left: `${at * 100}%` }}
                >
                  {month.endsWith('-01') ? month.slice(0, 4) : format.month(month, 'short')}
                </span>
              ))}
            <b style={{ left: `${window.today * 100}%` }}>{t('retainers.list.today')}</b>
          </span>
        </Column>
        <Column>{t('retainers.list.period')}</Column>
        <Column>{t('retainers.list.next')}</Column>
      </TableHead>
    </>
  )
}

interface GroupRowsProps {
  group: Exclude<RetainerGroup, 'ended'>
  groups: Groups
  window: Window
  writeFee: ReturnType<typeof feeWriter>
  /** Clients with more than one retainer: theirs need their own names. */
  namesakes: ReadonlySet<Id>
}

function namesakesIn(retainers: readonly Retainer[]): ReadonlySet<Id> {
  const ids = retainers.map(({ clientId }) => clientId)
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
}

function GroupRows({ group, groups, window, writeFee, namesakes }: GroupRowsProps) {
  const { t, format } = useWords()
  const today = useToday()
  const retainers = groups[group]
  const standings = useStandings(retainers)
  const overRoom = Math.max(
    0,
    ...standings.map((standing) => (standing ? standing.over / (standing.available + standing.over) : 0)),
  )
  if (retainers.length === 0) return null
  const titles = {
    active: t('retainers.list.active'),
    proposed: t('retainers.list.proposed'),
    drafts: t('retainers.list.drafts'),
  }
  return (
    <tbody>
      <tr className={cx(css.group)}>
        <th scope="rowgroup">
          <b>{titles[group]}</b> {retainers.length}
        </th>
        <td className="figures">{feesText(retainers, today, writeFee, format)}</td>
      </tr>
      {retainers.map((retainer, index) => (
        <RetainerRow
          key={retainer.id}
          {...{ retainer, window, writeFee }}
          isNamed={namesakes.has(retainer.clientId)}
          standing={standings[index] ?? null}
          overRoom={overRoom > 0 ? Math.min(0.25, overRoom) : undefined}
        />
      ))}
    </tbody>
  )
}

/** How each stands now, the running timer included. */
function useStandings(retainers: Groups[RetainerGroup]) {
  const book = useBook()
  const minute = useMinute()
  return useMemo(() => retainers.map((retainer) => standingOf(book, retainer, minute)), [book, retainers, minute])
}
