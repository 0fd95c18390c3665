import { FolderOpen } from 'lucide-react'
import { bridge } from '../../bridge.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldRow } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { useSettings } from '../../workspace.tsx'
import { Section } from './section.tsx'
import css from './settings.module.css'

/** Where everything lies, and what is there. */
export function DataSection() {
  const { t } = useWords()
  const { dataFolder, version } = useSettings()
  return (
    <Section title={t('settings.data.title')}>
      <FieldRow label={t('settings.data.folder')} hint={t('settings.data.kept')}>
        <span className={cx(css.path)}>{dataFolder}</span>
        <Button size="small" icon={FolderOpen} onPress={() => void bridge().showDataFolder()}>
          {t('settings.data.show')}
        </Button>
      </FieldRow>
      <FieldRow label={t('settings.data.version')}>
        <span className={cx(css.said)}>{version}</span>
      </FieldRow>
    </Section>
  )
}
