import { useState } from 'react'
import { scaleOf } from '#shared/domain/ledger/close-period.ts'
import { amountInWords } from '#shared/i18n/amounts.ts'
import { parseDuration, parseMoney, parseWhole } from '#shared/i18n/parse.ts'
import { isDay, type Day } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { by } from '#shared/kernel/order.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement, TopUp } from '#shared/model/agreement.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { CountField } from '../../../parts/count-field.tsx'
import { DurationField } from '../../../parts/duration-field.tsx'
import { FormDialog } from '../../../parts/form-dialog.tsx'
import { MoneyField } from '../../../parts/money-field.tsx'
import { cx } from '../../../ui/cx.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useExecute, useToday } from '../../../workspace.tsx'
import { useWords } from '../../../words.tsx'
import { countOf } from '../../../parts/count-of.ts'
import { EffectLines } from './effect-lines.tsx'
import type { DeedProps } from './deed-menu.tsx'
import css from './deeds.module.css'

/** More time inside a period, at a price; or as a favour, which says why. */
export function TopUpDialog({ retainer, client, onClose, isGoodwill = false }: DeedProps & { isGoodwill?: boolean }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const today = useToday()
  const { agreement } = retainer
  const [typed, setTyped] = useState('')
  const [typedPrice, setPrice] = useState<string | null>(null)
  const [on, setOn] = useState<Day | null>(today < agreement.startsOn ? agreement.startsOn : today)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const isByUnits = agreement.basis === 'deliverables'
  const amount = readAmount(typed, isByUnits)
  // Until somebody writes another price it is the list price of the time.
  const listPrice = scaleRounded(amount, rulesOn(agreement, on ?? today).listRate, scaleOf(agreement))
  const price = typedPrice ?? format.amount(listPrice, agreement.currency)
  const parsed = isGoodwill
    ? { ok: true as const, value: minor(0) }
    : parseMoney(price, agreement.currency, format.language)
  const needsReason = isGoodwill && reason.trim() === ''
  const isWhole = amount > 0 && parsed.ok && on !== null && !needsReason

  const submit = async (): Promise<void> => {
    setChecked(true)
    if (!isWhole) return
    const done = t(isGoodwill ? 'retainers.deeds.gave' : 'retainers.deeds.toppedUp', {
      time: amountInWords(t, format, agreement.basis, amount * scaleOf(agreement)),
      client: client.name,
    })
    const input = { id: retainer.id, on, amount, price: parsed.value, reason: reason.trim() }
    if ((await execute('retainer.topUp', input, { done, onRefused: setRefusal })) !== null) onClose()
  }
  const words = useTitle(client.name, isByUnits, isGoodwill)
  const after = amount > 0 && on !== null ? withTopUp(retainer, { on, amount }) : null
  return (
    <FormDialog title={words.title} deed={words.deed} {...{ refusal, onClose }} onSubmit={submit}>
      <AmountField isByUnits={isByUnits} value={typed} onChange={setTyped} isChecked={isChecked} />
      <DateField
        label={t('retainers.deeds.on')}
        value={on}
        onChange={(day) => setOn(day !== null && isDay(day) ? day : null)}
        error={isChecked && on === null ? t('retainers.problem.noDay') : undefined}
      />
      {isGoodwill ? null : (
        <MoneyField
          label={t('retainers.deeds.price')}
          currency={agreement.currency}
          value={price}
          onChange={setPrice}
          isChecked={isChecked}
        />
      )}
      <TextField
        label={t(isGoodwill ? 'retainers.deeds.reason' : 'retainers.deeds.reasonOptional')}
        value={reason}
        onChange={setReason}
        hint={isGoodwill ? t('retainers.deeds.reasonHint') : undefined}
        error={isChecked && needsReason ? t('retainers.deeds.sayWhy') : undefined}
        className={cx(isGoodwill && css.wide)}
      />
      <EffectLines retainer={retainer} after={after} charged={parsed.ok ? parsed.value : 0} />
    </FormDialog>
  )
}

/** What the dialog is called, and its deed. */
function useTitle(client: string, isByUnits: boolean, isGoodwill: boolean): { title: string; deed: string } {
  const { t } = useWords()
  if (isGoodwill) {
    const deed = t(isByUnits ? 'retainers.deeds.giveUnits' : 'retainers.deeds.give')
    return { title: t('retainers.deeds.goodwillTitle', { client }), deed }
  }
  return {
    title: t(isByUnits ? 'retainers.deeds.topUpTitleUnits' : 'retainers.deeds.topUpTitle', { client }),
    deed: t(isByUnits ? 'retainers.deeds.topUpDeedUnits' : 'retainers.deeds.topUpDeed'),
  }
}

/** Minutes, or units; 0 while it cannot be read. */
function readAmount(typed: string, isByUnits: boolean): number {
  const read = isByUnits ? parseWhole(typed) : parseDuration(typed)
  return read.ok ? (isByUnits ? read.value : Math.round(read.value / 60)) : 0
}

interface AmountFieldProps {
  readonly isByUnits: boolean
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly isChecked: boolean
}

function AmountField({ isByUnits, ...field }: AmountFieldProps) {
  const { t } = useWords()
  const nothing = t('retainers.perks.nothing')
  return isByUnits ? (
    <CountField
      {...field}
      label={t('retainers.deeds.howMany')}
      unit={t('retainers.editor.unit', { count: countOf(field.value) })}
      check={(count) => (count < 1 ? nothing : undefined)}
      autoFocus
    />
  ) : (
    <DurationField
      {...field}
      label={t('retainers.deeds.time')}
      check={(seconds) => (seconds < 60 ? nothing : undefined)}
      autoFocus
    />
  )
}

/** As it would be, to show what it does; the command makes the one that is kept. */
function withTopUp({ id, agreement }: Retainer, { on, amount }: Pick<TopUp, 'on' | 'amount'>): Agreement {
  const topUps = [...agreement.topUps, { id, on, amount, price: minor(0), reason: '' }]
  return { ...agreement, topUps: topUps.toSorted(by(({ on: day }) => day)) }
}
