import type { Translator } from '#shared/i18n/translator.ts'
import type { Language } from '#shared/model/quantities.ts'
import type { FieldBasics } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { useWords } from '../words.tsx'

interface LanguageFieldProps extends FieldBasics {
  value: Language
  onChange: (language: Language) => void
}

/** One of the languages that Mainstay writes. */
export function LanguageField(props: LanguageFieldProps) {
  const { t } = useWords()
  const options = (['en', 'it'] as const).map((id) => ({ id, label: languageName(t, id) }))
  return <Select {...props} options={options} />
}

/** A language in its own words, so that who reads no other finds it. */
export const languageName = (t: Translator, language: Language): string =>
  language === 'en' ? t('settings.machine.english') : t('settings.machine.italian')
