import { useState } from 'react'
import { fileProblemText } from '#shared/i18n/importing.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { ImportOffer } from '#shared/ipc.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { bridge } from '../../bridge.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useUndo } from '../../undo.ts'
import { useWords } from '../../words.tsx'
import { usePreferences } from '../../workspace.tsx'
import { hasTables, Summary, Tables } from './preview.tsx'
import { usePreview } from './use-preview.ts'
import { ZoneField } from './zone-field.tsx'
import css from './importing.module.css'

interface ImportDialogProps {
  /** The file that was offered, or why it could not be. */
  chosen: ImportOffer | Refusal
  onClose: () => void
  onAnother: () => void
}

/** Shows what would come in of a file, and what not and why, before anything does. */
export function ImportDialog({ chosen, onClose, onAnother }: ImportDialogProps) {
  const { t, format } = useWords()
  const [zone, setZone] = useState<Zone>(usePreferences().timeZone)
  const offer = 'token' in chosen ? chosen : null
  const { outcome, isReading } = usePreview(offer?.token ?? null, zone)
  const [failure, setFailure] = useState<Refusal | null>('token' in chosen ? null : chosen)
  const [isImporting, setIsImporting] = useState(false)

  const refusal = failure ?? (outcome && !outcome.ok ? outcome.refusal : null)
  const preview = outcome?.ok ? outcome.value : null
  const shown = preview?.problem ? null : preview
  const count = shown ? shown.read - shown.known : 0
  const isLoading = offer !== null && outcome === null

  const undoChange = useUndo()
  const confirm = async (): Promise<void> => {
    if (!offer || isReading) return
    setIsImporting(true)
    const done = await bridge().commitImport({ token: offer.token, zone })
    setIsImporting(false)
    if (!done.ok) return setFailure(done.refusal)
    const { entries, seq } = done.value
    showToast({
      text: t('importing.dialog.done', { count: entries, shown: format.number(entries) }),
      action: { label: t('app.undo'), onAction: () => undoChange(seq) },
    })
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size={isLoading || (shown && hasTables(shown)) ? 'wide' : 'medium'}
      title={t('importing.dialog.title')}
      closeLabel={t('importing.dialog.close')}
      aside={
        <LinkButton size="small" onPress={onAnother}>
          {t('importing.dialog.anotherFile')}
        </LinkButton>
      }
      actions={
        count > 0 ? (
          <>
            <Button variant="quiet" onPress={onClose}>
              {t('importing.dialog.cancel')}
            </Button>
            <Button variant="primary" isPending={isImporting || isReading} onPress={() => void confirm()}>
              {t('importing.dialog.confirm', { count, shown: format.number(count) })}
            </Button>
          </>
        ) : (
          <Button onPress={onClose}>{t('importing.dialog.close')}</Button>
        )
      }
    >
      <div className={cx(css.top)}>
        <div className={cx(css.words)}>
          {offer ? <p className={cx(css.fileName)}>{offer.name}</p> : null}
          {shown ? <Summary preview={shown} /> : null}
        </div>
        {shown ? <ZoneField zone={zone} onChange={setZone} /> : null}
      </div>
      {refusal ? (
        <Notice tone="fault" isUrgent>
          <b>{refusalText(t, format, refusal)}</b>
        </Notice>
      ) : null}
      {preview?.problem ? <Problem problem={preview.problem} /> : null}
      {shown ? <Tables preview={shown} /> : null}
      {isLoading ? <Skeleton label={t('importing.dialog.reading')} rows={6} /> : null}
    </Dialog>
  )
}

function Problem({ problem }: { problem: Parameters<typeof fileProblemText>[2] }) {
  const { t, format } = useWords()
  const { fault, remedy } = fileProblemText(t, format, problem)
  return (
    <Notice tone="fault" isUrgent>
      <b>{fault}.</b> {remedy}.
    </Notice>
  )
}
