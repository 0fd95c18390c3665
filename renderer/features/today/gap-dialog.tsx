import type { Gap } from '#shared/model/gap.ts'
import { GapQuestion, useGapTitle } from '../../parts/gap-question.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** The same question as in its window, over Today. */
export function GapDialog({ gap, onClose }: { gap: Gap; onClose: () => void }) {
  const titleOf = useGapTitle()
  return (
    <Dialog isOpen onClose={onClose} title={titleOf(gap)}>
      <GapQuestion gap={gap} onAnswered={onClose} />
    </Dialog>
  )
}
