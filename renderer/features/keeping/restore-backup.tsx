import { useCallback } from 'react'
import type { BackupRow } from '#shared/keeping.ts'
import { bridge } from '../../bridge.ts'
import { useWords } from '../../words.tsx'
import { useMoment } from './moment.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { useTold } from './use-told.ts'

/** A backup beside what is there now, and the way back to it. */
export function RestoreBackup({ backup: { name, at }, onClose }: { backup: BackupRow; onClose: () => void }) {
  const { t } = useWords()
  const moment = useMoment()
  const { told } = useTold(useCallback(() => bridge().compareBackup({ name }), [name]))
  return (
    <RestoreDialog
      title={t('keeping.restore.backupTitle', moment(at, 'al'))}
      words={t('keeping.restore.would')}
      deed={t('keeping.restore.deed')}
      compared={told}
      restore={() => bridge().restoreBackup({ name })}
      done={t('keeping.restore.done', moment(at, 'il'))}
      onClose={onClose}
    />
  )
}
