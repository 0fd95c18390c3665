import type { Language } from '#shared/model/quantities.ts'
import type { KeptText } from '#shared/model/proposal.ts'
import { cx } from '../../ui/cx.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { KeptTexts } from './kept-texts.tsx'
import css from './proposal.module.css'

interface TextPartProps {
  place: KeptText['place']
  language: Language
  label: string
  value: string
  onChange: (text: string) => void
  hint?: string
  placeholder?: string
  rows?: number
}

/** A text of a document, with those that are kept for its place. */
export function TextPart({ place, language, label, value, onChange, hint, placeholder, rows = 4 }: TextPartProps) {
  return (
    <div className={cx(css.text)}>
      <TextArea {...{ label, value, onChange, hint, placeholder, rows }} maxLength={20_000} />
      <span className={cx(css.kept)}>
        <KeptTexts {...{ place, language, label }} text={value} onUse={({ text }) => onChange(text)} />
      </span>
    </div>
  )
}
