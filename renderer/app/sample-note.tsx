import { FlaskConical } from 'lucide-react'
import { bridge } from '../bridge.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Popover } from '../ui/popover.tsx'
import { useSettings } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import css from './sample-note.module.css'

/** In the made-up workspace, whatever the place: that it is one, and the way out of it. */
export function SampleNote() {
  const { t } = useWords()
  const { sample } = useSettings()
  if (!sample) return null
  return (
    <>
      <section className={cx(css.wide)} data-surface="well" aria-label={t('guide.sample.title')}>
        <Said />
      </section>
      <div className={cx(css.narrow)}>
        <Popover
          label={t('guide.sample.title')}
          placement="right top"
          trigger={<IconButton label={t('guide.sample.title')} icon={FlaskConical} tooltipPlacement="right" />}
        >
          <div className={cx(css.said)}>
            <Said />
          </div>
        </Popover>
      </div>
    </>
  )
}

function Said() {
  const { t } = useWords()
  const { isSampleOfOurs } = useSettings()
  return (
    <>
      <p>
        <b>{t('guide.sample.title')}</b> {isSampleOfOurs ? t('guide.sample.text') : t('guide.sample.named')}
      </p>
      {isSampleOfOurs ? (
        <Button size="small" onPress={() => void bridge().leaveSample()}>
          {t('guide.sample.leave')}
        </Button>
      ) : null}
    </>
  )
}
