import { useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'

interface TextPreferenceProps {
  label: string
  hint?: string
  value: string
  keep: (text: string) => void
  /** Why a text cannot be kept; undefined where it can. */
  check?: (text: string) => string | undefined
}

/** Words that are kept on leaving their field. */
export function TextPreference({ label, hint, value, keep, check }: TextPreferenceProps) {
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
      error={check?.((typed ?? value).trim())}
      width={160}
      maxLength={200}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => {
        const text = typed?.trim() ?? value
        if (text !== value && check?.(text) === undefined) keep(text)
      }}
    />
  )
}
