import { useState } from 'react'
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
  hint: string
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
  // What was typed belongs to the value that stood there: when that changes, by saving or undo, it is shown instead.
  const [typed, setTyped] = useState({ text: written, over: written })
  const [refused, setRefused] = useState<Refusal>()
  const text = typed.over === written ? typed.text : written

  const save = async (): Promise<void> => {
    const parsed = parseMoney(text, currency, format.language)
    const isEmpty = !parsed.ok && parsed.problem.code === 'empty'
    if (!parsed.ok && !(isEmpty && isOptional)) {
      // Nothing is no rate: what stood there comes back.
      if (isEmpty) setTyped({ text: written, over: written })
      return
    }
    const next = parsed.ok ? parsed.value : null
    if (next === value) return
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
          setTyped({ text: next, over: written })
        }}
        onBlur={() => void save()}
      />
    </form>
  )
}
