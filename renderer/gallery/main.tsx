import { StrictMode, useLayoutEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import '../ui/base.css'
import { PageHead } from '../ui/page-head.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { ToastRegion } from '../ui/toast.tsx'
import { ComponentsSheet } from './components-sheet.tsx'
import { StatesSheet } from './states-sheet.tsx'
import css from './gallery.module.css'
import { cx } from '../ui/cx.ts'

const asked = new URLSearchParams(location.search)
const THEMES = [
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const
const SHEETS = [
  { id: 'components', label: 'Components' },
  { id: 'states', label: 'States' },
] as const

/** Every part of the design system in every state: `?theme=dark`, `?sheet=states`, `?lang=it`. */
function Gallery() {
  const [theme, setTheme] = useState<'light' | 'dark'>(asked.get('theme') === 'dark' ? 'dark' : 'light')
  const [sheet, setSheet] = useState<'components' | 'states'>(asked.get('sheet') === 'states' ? 'states' : 'components')
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return (
    <I18nProvider locale={asked.get('lang') === 'it' ? 'it-IT' : 'en-GB'}>
      <main className={cx(css.page)} data-surface="sheet">
        <PageHead
          title="Design system"
          mode={<Segmented size="small" label="Sheet" segments={SHEETS} value={sheet} onChange={setSheet} />}
          actions={<Segmented size="small" label="Theme" segments={THEMES} value={theme} onChange={setTheme} />}
        />
        {sheet === 'components' ? <ComponentsSheet /> : <StatesSheet />}
      </main>
      <ToastRegion label="Notifications" />
    </I18nProvider>
  )
}

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
}
