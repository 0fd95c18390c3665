import { useState } from 'react'
import type { DueRenewal } from '#shared/domain/renewals.ts'
import type { Ladder } from '#shared/domain/ladder.ts'
import { monthsIn } from '#shared/domain/periods.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { OutcomeDialog } from '../../parts/outcome-dialog.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { OwnWords } from '../../ui/own-words.tsx'
import { Cell, Row, RowLink, TwoLines } from '../../ui/table.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { RenewDialog } from './deeds/renew-dialog.tsx'
import { feeOn } from './fees.ts'
import css from './renewals.module.css'

/** A term with its end: its step of the ladder, by when it is to be said, what it was used for, what comes next. */
export function RenewalRow({ due }: { due: DueRenewal }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const { retainer, ladder, record } = due
  const client = clientOf(useBook(), retainer)
  const { agreement, id } = retainer
  const amount = (value: number): string => amountInColumn(format, agreement.basis, value)
  return (
    <Row isTall className={cx(css.row)}>
      <Cell isHeader>
        <span className={cx(css.name)}>
          <ClientMark mark={client.mark} size={18} />
          <TwoLines below={<Steps ladder={ladder} of={id} isAlone={due.renewsItself} />}>
            <RowLink onPress={() => go({ name: 'retainer', id })}>
              <OwnWords>{fullName(client, retainer)}</OwnWords>
            </RowLink>
          </TwoLines>
        </span>
      </Cell>
      <Cell tone={due.isDue ? 'warning' : undefined}>
        <When due={due} />
      </Cell>
      <Cell>
        <TwoLines
          below={t('renewals.fee', { fee: format.money(feeOn(agreement, today), agreement.currency, 'always') })}
        >
          {record ? t('renewals.used', { used: amount(record.delivered), agreed: amount(record.agreed) }) : '–'}
        </TwoLines>
      </Cell>
      <Cell>
        <TwoLines>{useNextText(due)}</TwoLines>
      </Cell>
      <Cell align="end">
        <Deed due={due} />
      </Cell>
    </Row>
  )
}

function When({ due: { lastDay, noticeBy, renewsItself } }: { due: DueRenewal }) {
  const { t, format } = useWords()
  const today = useToday()
  const day = theDay(format, noticeBy, 'long')
  if (lastDay < today) return <TwoLines>{t('renewals.over', { day: format.day(lastDay, 'long') })}</TwoLines>
  const notice = t(renewsItself ? 'renewals.noticeBy' : 'renewals.askBy', {
    day: theDay(format, noticeBy, 'long', 'il'),
  })
  return (
    <TwoLines below={noticeBy < today ? t('renewals.past', { day }) : notice}>{format.day(lastDay, 'long')}</TwoLines>
  )
}

/** The ladder is one of months, whatever an agreement's own periods are: four quarters stand where twelve months do. */
const monthsText = ({ period }: Agreement, periods: number): string => String(periods * monthsIn[period.every])

/** The ladder as steps: trial, six, twelve; what is over, what runs, what could come. */
function Steps({ ladder, of, isAlone }: { ladder: Ladder; of: Id; isAlone: boolean }) {
  const { t } = useWords()
  const at = ladder.rungs.findIndex(({ retainer }) => retainer.id === of)
  const steps = ladder.rungs.map(({ retainer: { id, agreement } }, index) => ({
    id: String(id),
    step: agreement.trial ? t('renewals.trialStep') : monthsText(agreement, agreement.term.periods),
    state: index < at ? ('done' as const) : index === at ? ('now' as const) : ('next' as const),
  }))
  const last = ladder.rungs.at(-1)?.retainer.agreement
  const next =
    ladder.next && last && !isAlone && at === steps.length - 1
      ? [{ id: 'next', step: monthsText(last, ladder.next.term.periods), state: 'next' as const }]
      : []
  return (
    <span className={cx(css.steps)}>
      {[...steps, ...next].map(({ id, step, state }) => (
        <span key={id} className={cx(css[state])} aria-label={t('renewals.rung', { step, state })} role="img">
          {step}
        </span>
      ))}
    </span>
  )
}

function useNextText({ ladder, draft, renewsItself, retainer }: DueRenewal): string {
  const { t, format } = useWords()
  if (draft) return t('renewals.drafted')
  if (renewsItself) return t('renewals.itself')
  if (ladder.rungs.find((rung) => rung.retainer.id === retainer.id)?.isKept === false) return t('renewals.notKept')
  if (!ladder.next) return t('renewals.nothing')
  const { term, startsOn } = ladder.next
  const every = monthsIn[retainer.agreement.period.every]
  const length = t('retainers.editor.periodsCount', { every, count: term.periods })
  return t('renewals.offer', { length, day: theDay(format, startsOn, 'long', 'dal') })
}

/** The next term is written, its proposal gone on with, or it is noted why there is none. */
function Deed({ due: { retainer, draft, renewsItself, lastDay, ladder } }: { due: DueRenewal }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const today = useToday()
  const [asked, setAsked] = useState<'renew' | 'why' | null>(null)
  const client = clientOf(useBook(), retainer)
  const told = { client: client.name }
  const close = (): void => setAsked(null)
  const link = (label: string, name: string, onPress: () => void) => (
    <LinkButton key={label} size="small" aria-label={name} onPress={onPress}>
      {label}
    </LinkButton>
  )
  if (draft)
    return (
      <span className={cx(css.deeds)}>
        {link(t('renewals.openDraft'), t('renewals.openDraftFor', told), () => go({ name: 'proposal', id: draft.id }))}
      </span>
    )
  return (
    <span className={cx(css.deeds)}>
      {renewsItself || !ladder.next
        ? null
        : link(t('renewals.draft'), t('renewals.draftFor', told), () => setAsked('renew'))}
      {lastDay < today ? link(t('renewals.why'), t('renewals.whyFor', told), () => setAsked('why')) : null}
      {asked === 'renew' ? <RenewDialog {...{ retainer, client }} onClose={close} /> : null}
      {asked === 'why' ? <OutcomeDialog {...{ retainer, client }} onClose={close} isDeclining={false} /> : null}
    </span>
  )
}
