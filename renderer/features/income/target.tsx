import { useState, type FormEvent } from 'react'
import { parseMoney } from '#shared/i18n/parse.ts'
import type { Minor } from '#shared/kernel/units.ts'
import { MoneyField } from '../../parts/money-field.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Popover } from '../../ui/popover.tsx'
import { useWords } from '../../words.tsx'
import { useExecute } from '../../workspace.tsx'
import css from './target.module.css'

interface TargetProps {
  readonly target: Minor | null
  readonly currency: string
}

/** What one wants to be able to count on: a button that says it, and a field to change it. */
export function Target({ target, currency }: TargetProps) {
  const { t, format } = useWords()
  return (
    <Popover
      label={t('income.target.title')}
      placement="bottom end"
      trigger={
        <Button>
          {target === null ? (
            t('income.target.set')
          ) : (
            <>
              {t('income.target.title')} <b className={cx(css.amount)}>{format.money(target, currency)}</b>
            </>
          )}
        </Button>
      }
    >
      {(close) => <TargetForm target={target} currency={currency} onDone={close} />}
    </Popover>
  )
}

function TargetForm({ target, currency, onDone }: TargetProps & { readonly onDone: () => void }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const [text, setText] = useState(target === null ? '' : format.amount(target, currency))
  const [isChecked, setChecked] = useState(false)
  const set = async (to: Minor | null): Promise<void> => {
    const done =
      to === null ? t('income.target.removed') : t('income.target.saved', { amount: format.money(to, currency) })
    if ((await execute('preferences.set', { target: to }, { done })) !== null) onDone()
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    const parsed = parseMoney(text, currency, format.language)
    setChecked(true)
    if (parsed.ok && parsed.value > 0) void set(parsed.value)
  }
  return (
    <form className={cx(css.form)} onSubmit={onSubmit}>
      <MoneyField
        label={t('income.target.field')}
        hint={t('income.target.hint')}
        currency={currency}
        value={text}
        onChange={setText}
        check={(value) => (value > 0 ? undefined : t('income.target.zero'))}
        isChecked={isChecked}
        autoFocus
      />
      <div className={cx(css.deeds)}>
        {target === null ? null : (
          <Button variant="quiet" onPress={() => void set(null)}>
            {t('income.target.remove')}
          </Button>
        )}
        <Button variant="primary" type="submit">
          {t('income.target.save')}
        </Button>
      </div>
    </form>
  )
}
