import { useMemo } from 'react'
import { ComboBox } from '../ui/combo-box.tsx'
import type { FieldBasics } from '../ui/field.tsx'
import { useWords } from '../words.tsx'

/** ISO 3166, those that are countries today. */
const CODES =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW'.split(
    ' ',
  )

interface CountryFieldProps extends FieldBasics {
  /** ISO 3166, or nothing. */
  value: string
  onChange: (country: string) => void
}

/** A country by its name. */
export function CountryField({ value, onChange, ...field }: CountryFieldProps) {
  const { format } = useWords()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(format.locale, { type: 'region' })
    return CODES.map((id) => ({ id, label: names.of(id) ?? id })).toSorted((a, b) =>
      a.label.localeCompare(b.label, format.locale),
    )
  }, [format])
  return (
    <ComboBox {...field} options={options} value={value === '' ? null : value} onChange={(id) => onChange(id ?? '')} />
  )
}
