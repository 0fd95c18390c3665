import { useState } from 'react'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { shownRow } from '#shared/domain/ledger/shown-row.ts'
import type { MonthLedger } from '#shared/domain/month-close/ledgers.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { amountInColumn, amountInWords } from '#shared/i18n/amounts.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { stayLots } from '../../parts/standing-words.ts'
import { Stay } from '../../parts/stay.tsx'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { cx } from '../../ui/cx.ts'
import { Tag } from '../../ui/tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { useInvoiceOfOverage } from './use-invoice-of-overage.ts'
import css from './close.module.css'

type Way = 'asAgreed' | 'give' | 'check'

/** A period that went past its hours: billed or taken as agreed, given with a reason, or looked at first. */
export function DecideCard({ ledger }: { ledger: MonthLedger }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const execute = useExecute()
  const client = clientOf(useBook(), ledger.retainer)
  const { retainer, row } = ledger
  const { agreement } = retainer
  const { basis, currency } = agreement
  const over = row.overage + row.borrowed
  const billedOn = useInvoiceOfOverage(ledger)?.invoice ?? null
  const [way, setWay] = useState<Way>('asAgreed')
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const name = fullName(client, retainer)
  const needsReason = way === 'give' && reason.trim() === ''
  const decide = async (): Promise<void> => {
    setChecked(true)
    if (way === 'check') return go({ name: 'retainer', id: retainer.id })
    if (needsReason) return
    const given = way === 'give' ? { goodwill: reason.trim() } : {}
    const done = t('close.ledgers.agreedTo', { name })
    await execute(
      'period.close',
      { engagementId: retainer.id, start: row.period.start, earlier: true, ...given },
      { done },
    )
  }
  const amount = amountInColumn(format, basis, over)
  return (
    <article className={cx(css.decide)} data-surface="well" aria-label={name}>
      <header>
        <ClientMark mark={client.mark} size={18} />
        <b>{name}</b>
        <span className={cx(css.quiet)}>
          {t('close.decide.terms', {
            period: periodName(t, format, agreement, row.period, 'name'),
            included: amountInWords(t, format, basis, row.granted),
            fee: format.money(row.fee, currency, 'always'),
          })}
        </span>
        <span className={cx(css.rest)} />
        <Tag tone="over">{t('close.decide.over', { over: amount })}</Tag>
      </header>
      <Stay
        height="decision"
        lots={stayLots({ row })}
        over={over}
        label={t('close.decide.stay', {
          used: amountInWords(t, format, basis, row.used),
          there: amountInWords(t, format, basis, Math.max(0, row.used - over)),
          over: amountInWords(t, format, basis, over),
        })}
      />
      <Equation ledger={ledger} />
      <Choice<Way>
        label={t('close.decide.what')}
        isLabelHidden
        value={way}
        onChange={setWay}
        className={cx(css.ways)}
        options={[
          asAgreed(t, format, ledger, amount, billedOn),
          {
            id: 'give',
            label: t('close.decide.give'),
            note: billedOn ? t('close.decide.giveBackNote') : t('close.decide.giveNote'),
          },
          { id: 'check', label: t('close.decide.check'), note: t('close.decide.checkNote') },
        ]}
      />
      {way === 'give' ? (
        <TextField
          label={t('close.decide.reason')}
          value={reason}
          onChange={setReason}
          maxLength={200}
          error={isChecked && needsReason ? t('close.decide.sayWhy') : undefined}
        />
      ) : null}
      <div className={cx(css.deeds)}>
        <Button variant="primary" onPress={() => void decide()}>
          {way === 'check'
            ? t('close.decide.look')
            : way === 'give'
              ? t('close.decide.giveIt')
              : t('close.decide.agree')}
        </Button>
      </div>
    </article>
  )
}

type Words = ReturnType<typeof useWords>

function asAgreed(
  t: Words['t'],
  format: Words['format'],
  { retainer, row }: MonthLedger,
  over: string,
  billedOn: Invoice | null,
) {
  const { agreement } = retainer
  const { overage, listRate } = rulesOn(agreement, row.period.start)
  const money = (value: number): string => format.money(value, agreement.currency, 'always')
  const note =
    row.borrowed > 0
      ? t('close.decide.borrowNote', { amount: money(row.overageAmount) })
      : billNote(t, money(row.overageAmount), billedOn)
  const label =
    row.borrowed > 0
      ? t('close.decide.borrow', { over })
      : t('close.decide.bill', { over, rate: money(overage.rate ?? listRate) })
  return { id: 'asAgreed' as const, label, note }
}

function billNote(t: Words['t'], amount: string, billedOn: Invoice | null): string {
  if (billedOn === null) return t('close.decide.billNote', { amount })
  return billedOn.status === 'draft'
    ? t('close.decide.billedDraftNote', { amount })
    : t('close.decide.billedNote', { amount, number: numberText(billedOn) })
}

/** The ledger's row as the equation that it is. */
function Equation({ ledger: { retainer, row } }: { ledger: MonthLedger }) {
  const { t, format } = useWords()
  const { basis } = retainer.agreement
  const is = shownRow(row, basis)
  const terms = (list: readonly (readonly [string, number, boolean?])[]) =>
    list.map(([label, value, isOver], index) => (
      <span key={label} className={cx(css.term)}>
        {index === 0 ? null : <i aria-hidden="true">+</i>}
        <span className={cx(css.figure, value === 0 && css.nil, isOver && css.over)}>
          <b className="figures">{amountInColumn(format, basis, value)}</b>
          <small>{label}</small>
        </span>
      </span>
    ))
  return (
    <div className={cx(css.equation)}>
      {terms([
        [t('retainers.ledger.opening'), is.opening],
        [t('retainers.ledger.granted'), is.granted],
        [t('retainers.ledger.over'), is.overage, true],
      ])}
      <i aria-hidden="true">=</i>
      {terms([
        [t('retainers.ledger.used'), is.used],
        [t('retainers.ledger.expired'), is.expired],
        [t('retainers.ledger.dropped'), is.dropped],
        [t('retainers.ledger.carried'), is.carriedOut],
      ])}
    </div>
  )
}
