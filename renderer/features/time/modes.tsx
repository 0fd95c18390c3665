import { FileOutput, Import } from 'lucide-react'
import { ask } from '../../asks.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useWords } from '../../words.tsx'
import { views, type ViewId } from './views.ts'
import css from './modes.module.css'
import { cx } from '../../ui/cx.ts'

interface ModesProps {
  view: ViewId
  onChange: (view: ViewId) => void
}

/** At the right of every view's head: what brings other trackers' time in, and the switch between the views. */
export function Modes({ view, onChange }: ModesProps) {
  const { t } = useWords()
  return (
    <div className={cx(css.modes)}>
      <Button variant="quiet" icon={Import} onPress={() => ask('import')}>
        {t('shell.menu.import')}
      </Button>
      <IconButton icon={FileOutput} label={t('shell.menu.export')} onPress={() => ask('export')} />
      {views.length > 1 ? (
        <Segmented<ViewId>
          label={t('time.views.label')}
          segments={views.map(({ id, label }) => ({ id, label: t(label) }))}
          value={view}
          onChange={onChange}
        />
      ) : null}
    </div>
  )
}
