import { isNameTooLong, LONGEST_NAME, nameLength } from '#shared/kernel/names.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { FieldBasics } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from '../words.tsx'

interface NameFieldProps extends FieldBasics {
  value: string
  onChange: (name: string) => void
  /** The name as it is kept. One that an import brought may be longer than what is typed, and stays as it is. */
  before?: string | undefined
  placeholder?: string | undefined
}

/** A client's or a piece of work's name. Too long is said at once: nothing is cut, and whoever writes sees what to take out. */
export function NameField({ before = '', error, hint, ...field }: NameFieldProps) {
  const { t, format } = useWords()
  const count = nameLength(field.value)
  const tooLong = isNameTooLong(field.value, before)
    ? refusalText(t, format, { code: 'nameTooLong', field: 'name', count })
    : undefined
  const isLongAlready = tooLong === undefined && count > LONGEST_NAME
  return (
    <TextField
      {...field}
      error={tooLong ?? error}
      hint={isLongAlready ? t('clients.form.longName', { most: format.number(LONGEST_NAME) }) : hint}
    />
  )
}
