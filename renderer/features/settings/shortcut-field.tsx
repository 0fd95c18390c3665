import { useEffect, useEffectEvent, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { settingsSchema } from '#shared/model/settings.ts'
import { bridge } from '../../bridge.ts'
import { cx } from '../../ui/cx.ts'
import { FieldRow } from '../../ui/field.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { useWords } from '../../words.tsx'
import { useSettings } from '../../workspace.tsx'
import { acceleratorOf, isHeldKey, keysText } from './accelerator.ts'
import css from './settings.module.css'

/** What it is until the user says otherwise. */
const USUAL = settingsSchema.shape.shortcut.parse(undefined)

const keep = (shortcut: string | null): void => void bridge().setSettings({ shortcut })

/** The keys that start and stop the timer from anywhere: shown, changed by pressing others, turned off. */
export function ShortcutField() {
  const { t } = useWords()
  const { settings, platform, shortcut: state } = useSettings()
  const [isListening, setListening] = useState(false)
  const [isUnfit, setUnfit] = useState(false)
  const isMac = platform === 'mac'
  const words = { space: t('settings.shortcut.space'), shift: t('settings.shortcut.shift') }
  const { shortcut } = settings
  const keys = shortcut === null ? null : keysText(shortcut, platform, words)

  useKeys(isListening, (event) => {
    if (event.key === 'Escape') return setListening(false)
    if (isHeldKey(event)) return
    const pressed = acceleratorOf(event, platform)
    setUnfit(pressed === null)
    if (pressed === null) return
    setListening(false)
    keep(pressed)
  })
  const unfit = isMac ? t('settings.shortcut.cannotMac') : t('settings.shortcut.cannot')
  const error = isListening
    ? isUnfit
      ? unfit
      : undefined
    : state === 'taken'
      ? t('settings.shortcut.taken')
      : undefined
  return (
    <FieldRow
      label={t('settings.shortcut.label')}
      hint={
        isListening
          ? isMac
            ? t('settings.shortcut.pressHintMac')
            : t('settings.shortcut.pressHint')
          : t('settings.shortcut.hint')
      }
      error={error}
    >
      <AriaButton
        className={cx(css.keys, isListening && css.listening, error !== undefined && css.wrong)}
        aria-label={
          isListening
            ? t('settings.shortcut.press')
            : keys === null
              ? t('settings.shortcut.choose')
              : t('settings.shortcut.change', { keys })
        }
        onPress={() => {
          setUnfit(false)
          setListening(true)
        }}
        onBlur={() => setListening(false)}
      >
        {isListening ? t('settings.shortcut.press') : keys === null ? t('settings.shortcut.off') : <Kbd keys={keys} />}
      </AriaButton>
      {shortcut === null ? (
        <LinkButton onPress={() => keep(USUAL)}>{t('settings.shortcut.turnOn')}</LinkButton>
      ) : (
        <LinkButton onPress={() => keep(null)}>{t('settings.shortcut.turnOff')}</LinkButton>
      )}
    </FieldRow>
  )
}

/** All keys, before anything else hears them. */
function useKeys(isListening: boolean, onKey: (event: KeyboardEvent) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onKey(event)
  })
  useEffect(() => {
    if (!isListening) return undefined
    window.addEventListener('keydown', pressed, true)
    return () => window.removeEventListener('keydown', pressed, true)
  }, [isListening])
}
