import { useState, type ReactNode } from 'react'
import type { CommandInput } from '#shared/commands/index.ts'
import { parseMoney } from '#shared/i18n/parse.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Minor } from '#shared/kernel/units.ts'
import { MoneyField } from '../../parts/money-field.tsx'
import { useWords } from '../../words.tsx'
import { useExecute, usePreferences } from '../../workspace.tsx'

interface MoneyPreferenceProps {
  label: string
  hint: ReactNode
  value: Minor | null
  /** What is changed by it; null where nothing was typed. */
  patch: (value: Minor | null) => CommandInput<'preferences.set'>
  isOptional?: boolean
}

/** An amount that is kept on leaving its field, or with Enter. What cannot be read stays as it was typed, with why. */
export function MoneyPreference({ label, hint, value, patch, isOptional = false }: MoneyPreferenceProps) {
  const { t, format } = useWords()
  const { currency } = usePreferences()
  const execute = useExecute()
  const written = value === null ? '' : format.amount(value, currency)
  /** null: nothing was typed over what is kept. */
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refusal>()
  const [over, setOver] = useState({ value, currency })
  // By saving, by undo or in another window: what is kept now is what is shown.
  if (over.value !== value || over.currency !== currency) {
    setOver({ value, currency })
    setTyped(null)
  }
  const text = typed ?? written

  const save = async (): Promise<void> => {
    const parsed = parseMoney(text, currency, format.language)
    const isEmpty = !parsed.ok && parsed.problem.code === 'empty'
    // Nothing is no rate: what stood there comes back.
    if (isEmpty && !isOptional) return setTyped(null)
    if (!parsed.ok && !isEmpty) return
    const next = parsed.ok ? parsed.value : null
    if (next === value) return setTyped(null)
    await execute('preferences.set', patch(next), { onRefused: setRefused })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <MoneyField
        label={label}
        labelPlacement="beside"
        hint={hint}
        width={160}
        currency={currency}
        isOptional={isOptional}
        value={text}
        error={refused && refusalText(t, format, refused)}
        onChange={(next) => {
          setRefused(undefined)
          setTyped(next)
        }}
        onBlur={() => void save()}
      />
    </form>
  )
}
