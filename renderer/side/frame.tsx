import { StrictMode, useEffect, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { bridge } from '../bridge.ts'
import { openMirror } from '../mirror.ts'
import { ToastRegion } from '../ui/toast.tsx'
import { learn, useWords, WordsProvider } from '../words.tsx'
import { useSettings, WorkspaceProvider } from '../workspace.tsx'
import '../ui/base.css'

/** A small window of its own: the same workspace, language and theme as the main one's, and nothing of its frame. */
export async function openSide(content: ReactNode): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no root')
  const mirror = await openMirror(bridge())
  await learn(mirror.view().settings.language)
  createRoot(root).render(
    <StrictMode>
      <WorkspaceProvider mirror={mirror}>
        <Worded>{content}</Worded>
      </WorkspaceProvider>
    </StrictMode>,
  )
}

function Worded({ children }: { children: ReactNode }) {
  const { language, theme } = useSettings()
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.lang = language
  }, [language, theme])
  return (
    <WordsProvider language={language}>
      <I18nProvider locale={language === 'it' ? 'it-IT' : 'en-GB'}>
        {children}
        <Messages />
      </I18nProvider>
    </WordsProvider>
  )
}

function Messages() {
  const { t } = useWords()
  return <ToastRegion label={t('app.messages')} />
}
