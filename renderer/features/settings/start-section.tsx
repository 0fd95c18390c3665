import { bridge } from '../../bridge.ts'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../../words.tsx'
import { useSettings } from '../../workspace.tsx'
import { Section } from './section.tsx'

/** How the app comes, and whether it goes when its window is closed. */
export function StartSection() {
  const { t } = useWords()
  const { settings, platform, hasTray } = useSettings()
  const { openAtLogin, openHidden, closeToTray } = settings
  return (
    <Section title={t('settings.start.title')}>
      <Switch
        label={t('settings.start.atLogin')}
        isSelected={openAtLogin}
        onChange={(isOn) => void bridge().setSettings({ openAtLogin: isOn })}
      />
      <Switch
        label={t('settings.start.hidden')}
        isSelected={openHidden}
        isDisabled={!openAtLogin}
        onChange={(isOn) => void bridge().setSettings({ openHidden: isOn })}
      />
      <Switch
        label={platform === 'mac' ? t('settings.start.closeToDock') : t('settings.start.closeToTray')}
        hint={hasTray ? t('settings.start.closeHint') : t('settings.start.noTray')}
        isSelected={closeToTray ?? hasTray}
        onChange={(isOn) => void bridge().setSettings({ closeToTray: isOn })}
      />
    </Section>
  )
}
