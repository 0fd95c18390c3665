import { Plus, X } from 'lucide-react'
import type { Language } from '#shared/model/quantities.ts'
import type { KeptText } from '#shared/model/proposal.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { KeptTexts } from './kept-texts.tsx'
import css from './proposal.module.css'

export interface Said {
  readonly head: string
  readonly text: string
  /** It is as it usually is, and follows the terms until somebody writes in it. */
  readonly usual?: string | undefined
}

interface SaidListProps {
  place: KeptText['place']
  language: Language
  items: readonly Said[]
  onChange: (items: Said[]) => void
  words: {
    readonly head: string
    readonly text: string
    readonly add: string
    readonly usual: string
    readonly remove: (number: string) => string
  }
  /** What is put there with a press. */
  usual: readonly Said[]
}

/** Texts that have a head each: doubts and their answers, clauses. */
export function SaidList({ place, language, items, onChange, words, usual }: SaidListProps) {
  const set = (index: number, patch: Partial<Said>): void =>
    onChange(items.map((each, at) => (at === index ? { ...each, usual: undefined, ...patch } : each)))
  const missing = usual.filter(({ head }) => !items.some((each) => each.head === head))
  return (
    <>
      {items.map((each, index) => (
        <div key={index} className={cx(css.said)}>
          <TextField
            label={words.head}
            value={each.head}
            maxLength={500}
            onChange={(head) => set(index, { head })}
            className={cx(css.grows)}
          />
          <span className={cx(css.deeds)}>
            <KeptTexts
              {...{ place, language }}
              label={each.head === '' ? words.head : each.head}
              name={each.head}
              text={each.text}
              onUse={({ name, text }) => set(index, { head: name, text })}
            />
            <IconButton
              size="small"
              icon={X}
              label={words.remove(String(index + 1))}
              onPress={() => onChange(items.filter((_, at) => at !== index))}
            />
          </span>
          <TextArea
            label={words.text}
            value={each.text}
            maxLength={20_000}
            rows={4}
            onChange={(text) => set(index, { text })}
            className={cx(css.whole)}
          />
        </div>
      ))}
      <div className={cx(css.adds)}>
        <Button size="small" icon={Plus} onPress={() => onChange([...items, { head: '', text: '' }])}>
          {words.add}
        </Button>
        {missing.length === 0 ? null : (
          <LinkButton size="small" onPress={() => onChange([...items, ...missing])}>
            {words.usual}
          </LinkButton>
        )}
      </div>
    </>
  )
}
