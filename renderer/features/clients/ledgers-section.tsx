import { useId, useState } from 'react'
import { periodsUntil } from '#shared/domain/periods.ts'
import { termAt } from '#shared/domain/term.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { OwnLedger, SaveLedger, useOwnRows } from '../../parts/ledger/own-ledger.tsx'
import { workName } from '../../parts/work-words.ts'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Disclose } from '../../ui/table.tsx'
import { useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { isLive } from './client-facts.ts'
import css from './ledgers-section.module.css'

/** The ledgers of all that was signed with a client, the latest first. What runs now is open. */
export function LedgersSection({ client, retainers }: { client: Client; retainers: readonly Retainer[] }) {
  const { t } = useWords()
  const today = useToday()
  const begun = retainers
    .filter(({ status }) => status === 'active' || status === 'ended')
    .filter(({ agreement }) => periodsUntil(agreement, today).length > 0)
    .toSorted((a, b) => (a.agreement.startsOn < b.agreement.startsOn ? 1 : -1))
  if (begun.length === 0) return null
  return (
    <section>
      <SectionHead title={t('clients.page.ledgers')} />
      <div className={cx(css.list)}>
        {begun.map((retainer) => (
          <LedgerOf key={retainer.id} client={client} retainer={retainer} isFirstOpen={isLive(retainer, today)} />
        ))}
      </div>
    </section>
  )
}

interface LedgerOfProps {
  client: Client
  retainer: Retainer
  isFirstOpen: boolean
}

function LedgerOf({ client, retainer, isFirstOpen }: LedgerOfProps) {
  const { t, format } = useWords()
  const today = useToday()
  const [isOpen, setOpen] = useState(isFirstOpen)
  const id = useId()
  const { startsOn } = retainer.agreement
  const { phase, lastDay } = termAt(retainer.agreement, today)
  const when =
    phase === 'over' && lastDay !== null
      ? t('clients.page.ledgerFromTo', { from: format.day(startsOn, 'long'), to: format.day(lastDay, 'long') })
      : t('clients.page.ledgerSince', { day: theDay(format, startsOn, 'long', 'dal') })
  return (
    <div>
      <h3 className={cx(css.head)}>
        <Disclose isOpen={isOpen} onToggle={() => setOpen(!isOpen)} controls={id}>
          <span className="visually-hidden">{t('retainers.ledger.title')}</span>{' '}
          <OwnWords>{workName(t, retainer)}</OwnWords>
        </Disclose>
        <small>{when}</small>
      </h3>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <Opened {...{ client, retainer }} /> : null}
      </div>
    </div>
  )
}

function Opened({ client, retainer }: Omit<LedgerOfProps, 'isFirstOpen'>) {
  const rows = useOwnRows(retainer)
  return (
    <div className={cx(css.opened)}>
      <OwnLedger {...{ retainer, rows }} />
      <SaveLedger {...{ client, retainer, rows }} />
    </div>
  )
}
