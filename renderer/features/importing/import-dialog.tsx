import { useState } from 'react'
import { fileProblemText } from '#shared/i18n/importing.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { ImportChoices, ImportOffer, ImportPreview } from '#shared/ipc.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { bridge } from '../../bridge.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useUndo } from '../../undo.ts'
import { useWords } from '../../words.tsx'
import { usePreferences, useSettings } from '../../workspace.tsx'
import { Clients } from './clients-table.tsx'
import { Mapping } from './mapping.tsx'
import { LeftOut, Long } from './set-aside.tsx'
import { Source, Summary } from './summary.tsx'
import { usePreview } from './use-preview.ts'
import { Ways } from './ways.tsx'
import { ZoneField } from './zone-field.tsx'
import css from './importing.module.css'

interface ImportDialogProps {
  /** The file that was offered, or why it could not be. */
  chosen: ImportOffer | Refusal
  onClose: () => void
  onAnother: () => void
}

/** Shows what would come in of a file, and what not and why, and asks what the file leaves open, before anything does. */
export function ImportDialog({ chosen, onClose, onAnother }: ImportDialogProps) {
  const { t, format } = useWords()
  const { timeZone } = usePreferences()
  const [choices, setChoices] = useState<ImportChoices>({ zone: timeZone })
  const offer = 'token' in chosen ? chosen : null
  const { outcome, isReading, share } = usePreview(offer?.token ?? null, choices)
  const [failure, setFailure] = useState<Refusal | null>('token' in chosen ? null : chosen)
  const [isImporting, setIsImporting] = useState(false)

  const refusal = failure ?? (outcome && !outcome.ok ? outcome.refusal : null)
  const preview = outcome?.ok ? outcome.value : null
  const shown = preview?.problem ? null : preview
  const count = shown && !shown.waits ? shown.fresh : 0
  const isLoading = offer !== null && outcome === null && failure === null
  const change = (said: Partial<ImportChoices>): void => setChoices((before) => ({ ...before, ...said }))

  const undoChange = useUndo()
  const confirm = async (): Promise<void> => {
    if (!offer || !shown || isReading) return
    setIsImporting(true)
    const done = await bridge().commitImport({ token: offer.token, choices: shown.choices })
    setIsImporting(false)
    if (!done.ok) return setFailure(done.refusal)
    const { entries, seq } = done.value
    showToast({
      text: t('importing.dialog.done', { count: entries, shown: format.number(entries) }),
      action: { label: t('app.undo'), onAction: () => undoChange(seq) },
    })
    onClose()
  }
  const leave = (): void => {
    if (offer) void bridge().cancelImport({ token: offer.token })
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={isImporting ? () => undefined : leave}
      size={isLoading || shown ? 'wide' : 'medium'}
      title={t('importing.dialog.title')}
      closeLabel={t('importing.dialog.close')}
      aside={
        isLoading ? null : (
          <LinkButton size="small" onPress={onAnother}>
            {t('importing.dialog.anotherFile')}
          </LinkButton>
        )
      }
      actions={
        count > 0 ? (
          <>
            <Button variant="quiet" isDisabled={isImporting} onPress={leave}>
              {t('importing.dialog.cancel')}
            </Button>
            <Button variant="primary" isPending={isImporting || isReading} onPress={() => void confirm()}>
              {t('importing.dialog.confirm', { count, shown: format.number(count) })}
            </Button>
          </>
        ) : (
          <Button onPress={leave}>{isLoading ? t('importing.dialog.stop') : t('importing.dialog.close')}</Button>
        )
      }
    >
      {refusal ? (
        <Notice tone="fault" isUrgent>
          <b>{refusalText(t, format, refusal)}</b>
        </Notice>
      ) : null}
      <InTheSample />
      {preview?.problem ? <Problem name={preview.name} problem={preview.problem} /> : null}
      {shown ? <Shown preview={shown} choices={choices} change={change} /> : null}
      {isLoading ? (
        <div className={cx(css.loading)}>
          <p className={cx(css.fileName)}>{offer.name}</p>
          <Progress label={t('importing.dialog.reading')} share={share} />
        </div>
      ) : null}
    </Dialog>
  )
}

/** Real time would be thrown away with the made-up one. */
function InTheSample() {
  const { t } = useWords()
  const { isSampleOfOurs } = useSettings()
  return isSampleOfOurs ? <Notice tone="over">{t('guide.sample.import')}</Notice> : null
}

interface ShownProps {
  preview: ImportPreview
  choices: ImportChoices
  change: (said: Partial<ImportChoices>) => void
}

/** What is told of a file that was read, or that waits for its user's word. */
function Shown({ preview, choices, change }: ShownProps) {
  const { tracker, table, waits } = preview
  const [isMapping, setIsMapping] = useState(tracker === 'csv' && !preview.isRemembered)
  return (
    <>
      <div className={cx(css.top)}>
        <div className={cx(css.words)}>
          <Source preview={preview} />
          {waits ? null : <Summary preview={preview} />}
        </div>
        {preview.hasClocks ? <ZoneField zone={choices.zone} onChange={(zone) => change({ zone })} /> : null}
      </div>
      {table ? (
        <Mapping
          {...{ table, tracker }}
          isOpen={isMapping}
          isRemembered={preview.isRemembered}
          onOpen={() => setIsMapping(true)}
          onChange={(columns) => change({ columns })}
          // Its own columns are where that tracker has them.
          onTracker={(id) => change({ tracker: id, columns: undefined })}
        />
      ) : null}
      <Ways preview={preview} isMapping={isMapping} change={change} />
      {waits ? null : (
        <div className={cx(css.tables)}>
          {preview.clients.length > 0 ? (
            <Clients preview={preview} matches={choices.matches} onMatch={(matches) => change({ matches })} />
          ) : null}
          {preview.longCount > 0 ? (
            <Long preview={preview} isSkipped={choices.skipLong ?? false} onSkip={(skipLong) => change({ skipLong })} />
          ) : null}
          {preview.refused.length > 0 ? <LeftOut refused={preview.refused} /> : null}
        </div>
      )}
    </>
  )
}

function Problem({ name, problem }: { name: string; problem: Parameters<typeof fileProblemText>[2] }) {
  const { t, format } = useWords()
  const { fault, remedy } = fileProblemText(t, format, problem)
  return (
    <>
      <p className={cx(css.fileName)}>{name}</p>
      <Notice tone="fault" isUrgent>
        <b>{fault}.</b> {remedy}.
      </Notice>
    </>
  )
}
