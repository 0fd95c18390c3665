import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Input, TextField } from 'react-aria-components/TextField'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { fileMonthOf, type SpanEntry } from '#shared/model/entry.ts'
import { ClientMark } from '../parts/client-mark.tsx'
import { cx } from '../ui/cx.ts'
import { OwnWords } from '../ui/own-words.tsx'
import { useBook, useExecute } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import css from './timer-bar.module.css'

/** Whose work it is, and the note, which is written where it is read. Enter or leaving keeps it, Escape puts it back. */
export function RunningNote({ entry }: { entry: SpanEntry }) {
  const { t } = useWords()
  const book = useBook()
  const execute = useExecute()
  const [note, setNote] = useState(entry.note)
  const kept = useRef(entry.note)
  const keep = (): void => {
    if (note.trim() === kept.current) return
    kept.current = note.trim()
    void execute('entry.update', { id: entry.id, month: fileMonthOf(entry), note })
  }
  // The timer may be stopped in the tray while this is being written: it is kept all the same.
  const left = useEffectEvent(keep)
  useEffect(() => () => left(), [])
  const engagement = entry.engagementId && book.workspace.tables.engagements.get(entry.engagementId)
  const client = engagement ? clientOf(book, engagement) : null
  return (
    <div className={cx(css.running)}>
      <span className={cx(css.who)}>
        {client ? <ClientMark mark={client.mark} size={14} /> : null}
        <OwnWords>{client && engagement ? fullName(client, engagement) : t('app.timer.ownWork')}</OwnWords>
      </span>
      <TextField aria-label={t('app.timer.note')} value={note} onChange={setNote} onBlur={keep}>
        <Input
          className={cx(css.note)}
          placeholder={t('app.timer.addNote')}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
            if (event.key === 'Escape') setNote(entry.note)
          }}
        />
      </TextField>
    </div>
  )
}
