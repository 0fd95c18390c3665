import { useEffect, useState } from 'react'
import { releasesSince } from '#shared/i18n/releases.ts'
import { bridge } from '../../bridge.ts'
import { cx } from '../../ui/cx.ts'
import { useSettings } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { HelpDialog } from './help-dialog.tsx'
import css from './help.module.css'

/** What came with this version, and with those since the last one whose news was read. From then on it is known. */
export function News({ onClose }: { onClose: () => void }) {
  const { t, format } = useWords()
  const { settings, version } = useSettings()
  const [releases] = useState(() => releasesSince(settings.newsSeen))
  useEffect(() => {
    if (settings.newsSeen !== version) void bridge().setSettings({ newsSeen: version })
  }, [settings.newsSeen, version])
  return (
    <HelpDialog title={t('help.news.title')} onClose={onClose}>
      <div className={cx(css.news)}>
        {releases.map(({ version: each, news }) => (
          <section key={each} aria-label={each}>
            <h3>{t('help.news.version', { version: each })}</h3>
            <ul>
              {news.map((item) => (
                <li key={item.en}>{item[format.language]}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </HelpDialog>
  )
}
