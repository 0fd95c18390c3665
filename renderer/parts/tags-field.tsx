import { useState } from 'react'
import type { FieldBasics } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { readTags, tagsText } from './tags-text.ts'

interface TagsFieldProps extends Pick<FieldBasics, 'label' | 'className' | 'hint'> {
  value: readonly string[]
  onChange: (tags: readonly string[]) => void
}

/** Tags, as words with commas between them. They are taken over on leaving the field, and on Enter. */
export function TagsField({ value, onChange, ...field }: TagsFieldProps) {
  const [text, setText] = useState(() => tagsText(value))
  const keep = (): void => {
    const tags = readTags(text)
    setText(tagsText(tags))
    if (tags.join() !== value.join()) onChange(tags)
  }
  return (
    <TextField
      {...field}
      value={text}
      onChange={setText}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        event.continuePropagation()
      }}
    />
  )
}
