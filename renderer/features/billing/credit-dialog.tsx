import { useState } from 'react'
import { creditsOn, linesLeft } from '#shared/domain/billing/credit.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { useNavigation } from '../../place.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Choice } from '../../ui/choice.tsx'
import { cx } from '../../ui/cx.ts'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './invoice.module.css'

/** Takes lines of an issued invoice back; whether they are owed all the same only the user can know. */
export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const execute = useExecute()
  const { invoices } = useBook().workspace.tables
  const left = linesLeft(invoice, creditsOn(invoices.values(), invoice)).filter(({ amount }) => amount !== 0)
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(() => new Set(left.map(({ id }) => id)))
  const [owed, setOwed] = useState<'given' | 'again'>('given')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const toggle = (id: Id, isIn: boolean): void =>
    setChosen(new Set(left.flatMap((line) => ((line.id === id ? isIn : chosen.has(line.id)) ? [line.id] : []))))
  const submit = async (): Promise<void> => {
    if (chosen.size === 0) return
    const lines = chosen.size === left.length ? null : [...chosen].map((lineId) => ({ lineId }))
    const done = t('billing.invoice.deeds.credited')
    const input = { id: invoice.id, lines, billAgain: owed === 'again' }
    const made = await execute('invoice.credit', input, { done, onRefused: setRefusal })
    if (made === null) return
    onClose()
    if (made !== true) go({ name: 'invoice', id: made })
  }
  return (
    <FormDialog
      title={t('billing.invoice.deeds.creditTitle', { number: numberText(invoice) })}
      deed={t('billing.invoice.deeds.creditDeed')}
      refusal={refusal}
      onClose={onClose}
      onSubmit={submit}
    >
      <fieldset className={cx(css.boxes)}>
        <legend>{t('billing.invoice.deeds.creditWhich')}</legend>
        {left.map(({ id, text, amount }) => (
          <Checkbox
            key={id}
            label={text}
            hint={format.money(amount, invoice.currency, 'always')}
            isSelected={chosen.has(id)}
            onChange={(isIn) => toggle(id, isIn)}
            error={chosen.size === 0 && id === left.at(-1)?.id ? t('billing.invoice.deeds.creditNone') : undefined}
          />
        ))}
      </fieldset>
      <Choice
        className={cx(css.wide)}
        label={t('billing.invoice.deeds.creditOwed')}
        value={owed}
        onChange={setOwed}
        options={[
          {
            id: 'given',
            label: t('billing.invoice.deeds.creditGiven'),
            note: t('billing.invoice.deeds.creditGivenNote'),
          },
          {
            id: 'again',
            label: t('billing.invoice.deeds.creditAgain'),
            note: t('billing.invoice.deeds.creditAgainNote'),
          },
        ]}
      />
    </FormDialog>
  )
}
