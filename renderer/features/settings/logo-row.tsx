import { ImageUp, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { FieldRow } from '../../ui/field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useExecute, usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { readLogo } from './read-logo.ts'
import css from './settings.module.css'

/** The user's own sign, which stands on proposals and agreements. */
export function LogoRow() {
  const { t } = useWords()
  const execute = useExecute()
  const { logo } = usePreferences()
  const input = useRef<HTMLInputElement>(null)
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const read = await readLogo(file)
    if (read === null) showToast({ text: t('settings.billing.logoNoPicture', { name: file.name }), tone: 'refused' })
    else await execute('preferences.set', { logo: read }, { done: t('settings.billing.logoSet') })
  }
  return (
    <FieldRow label={t('settings.billing.logo')} hint={t('settings.billing.logoHint')}>
      {logo === null ? null : <img className={cx(css.logo)} src={logo} alt={t('settings.billing.logo')} />}
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hidden
        onChange={(event) => {
          void choose(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button size="small" icon={ImageUp} onPress={() => input.current?.click()}>
        {logo === null ? t('settings.billing.logoChoose') : t('settings.billing.logoOther')}
      </Button>
      {logo === null ? null : (
        <Button
          size="small"
          variant="quiet"
          icon={X}
          onPress={() => void execute('preferences.set', { logo: null }, { done: t('settings.billing.logoGone') })}
        >
          {t('settings.billing.logoRemove')}
        </Button>
      )}
    </FieldRow>
  )
}
