import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { ask } from '../../asks.ts'
import { bridge } from '../../bridge.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldRow } from '../../ui/field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useSettings } from '../../workspace.tsx'
import { OldFolder } from './old-folder.tsx'
import { Section } from './section.tsx'
import css from './settings.module.css'

/** Where everything lies, and what is there. */
export function DataSection() {
  const { t } = useWords()
  const { go } = useNavigation()
  const { version } = useSettings()
  return (
    <Section title={t('settings.data.title')}>
      <FolderRow />
      <FieldRow label={t('keeping.backups.title')} hint={t('settings.data.backupsHint')}>
        <Button size="small" onPress={() => go({ name: 'backups' })}>
          {t('settings.data.backups')}
        </Button>
      </FieldRow>
      <FieldRow label={t('keeping.everything.label')} hint={t('keeping.everything.hint')}>
        <Button size="small" onPress={() => ask('exportAll')}>
          {t('keeping.everything.export')}
        </Button>
        <Button size="small" onPress={() => ask('readBack')}>
          {t('keeping.everything.readBack')}
        </Button>
      </FieldRow>
      <FieldRow label={t('keeping.health.row')} hint={t('keeping.health.rowHint')}>
        <Button size="small" onPress={() => go({ name: 'health' })}>
          {t('keeping.health.open')}
        </Button>
      </FieldRow>
      <FieldRow label={t('settings.data.version')}>
        <span className={cx(css.said)}>{version}</span>
      </FieldRow>
    </Section>
  )
}

function FolderRow() {
  const { t, format } = useWords()
  const { dataFolder, isMovable, settings } = useSettings()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isMoving, setIsMoving] = useState(false)
  const move = async (): Promise<void> => {
    setIsMoving(true)
    const outcome = await bridge().moveData()
    setIsMoving(false)
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (outcome.ok && outcome.value) showToast({ text: t('keeping.move.moved', outcome.value) })
  }
  return (
    <>
      <FieldRow
        label={t('settings.data.folder')}
        hint={t('settings.data.kept')}
        error={refusal ? refusalText(t, format, refusal) : undefined}
      >
        <span className={cx(css.path)}>{dataFolder}</span>
        <Button size="small" icon={FolderOpen} onPress={() => void bridge().showDataFolder()}>
          {t('settings.data.show')}
        </Button>
        {isMovable ? (
          <Button size="small" isPending={isMoving} onPress={() => void move()}>
            {t('keeping.move.deed')}
          </Button>
        ) : null}
      </FieldRow>
      {settings.previousDataFolder === null ? null : <OldFolder folder={settings.previousDataFolder} />}
    </>
  )
}
