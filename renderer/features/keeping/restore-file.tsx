import type { DataOffer } from '#shared/keeping.ts'
import { bridge } from '../../bridge.ts'
import { useWords } from '../../words.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

/** A file of everything beside what is there now, and the way to read it in. */
export function RestoreFile({ offer, onClose }: { offer: DataOffer; onClose: () => void }) {
  const { t } = useWords()
  const { token, name } = offer
  return (
    <RestoreDialog
      title={t('keeping.restore.fileTitle', { file: name })}
      words={t('keeping.restore.wouldFile')}
      deed={t('keeping.restore.deedFile')}
      compared={{ ok: true, value: offer }}
      restore={() => bridge().restoreEverything({ token })}
      done={t('keeping.restore.doneFile', { file: name })}
      onClose={onClose}
    />
  )
}
