import { useEffect, useEffectEvent, useState } from 'react'
import { useKeysText } from '../../parts/keys-text.ts'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Translator } from '#shared/i18n/translator.ts'
import type { ShortcutName, ShortcutState } from '#shared/ipc.ts'
import { bridge } from '../../bridge.ts'
import { cx } from '../../ui/cx.ts'
import { FieldRow } from '../../ui/field.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { useWords } from '../../words.tsx'
import { useSettings } from '../../workspace.tsx'
import { acceleratorOf, isHeldKey } from './accelerator.ts'
import css from './settings.module.css'

/** What each is until the user says otherwise: all but the first begin with keys that most programs leave alone. */
const USUAL: Readonly<Record<ShortcutName, string>> = {
  toggle: 'CommandOrControl+Alt+Space',
  show: 'CommandOrControl+Alt+M',
  switch: 'CommandOrControl+Alt+B',
}
const FIELDS = { toggle: 'shortcut', show: 'shortcutShow', switch: 'shortcutSwitch' } as const

/** Keys that do something from anywhere: shown, changed by pressing others, turned off. A clash is said here. */
export function ShortcutField({ name }: { name: ShortcutName }) {
  const { t } = useWords()
  const { settings, platform, shortcuts } = useSettings()
  const state = shortcuts[name]
  const keep = (accelerator: string | null): void => void bridge().setSettings({ [FIELDS[name]]: accelerator })
  const shortcut = settings[FIELDS[name]]
  const [isListening, setListening] = useState(false)
  const [isUnfit, setUnfit] = useState(false)
  const isMac = platform === 'mac'
  const keysText = useKeysText()
  const keys = shortcut === null ? null : keysText(shortcut)

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
  const error = isListening ? (isUnfit ? unfit : undefined) : clashText(t, state)
  return (
    <FieldRow
      label={names(t)[name]}
      hint={
        isListening ? (isMac ? t('settings.shortcut.pressHintMac') : t('settings.shortcut.pressHint')) : hints(t)[name]
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
        <LinkButton onPress={() => keep(USUAL[name])}>{t('settings.shortcut.turnOn')}</LinkButton>
      ) : (
        <LinkButton onPress={() => keep(null)}>{t('settings.shortcut.turnOff')}</LinkButton>
      )}
    </FieldRow>
  )
}

function names(t: Translator): Record<ShortcutName, string> {
  return {
    toggle: t('settings.shortcut.label'),
    show: t('settings.shortcut.show'),
    switch: t('settings.shortcut.switch'),
  }
}

function hints(t: Translator): Record<ShortcutName, string> {
  return {
    toggle: t('settings.shortcut.hint'),
    show: t('settings.shortcut.showHint'),
    switch: t('settings.shortcut.switchHint'),
  }
}

function clashText(t: Translator, state: ShortcutState): string | undefined {
  if (state === 'taken') return t('settings.shortcut.taken')
  if (state === 'twice') return t('settings.shortcut.twice')
  return state === 'none' ? t('settings.shortcut.none') : undefined
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
