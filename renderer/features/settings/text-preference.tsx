import { useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'

interface TextPreferenceProps {
  label: string
  hint?: string
  value: string
  keep: (text: string) => void
}

/** Words that are kept on leaving their field. */
export function TextPreference({ label, hint, value, keep }: TextPreferenceProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [over, setOver] = useState(value)
  if (over !== value) {
    setOver(value)
    setTyped(null)
  }
  return (
    <TextField
      label={label}
      labelPlacement="beside"
      hint={hint}
      width={160}
      maxLength={200}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => {
        if (typed !== null && typed.trim() !== value) keep(typed.trim())
      }}
    />
  )
}
