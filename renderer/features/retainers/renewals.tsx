import { useMemo, type ReactNode } from 'react'
import { dueRenewals, termOutcomes, type DueRenewal } from '#shared/domain/renewals.ts'
import { TALK_DAYS } from '#shared/domain/term.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { addDays } from '#shared/kernel/day.ts'
import { Terms } from '../../parts/term-help.tsx'
import { cx } from '../../ui/cx.ts'
import { Column, Table, TableHead } from '../../ui/table.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { RenewalOutcomes } from './renewal-outcomes.tsx'
import { RenewalRow } from './renewal-row.tsx'
import css from './renewals.module.css'

/** Which terms end, by when to say so, where each stands on the ladder; and what became of those before. */
export function Renewals() {
  const { t } = useWords()
  const book = useBook()
  const today = useToday()
  const due = useMemo(() => dueRenewals(book, today), [book, today])
  const outcomes = useMemo(() => termOutcomes(book, today), [book, today])
  return (
    <div className={cx(css.page)}>
      <Opening due={due} />
      {due.length === 0 ? null : (
        <Table label={t('renewals.table')} isFixed>
          <colgroup>
            <col />
            <col className={cx(css.ends)} />
            <col className={cx(css.term)} />
            <col className={cx(css.next)} />
            <col className={cx(css.deed)} />
          </colgroup>
          <TableHead>
            <Column>{t('renewals.client')}</Column>
            <Column>{t('renewals.ends')}</Column>
            <Column>{t('renewals.term')}</Column>
            <Column>{t('renewals.next')}</Column>
            <Column isHidden>{t('renewals.deeds')}</Column>
          </TableHead>
          <tbody>
            {due.map((each) => (
              <RenewalRow key={each.retainer.id} due={each} />
            ))}
          </tbody>
        </Table>
      )}
      <Terms of={['notice', 'trial', 'ladder']} />
      <RenewalOutcomes outcomes={outcomes} />
    </div>
  )
}

/** What is to be talked about now, else what will be. */
function Opening({ due }: { due: readonly DueRenewal[] }) {
  const { t, format } = useWords()
  const book = useBook()
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const now = due.filter(({ isDue, draft }) => isDue && draft === null)
  const nameOf = ({ retainer }: DueRenewal): string => fullName(clientOf(book, retainer), retainer)
  const words = (): ReactNode => {
    const [first] = now
    if (first) {
      const told = { client: nameOf(first), day: theDay(format, first.lastDay, 'long'), b }
      const count = now.length
      return count === 1
        ? t.rich('renewals.dueOne', told)
        : t.rich('renewals.dueMany', { ...told, count, number: t('retainers.number', { count }) })
    }
    const next = due.find(({ isDue }) => !isDue)
    if (!next) return t('renewals.none')
    const day = theDay(format, addDays(next.noticeBy, -TALK_DAYS), 'long', 'dal')
    return t.rich('renewals.later', { client: nameOf(next), day, b })
  }
  return <Statement className={cx(css.statement)}>{words()}</Statement>
}
