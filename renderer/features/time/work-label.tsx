import type { Id } from '#shared/kernel/id.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { workOf } from './work-names.ts'
import css from './work-label.module.css'

/** Whose work it is, as a mark; own work has none, and keeps its room. */
export function WorkMark({ engagementId }: { engagementId: Id | null }) {
  const work = workOf(useBook(), engagementId)
  return work ? <ClientMark mark={work.client.mark} size={12} /> : <span className={cx(css.noMark)} />
}

/** The client, and after it the work where it has a name of its own. What holds them says how they break. */
export function WorkName({ engagementId }: { engagementId: Id | null }) {
  const { t } = useWords()
  const work = workOf(useBook(), engagementId)
  return (
    <>
      <b>
        <OwnWords>{work ? work.client.name : t('time.picker.ownWork')}</OwnWords>
      </b>
      {work && work.engagement.name !== '' ? (
        <span>
          {', '}
          <OwnWords>{work.engagement.name}</OwnWords>
        </span>
      ) : null}
    </>
  )
}
