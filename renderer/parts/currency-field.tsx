import { useMemo } from 'react'
import { ComboBox } from '../ui/combo-box.tsx'
import type { FieldBasics } from '../ui/field.tsx'
import { useBook, usePreferences } from '../workspace.tsx'
import { useWords } from '../words.tsx'

interface CurrencyFieldProps extends FieldBasics {
  value: string
  onChange: (currency: string) => void
}

/** One of the world's currencies, those in use here first. */
export function CurrencyField({ value, onChange, ...field }: CurrencyFieldProps) {
  const { format } = useWords()
  const { workspace } = useBook()
  const { currency } = usePreferences()
  const options = useMemo(() => {
    const used = new Set([currency, value, ...[...workspace.tables.clients.values()].map((client) => client.currency)])
    const names = new Intl.DisplayNames(format.locale, { type: 'currency' })
    const others = Intl.supportedValuesOf('currency').filter((code) => !used.has(code))
    return [...used, ...others].map((id) => ({ id, label: `${id}, ${names.of(id) ?? id}` }))
  }, [workspace, currency, value, format])
  return <ComboBox {...field} options={options} value={value} onChange={(id) => onChange(id ?? value)} />
}
