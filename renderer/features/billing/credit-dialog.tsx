import { useState } from 'react'
import { creditsOn, linesLeft } from '#shared/domain/billing/credit.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { parseMoney } from '#shared/i18n/parse.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Invoice, InvoiceLine } from '#shared/model/invoice.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { useNavigation } from '../../place.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Choice } from '../../ui/choice.tsx'
import { cx } from '../../ui/cx.ts'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './invoice.module.css'

/** Takes lines of an issued invoice back, or a part of them; whether they are owed all the same only the user can know. */
export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const execute = useExecute()
  const { invoices } = useBook().workspace.tables
  const left = linesLeft(invoice, creditsOn(invoices.values(), invoice)).filter(({ amount }) => amount !== 0)
  /** What is typed of each line that is chosen. */
  const [chosen, setChosen] = useState<ReadonlyMap<Id, string>>(
    () => new Map(left.map(({ id, amount }) => [id, format.amount(amount, invoice.currency)])),
  )
  const [isChecked, setChecked] = useState(false)
  const [owed, setOwed] = useState<'given' | 'again'>('given')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const write = (id: Id, text: string | null): void => {
    const others = [...chosen].filter(([each]) => each !== id)
    setChosen(new Map(text === null ? others : [...others, [id, text]]))
  }
  const submit = async (): Promise<void> => {
    setChecked(true)
    const lines = left.flatMap(({ id, amount }) => {
      const text = chosen.get(id)
      if (text === undefined) return []
      if (amount < 0) return [{ lineId: id }]
      const typed = parseMoney(text, invoice.currency, format.language)
      return typed.ok ? [{ lineId: id, amount: typed.value }] : []
    })
    if (chosen.size === 0 || lines.length < chosen.size) return
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
        {left.map((line) => (
          <LeftLine
            key={line.id}
            currency={invoice.currency}
            line={line}
            typed={chosen.get(line.id)}
            isChecked={isChecked}
            error={chosen.size === 0 && line.id === left.at(-1)?.id ? t('billing.invoice.deeds.creditNone') : undefined}
            onWrite={(text) => write(line.id, text)}
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

interface LeftLineProps {
  currency: string
  /** With what is left of it. */
  line: InvoiceLine
  /** undefined where it is not taken back. */
  typed: string | undefined
  isChecked: boolean
  error: string | undefined
  onWrite: (text: string | null) => void
}

/**
 * A line that can be taken back, and how much of it: all of what is left, unless another amount is written. One that
 * lowers the invoice goes whole.
 */
function LeftLine({ currency, line: { text, amount }, typed, isChecked, error, onWrite }: LeftLineProps) {
  const { t, format } = useWords()
  return (
    <div className={cx(css.takenBack)}>
      <Checkbox
        label={text}
        hint={format.money(amount, currency, 'always')}
        isSelected={typed !== undefined}
        onChange={(isIn) => onWrite(isIn ? format.amount(amount, currency) : null)}
        error={error}
      />
      {typed === undefined || amount < 0 ? null : (
        <MoneyField
          label={t('billing.invoice.deeds.creditAmount', { line: text })}
          labelPlacement="hidden"
          currency={currency}
          value={typed}
          onChange={onWrite}
          isChecked={isChecked}
        />
      )}
    </div>
  )
}
