import { useCallback, useEffect, useRef } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Mirror } from '../mirror.ts'
import { ExportPlace } from '../features/exporting/export-place.tsx'
import { ImportPlace } from '../features/importing/import-place.tsx'
import { EverythingPlace } from '../features/keeping/everything-place.tsx'
import { HelpPlace } from '../features/help/help-place.tsx'
import { LinkPlace } from '../features/link/link-place.tsx'
import { PalettePlace } from '../features/palette/palette-place.tsx'
import { NavigationProvider, useNavigation, type Place } from '../place.tsx'
import { cx } from '../ui/cx.ts'
import { LinkButton } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { clearToasts, ToastRegion } from '../ui/toast.tsx'
import { useSettings, useView, WorkspaceProvider } from '../workspace.tsx'
import { useWords, WordsProvider } from '../words.tsx'
import { FaultBoundary } from './fault.tsx'
import { CurrentPlace, fetchOtherPlaces } from './places.tsx'
import { Rail } from './rail.tsx'
import { TimerBar } from './timer-bar.tsx'
import { useAsked } from './asked.ts'
import { usePlaceKeys } from './place-keys.ts'
import css from './app.module.css'

export function App({ mirror }: { mirror: Mirror }) {
  return (
    <WorkspaceProvider mirror={mirror}>
      <Worded />
    </WorkspaceProvider>
  )
}

/** Language and theme come from the settings, and everything below follows them. */
function Worded() {
  const { language, theme } = useSettings()
  useEffect(() => {
    document.documentElement.dataset.theme = theme
    document.documentElement.lang = language
  }, [language, theme])
  const spoken = useRef(language)
  useEffect(() => {
    // What was said in the other language has been read.
    if (spoken.current !== language) clearToasts()
    spoken.current = language
  }, [language])
  return (
    <WordsProvider language={language}>
      <I18nProvider locale={language === 'it' ? 'it-IT' : 'en-GB'}>
        <NavigationProvider>
          <Frame />
        </NavigationProvider>
      </I18nProvider>
    </WordsProvider>
  )
}

function Frame() {
  const { t } = useWords()
  useAsked()
  usePlaceKeys()
  useEffect(fetchOtherPlaces, [])
  return (
    <div className={cx(css.app)}>
      <TimerBar />
      <Rail />
      <Sheet />
      <PalettePlace />
      <ImportPlace />
      <ExportPlace />
      <EverythingPlace />
      <HelpPlace />
      <LinkPlace />
      <ToastRegion label={t('app.messages')} />
    </div>
  )
}

/**
 * The page. Entering a place scrolls to its top and moves the focus to its heading, so that its name is read; or to the row
 * in it that one was led to.
 */
function Sheet() {
  const { place, go } = useNavigation()
  const { readOnly, problems } = useView()
  const { t } = useWords()
  const sheet = useRef<HTMLElement>(null)
  const entered = useRef(place)
  const enter = useCallback((to: Place): void => {
    if (entered.current === to) return
    entered.current = to
    sheet.current?.scrollTo(0, 0)
    // A place that asks something has taken it to its field.
    if (document.activeElement?.closest('[data-asks]')) return
    const arrival = sheet.current?.querySelector('[data-arrival]')?.closest('button')
    if (arrival) {
      arrival.scrollIntoView({ block: 'center' })
      return arrival.focus()
    }
    sheet.current?.querySelector<HTMLElement>('h1[tabindex="-1"]')?.focus()
  }, [])
  return (
    <main ref={sheet} className={cx(css.sheet)} data-surface="sheet">
      {readOnly ? (
        <Notice tone="fault">{readOnly === 'locked' ? t('app.readOnlyLocked') : t('app.readOnlyNewer')}</Notice>
      ) : null}
      {problems > 0 && place.name !== 'health' ? (
        <Notice
          actions={
            <LinkButton size="small" onPress={() => go({ name: 'health' })}>
              {t('keeping.health.see')}
            </LinkButton>
          }
        >
          {t('app.problems.text', { count: problems })}
        </Notice>
      ) : null}
      <FaultBoundary key={place.name}>
        <CurrentPlace onShown={enter} />
      </FaultBoundary>
    </main>
  )
}
