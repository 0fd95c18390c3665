import { useState } from 'react'
import { parseDuration, parseMoney } from '#shared/i18n/parse.ts'
import { isDay, type Day } from '#shared/kernel/day.ts'
import { scaleRounded } from '#shared/kernel/rounding.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement, TopUp } from '#shared/model/agreement.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { rulesOn } from '#shared/domain/rules.ts'
import { DurationField } from '../../../parts/duration-field.tsx'
import { FormDialog } from '../../../parts/form-dialog.tsx'
import { MoneyField } from '../../../parts/money-field.tsx'
import { cx } from '../../../ui/cx.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useExecute, useToday } from '../../../workspace.tsx'
import { useWords } from '../../../words.tsx'
import { EffectLines } from './effect-lines.tsx'
import type { DeedProps } from './deed-menu.tsx'
import css from './deeds.module.css'

/** More time inside a period, at a price; or as a favour, which says why. */
export function TopUpDialog({ retainer, client, onClose, isGoodwill = false }: DeedProps & { isGoodwill?: boolean }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const today = useToday()
  const { agreement } = retainer
  const [hours, setHours] = useState('')
  const [typedPrice, setPrice] = useState<string | null>(null)
  const [on, setOn] = useState<Day | null>(today < agreement.startsOn ? agreement.startsOn : today)
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const amount = parseDuration(hours)
  const minutes = amount.ok ? Math.round(amount.value / 60) : 0
  // Until somebody writes another price it is the list price of the time.
  const listPrice = scaleRounded(minutes, rulesOn(agreement, on ?? today).listRate, 60)
  const price = typedPrice ?? format.amount(listPrice, agreement.currency)
  const parsed = isGoodwill
    ? { ok: true as const, value: minor(0) }
    : parseMoney(price, agreement.currency, format.language)
  const needsReason = isGoodwill && reason.trim() === ''
  const isWhole = minutes > 0 && parsed.ok && on !== null && !needsReason

  const submit = async (): Promise<void> => {
    setChecked(true)
    if (!isWhole) return
    const done = t(isGoodwill ? 'retainers.deeds.gave' : 'retainers.deeds.toppedUp', {
      time: format.duration(minutes * 60),
      client: client.name,
    })
    const input = { id: retainer.id, on, amount: minutes, price: parsed.value, reason: reason.trim() }
    if ((await execute('retainer.topUp', input, { done, onRefused: setRefusal })) !== null) onClose()
  }
  const after = minutes > 0 && on !== null ? withTopUp(retainer, { on, amount: minutes }) : null
  return (
    <FormDialog
      title={t(isGoodwill ? 'retainers.deeds.goodwillTitle' : 'retainers.deeds.topUpTitle', { client: client.name })}
      deed={t(isGoodwill ? 'retainers.deeds.give' : 'retainers.deeds.topUpDeed')}
      {...{ refusal, onClose }}
      onSubmit={submit}
    >
      <DurationField
        label={t('retainers.deeds.time')}
        value={hours}
        onChange={setHours}
        check={(seconds) => (seconds < 60 ? t('retainers.perks.nothing') : undefined)}
        isChecked={isChecked}
        autoFocus
      />
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

/** As it would be, to show what it does; the command makes the one that is kept. */
function withTopUp({ id, agreement }: Retainer, { on, amount }: Pick<TopUp, 'on' | 'amount'>): Agreement {
  const topUps = [...agreement.topUps, { id, on, amount, price: minor(0), reason: '' }]
  return { ...agreement, topUps: topUps.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1)) }
}
