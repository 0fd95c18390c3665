import { useState, type FormEvent } from 'react'
import { parseRate } from '#shared/i18n/parse.ts'
import type { Month } from '#shared/kernel/day.ts'
import { TypedField } from '../../parts/typed-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useWords } from '../../words.tsx'
import { useExecute } from '../../workspace.tsx'
import css from './target.module.css'

interface RateFormProps {
  /** What has no rate in the user's own currency. */
  readonly currency: string
  readonly to: string
  /** The months that lack it. */
  readonly months: readonly Month[]
  readonly now: Month
}

/** Asks what a unit of another currency is worth: in one month, or in all that lack it. */
export function RateForm(props: RateFormProps) {
  const { t } = useWords()
  const name = t('income.rate.give', { currency: props.currency })
  return (
    <Popover label={name} placement="top start" trigger={<LinkButton size="small">{name}</LinkButton>}>
      {(close) => <Form {...props} onDone={close} />}
    </Popover>
  )
}

function Form({ currency, to, months, now, onDone }: RateFormProps & { readonly onDone: () => void }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const [text, setText] = useState('')
  const [isForAll, setForAll] = useState(true)
  const [isChecked, setChecked] = useState(false)
  // The one that is known best: this month's, or the last before it.
  const month = months.findLast((each) => each <= now) ?? months[0] ?? now
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const parsed = parseRate(text)
    setChecked(true)
    if (!parsed.ok) return
    const done = t('income.rate.done', { currency, rate: format.rate(parsed.value), to })
    const input = { months: isForAll ? [...months] : [month], currency, millionths: parsed.value }
    if ((await execute('exchangeRate.set', input, { done })) !== null) onDone()
  }
  return (
    <form className={cx(css.form)} onSubmit={(event) => void onSubmit(event)}>
      <TypedField
        label={t('income.rate.field', { currency, month: format.month(month) })}
        hint={t('income.rate.hint')}
        unit={to}
        parse={parseRate}
        write={format.rate}
        value={text}
        onChange={setText}
        isChecked={isChecked}
        autoFocus
      />
      {months.length > 1 ? (
        <Checkbox label={t('income.rate.all', { count: months.length })} isSelected={isForAll} onChange={setForAll} />
      ) : null}
      <div className={cx(css.deeds)}>
        <Button variant="primary" type="submit">
          {t('income.rate.save')}
        </Button>
      </div>
    </form>
  )
}
