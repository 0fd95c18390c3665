import { useState } from 'react'
import type { LinkedStart } from '#shared/asks.ts'
import { linkedWork } from '#shared/domain/linked-work.ts'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import type { Id } from '#shared/kernel/id.ts'
import { EngagementPicker } from '../../parts/engagement-picker.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './link.module.css'

/** Start the timer, as a link says? Whose it is and the note can be put right; the safe way has the focus. */
export function LinkDialog({ link, onClose }: { link: LinkedStart; onClose: () => void }) {
  const { t } = useWords()
  const book = useBook()
  const execute = useExecute()
  const [work, setWork] = useState<Id | null | undefined>(() => linkedWork(book, link))
  const [note, setNote] = useState(link.note)
  const start = async (): Promise<void> => {
    if (work === undefined) return
    const done = t('help.link.started')
    if ((await execute('timer.start', { engagementId: work, note: note.trim() }, { done })) !== null) onClose()
  }
  return (
    <Dialog
      isOpen
      title={t('help.link.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" autoFocus onPress={onClose}>
            {t('help.link.leave')}
          </Button>
          <Button variant="primary" isDisabled={work === undefined} onPress={() => void start()}>
            {t('help.link.start')}
          </Button>
        </>
      }
    >
      <div className={cx(css.asked)}>
        <p>
          {t('help.link.text')} <Running />
        </p>
        <EngagementPicker
          label={t('help.link.work')}
          hint={work === undefined && link.client !== '' ? t('help.link.unknown', { name: link.client }) : undefined}
          value={work}
          onChange={setWork}
        />
        <TextField label={t('app.timer.note')} maxLength={1000} value={note} onChange={setNote} />
      </div>
    </Dialog>
  )
}

/** What would be stopped by it. */
function Running() {
  const { t } = useWords()
  const book = useBook()
  if (!book.running) return null
  const { engagementId } = book.running
  const engagement = engagementId === null ? undefined : book.workspace.tables.engagements.get(engagementId)
  const work = engagement ? fullName(clientOf(book, engagement), engagement) : t('app.timer.ownWork')
  return <>{t('help.link.stops', { work })}</>
}
