import { memo, useCallback, useMemo, useState, type ReactNode } from 'react'
import { theDay } from '#shared/i18n/the-day.ts'
import { monthOf, type Day } from '#shared/kernel/day.ts'
import { isComparable } from '#shared/domain/ledger/ahead.ts'
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
import { AheadTable } from './ahead-table.tsx'
import { aheadOf, aheadText, usualText, type Ahead } from './ahead.ts'
import {
  firstMonthOf,
  newPreview,
  ownPreview,
  roundsAnew,
  triedPreview,
  type Preview,
  type Tracked,
} from './preview.ts'
import css from './ledger-panel.module.css'

interface LedgerPanelProps {
  client: Client | null
  /** Where the client's time is, to try the terms on. */
  tracked: Tracked | null
  /** What the form says, as far as it could be read; and the agreement as it would be kept. */
  agreement: Agreement | null
  dated: Agreement | null
  /** Of an agreement there is: from when other terms would hold. */
  from: Day | null
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
  const { client, tracked, agreement, dated } = props
  return (
    <section className={cx(css.panel)} data-surface="well" aria-label={t('retainers.ledger.title')}>
      {client === null || tracked === null ? (
        <Words title={t('retainers.ledger.nobody')}>{t('retainers.ledger.nobodyWords')}</Words>
      ) : agreement === null || dated === null ? (
        <Words title={t('retainers.ledger.title')}>{t('retainers.ledger.waiting')}</Words>
      ) : (
        <LiveLedger {...props} {...{ client, tracked, agreement, dated }} />
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
  dated: Agreement
}

type Which = 'agreed' | 'changed'

/**
 * Kept while the terms are the same. It is worked out with the key and not after it: it takes a few milliseconds over
 * twenty years, and put off it would come a frame later. Who changes an agreement reads first what that does from its
 * day on; who writes a new one, what it would have been.
 */
const LiveLedger = memo(function LiveLedger(props: LiveProps) {
  const { preview, agreed } = usePreviews(props)
  const ahead = useAhead(props, agreed ?? preview)
  const coming = ahead ? <Coming ahead={ahead} /> : null
  const gone = <Gone {...props} {...{ preview, agreed }} isBelow={props.base !== undefined && coming !== null} />
  return props.base ? (
    <>
      {coming}
      {gone}
    </>
  ) : (
    <>
      {gone}
      {coming}
    </>
  )
})

/** The periods to come, and what other terms make of them. */
function Coming({ ahead }: { ahead: Ahead }) {
  const { t, format } = useWords()
  const effect = aheadText(t, format, ahead)
  const foot = [usualText(t, format, ahead), ahead.before ? t('retainers.ahead.struck') : '']
  return (
    <section className={cx(css.part)} aria-label={t('retainers.ahead.title')}>
      <header className={cx(css.head)}>
        <h2 className={cx(css.title)}>{t('retainers.ahead.title')}</h2>
      </header>
      {effect === '' ? null : (
        <Statement size="lead" className={cx(css.effect)}>
          <Spoken>{effect}</Spoken>
        </Statement>
      )}
      <AheadTable {...ahead} />
      <p className={cx(css.foot)}>{foot.filter((words) => words !== '').join(' ')}</p>
    </section>
  )
}

interface GoneProps extends LiveProps {
  preview: Preview | null
  agreed: Preview | null
  /** Something stands above it. */
  isBelow: boolean
}

/** The months that are gone: as they were, and as they would have been under these terms. */
function Gone(props: GoneProps) {
  const { client, agreement, isChanged, isUnread, preview, agreed, isBelow } = props
  const { t, format } = useWords()
  const today = useToday()
  const [which, setWhich] = useState<Which>('changed')
  if (preview === null || preview.rows.length === 0) return isBelow ? null : <NothingYet {...props} />
  const compared = isChanged ? agreed : null
  // Unchanged terms may be the last of several: then the ledger is what they all made of it.
  const shown = (isChanged && which === 'changed' ? null : agreed) ?? preview
  const isSetBeside = compared && which === 'changed' && isComparable(compared.agreement, shown.agreement)
  const before = isSetBeside ? compared.rows : undefined
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
    <section className={cx(css.part)} aria-label={t('retainers.ahead.past')}>
      <header className={cx(css.head)}>
        <h2 className={cx(css.title)}>{t(isBelow ? 'retainers.ahead.past' : 'retainers.ledger.title')}</h2>
        {compared ? <WhichTerms value={which} onChange={setWhich} /> : null}
      </header>
      <Statement size="lead" className={cx(css.effect)}>
        <Spoken>{effect}</Spoken>
      </Statement>
      <LedgerTable {...shown} before={before} today={today} isBeside isUntold={isUntold} />
      <p className={cx(css.foot)}>{isUnread ? t('retainers.ledger.unread') : foot}</p>
    </section>
  )
}

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
  const isOwn = base !== undefined && !isYetToBegin(base, agreement, today)
  const tried = useCallback(
    (terms: Agreement): Preview | null => newPreview(book, tracked, terms, adopt, today, isHeld),
    [book, tracked, adopt, today, isHeld],
  )
  const agreed = useMemo(() => {
    if (!base) return null
    return isOwn ? ownPreview(book, base.id, base.agreement, today) : tried(base.agreement)
  }, [base, book, isOwn, today, tried])
  const preview = useMemo(() => {
    if (base && isOwn) return triedPreview(book, base.id, base.agreement, agreement, today)
    return tried(agreement)
  }, [agreement, base, book, isOwn, today, tried])
  return { preview, agreed }
}

/** The periods to come, going by those that are gone. */
function useAhead({ dated, base, from, isChanged }: LiveProps, past: Preview | null): Ahead | null {
  const today = useToday()
  return useMemo(() => {
    if (!past) return null
    const change = base && isChanged ? { agreed: base.agreement, from: from ?? dated.startsOn } : null
    return aheadOf({ dated, past, change, today })
  }, [base, dated, from, isChanged, past, today])
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
  const isNeeded = isTried && roundsAnew(book, tracked.all, agreement, today)
  const isHeld = useMonths(isNeeded ? firstMonthOf(book, tracked, agreement, today) : now, now)
  return isNeeded && isHeld
}
