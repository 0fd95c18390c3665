import { openGaps } from '#shared/domain/gaps.ts'
import { GapQuestion, useGapTitle } from '../parts/gap-question.tsx'
import { cx } from '../ui/cx.ts'
import { useBook } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { openSide } from './frame.tsx'
import css from './question.module.css'

/** The question in a window of its own. The shell closes it when none is left to ask. */
function Question() {
  const { t } = useWords()
  const asked = openGaps(useBook()).filter(({ later }) => !later)
  const titleOf = useGapTitle()
  const [gap] = asked
  if (!gap) return null
  const heads = {
    idle: t('app.gap.away'),
    asleep: t('app.gap.asleep'),
    locked: t('app.gap.locked'),
    gone: t('app.gap.gone'),
  }
  return (
    <main className={cx(css.question)} data-surface="raised">
      <p className={cx(css.cause)}>{heads[gap.cause]}</p>
      <h1 className={cx(css.title)}>{titleOf(gap)}</h1>
      <GapQuestion key={gap.id} gap={gap} />
      {asked.length > 1 ? <p className={cx(css.more)}>{t('app.gap.more', { count: asked.length - 1 })}</p> : null}
    </main>
  )
}

await openSide(<Question />)
