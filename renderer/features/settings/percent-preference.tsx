import { useState, type ReactNode } from 'react'
import { parsePercent } from '#shared/i18n/parse.ts'
import { PercentField } from '../../parts/percent-field.tsx'
import { useWords } from '../../words.tsx'

interface PercentPreferenceProps {
  label: string
  hint?: ReactNode
  /** 1/100 of a percent; 0 is none. */
  value: number
  keep: (basisPoints: number) => void
}

/** A share that is kept on leaving its field. What cannot be read stays as it was typed, with why. */
export function PercentPreference({ label, hint, value, keep }: PercentPreferenceProps) {
  const { format } = useWords()
  const written = format.exactPercent(value).replace('%', '')
  const [typed, setTyped] = useState<string | null>(null)
  const [over, setOver] = useState(value)
  if (over !== value) {
    setOver(value)
    setTyped(null)
  }
  const save = (): void => {
    const parsed = parsePercent(typed ?? written)
    if (parsed.ok && parsed.value !== value) keep(parsed.value)
  }
  return (
    <PercentField
      label={label}
      labelPlacement="beside"
      hint={hint}
      width={96}
      value={typed ?? written}
      onChange={setTyped}
      onBlur={save}
    />
  )
}
