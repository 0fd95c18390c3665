import { Info } from 'lucide-react'
import { useState } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { bridge } from '../../bridge.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'

/** What the data was moved from is still there, until the user has it thrown away. */
export function OldFolder({ folder }: { folder: string }) {
  const { t, format } = useWords()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const trash = async (): Promise<void> => {
    const outcome = await bridge().trashOldData()
    if (outcome.ok) showToast({ text: t('keeping.move.trashed') })
    else setRefusal(outcome.refusal)
  }
  return (
    <Notice
      icon={Info}
      actions={
        <LinkButton size="small" onPress={() => void trash()}>
          {t('keeping.move.trash')}
        </LinkButton>
      }
    >
      {refusal ? refusalText(t, format, refusal) : t('keeping.move.old', { folder })}
    </Notice>
  )
}
