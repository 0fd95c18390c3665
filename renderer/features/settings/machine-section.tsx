import type { Language } from '#shared/model/quantities.ts'
import { bridge } from '../../bridge.ts'
import { languageName } from '../../parts/language-field.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useWords } from '../../words.tsx'
import { useSettings } from '../../workspace.tsx'
import { Section } from './section.tsx'
import { ShortcutField } from './shortcut-field.tsx'

/** What takes effect at once, everywhere: the window, the tray, the menus. */
export function MachineSection() {
  const { t } = useWords()
  return (
    <Section title={t('settings.machine.title')}>
      <LanguageRow />
      <ThemeRow />
      <ShortcutField name="toggle" />
      <ShortcutField name="show" />
      <ShortcutField name="switch" />
    </Section>
  )
}

function LanguageRow() {
  const { t } = useWords()
  const { settings, language } = useSettings()
  const chosen = settings.language ?? 'system'
  const asSystem =
    settings.language === null
      ? t('settings.machine.systemLanguage', { language: languageName(t, language) })
      : t('settings.machine.system')
  return (
    <FieldRow label={t('settings.machine.language')}>
      <Segmented<'system' | Language>
        label={t('settings.machine.language')}
        value={chosen}
        segments={[
          { id: 'system', label: asSystem },
          { id: 'en', label: languageName(t, 'en') },
          { id: 'it', label: languageName(t, 'it') },
        ]}
        onChange={(id) => void bridge().setSettings({ language: id === 'system' ? null : id })}
      />
    </FieldRow>
  )
}

function ThemeRow() {
  const { t } = useWords()
  const { settings } = useSettings()
  return (
    <FieldRow label={t('settings.machine.theme')}>
      <Segmented<'system' | 'light' | 'dark'>
        label={t('settings.machine.theme')}
        value={settings.theme}
        segments={[
          { id: 'system', label: t('settings.machine.system') },
          { id: 'light', label: t('settings.machine.light') },
          { id: 'dark', label: t('settings.machine.dark') },
        ]}
        onChange={(theme) => void bridge().setSettings({ theme })}
      />
    </FieldRow>
  )
}
