import { memo, useCallback, useMemo, useState, type ReactNode } from 'react'
import { theDay } from '#shared/i18n/the-day.ts'
import { monthOf, type Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { Spoken } from '../../parts/spoken.tsx'
import { cx } from '../../ui/cx.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useMonths, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { changeText, effectText, isOfWorkOnly } from './effect.ts'
import { LedgerTable } from '../../parts/ledger/ledger-table.tsx'
import { firstMonthOf, newPreview, ownPreview, roundsAnew, type Preview, type Tracked } from './preview.ts'
import css from './ledger-panel.module.css'

interface LedgerPanelProps {
  client: Client | null
  /** Where the client's time is, to try the terms on. */
  tracked: Tracked | null
  /** What the form says, as far as it could be read. */
  agreement: Agreement | null
  adopt: boolean
  /** The agreement whose terms are changed, and whether they are. */
  base?: Retainer | undefined
  isChanged: boolean
  /** Something in the form cannot be read, so the ledger shows what could be last. */
  isUnread: boolean
}

/** The live ledger: what the terms would have made of the client's own months, worked out as one types. */
export function LedgerPanel(props: LedgerPanelProps) {
  const { t } = useWords()
  const { client, tracked, agreement } = props
  return (
    <section className={cx(css.panel)} data-surface="well" aria-label={t('retainers.ledger.title')}>
      {client === null || tracked === null ? (
        <Words title={t('retainers.ledger.nobody')}>{t('retainers.ledger.nobodyWords')}</Words>
      ) : agreement === null ? (
        <Words title={t('retainers.ledger.title')}>{t('retainers.ledger.waiting')}</Words>
      ) : (
        <LiveLedger {...props} client={client} tracked={tracked} agreement={agreement} />
      )}
    </section>
  )
}

function Words({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <header className={cx(css.head)}>
        <h2 className={cx(css.title)}>{title}</h2>
      </header>
      <p className={cx(css.words)}>{children}</p>
    </>
  )
}

interface LiveProps extends LedgerPanelProps {
  client: Client
  tracked: Tracked
  agreement: Agreement
}

type Which = 'agreed' | 'changed'

/**
 * Kept while the terms are the same. It is worked out with the key and not after it: it takes a few milliseconds over
 * twenty years, and put off it would come a frame later.
 */
const LiveLedger = memo(function LiveLedger(props: LiveProps) {
  const { client, agreement, isChanged, isUnread } = props
  const { t, format } = useWords()
  const today = useToday()
  const [which, setWhich] = useState<Which>('changed')
  const { preview, agreed } = usePreviews(props)
  if (preview === null || preview.rows.length === 0) return <NothingYet {...props} />
  const compared = isChanged ? agreed : null
  // Unchanged terms may be the last of several: then the ledger is what they all made of it.
  const shown = (isChanged && which === 'changed' ? null : agreed) ?? preview
  const before = compared && which === 'changed' ? compared.rows : undefined
  const effect = before
    ? changeText(t, format, agreement, before, shown.rows, today)
    : effectText(t, format, client.name, shown, today)
  const isUntold = isOfWorkOnly(shown)
  const foot = isUntold
    ? t('retainers.ledger.footWork')
    : before
      ? t('retainers.ledger.footStruck')
      : t('retainers.ledger.foot')
  return (
    <>
      <header className={cx(css.head)}>
        <h2 className={cx(css.title)}>{t('retainers.ledger.title')}</h2>
        {compared ? <WhichTerms value={which} onChange={setWhich} /> : null}
      </header>
      <Statement size="lead" className={cx(css.effect)}>
        <Spoken>{effect}</Spoken>
      </Statement>
      <LedgerTable {...shown} before={before} today={today} isBeside isUntold={isUntold} />
      <p className={cx(css.foot)}>{isUnread ? t('retainers.ledger.unread') : foot}</p>
    </>
  )
})

function WhichTerms({ value, onChange }: { value: Which; onChange: (which: Which) => void }) {
  const { t } = useWords()
  const segments = [
    { id: 'agreed', label: t('retainers.ledger.agreed') },
    { id: 'changed', label: t('retainers.ledger.changed') },
  ] as const
  return <Segmented size="small" label={t('retainers.ledger.which')} {...{ segments, value, onChange }} />
}

/** Nothing has been tracked, or the agreement that is edited has not begun: it says what will stand here. */
function NothingYet({ client, agreement, base }: LiveProps) {
  const { t, format } = useWords()
  if (!base) {
    return (
      <Words title={t('retainers.ledger.noTime')}>{t('retainers.ledger.noTimeWords', { client: client.name })}</Words>
    )
  }
  const day = theDay(format, agreement.startsOn, 'long')
  return <Words title={t('retainers.ledger.begins', { day })}>{t('retainers.ledger.beginsWords')}</Words>
}

/** The ledger of the terms as they are written and, when an agreement is edited, as they were agreed. */
function usePreviews(props: LiveProps) {
  const { tracked, agreement, adopt, base } = props
  const book = useBook()
  const today = useToday()
  const isHeld = useEntries(props)
  const previewed = useCallback(
    (terms: Agreement): Preview | null =>
      base && !isYetToBegin(base, terms, today)
        ? ownPreview(book, [base.id], terms, today)
        : newPreview(book, tracked, terms, adopt, today, isHeld),
    [book, base, tracked, adopt, today, isHeld],
  )
  const agreed = useMemo(() => (base ? previewed(base.agreement) : null), [base, previewed])
  const preview = useMemo(() => previewed(agreement), [previewed, agreement])
  return { preview, agreed }
}

/** What is not signed and begins later has no months of its own: it is tried on those that were tracked. */
const isYetToBegin = ({ status }: Retainer, { startsOn }: Agreement, today: Day): boolean =>
  (status === 'draft' || status === 'proposed') && startsOn > today

/** Has the entries in memory where the days alone do not tell what the terms would make of them. */
function useEntries({ tracked, agreement, base }: LiveProps): boolean {
  const book = useBook()
  const today = useToday()
  const now = monthOf(today)
  const isTried = !base || isYetToBegin(base, agreement, today)
  const isNeeded = isTried && roundsAnew(book, tracked.all, agreement)
  const isHeld = useMonths(isNeeded ? firstMonthOf(book, tracked, agreement, today) : now, now)
  return isNeeded && isHeld
}
