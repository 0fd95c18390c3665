import { configure, render } from '@testing-library/react'
import { useEffect, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { openMirror } from '#renderer/mirror.ts'
import { NavigationProvider, useNavigation, type Place } from '#renderer/place.tsx'
import { ToastRegion } from '#renderer/ui/toast.tsx'
import { learn, WordsProvider } from '#renderer/words.tsx'
import { WorkspaceProvider } from '#renderer/workspace.tsx'
import { made, type Edit } from '#shared/model/change.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import type { Bridge } from '#shared/ipc.ts'
import type { Language } from '#shared/model/quantities.ts'
import { memoryBridge } from './memory-bridge.ts'

// A machine that does much else takes its time.
configure({ asyncUtilTimeout: 5000 })

const preferences = preferencesSchema.parse({
  id: preferencesId,
  timeZone: 'Europe/Rome',
  currency: 'EUR',
  listRate: 8000,
})

interface Shown {
  readonly now: number
  readonly edits: readonly Edit[]
  readonly language?: Language
  /** What the shell would answer, where it is about files. */
  readonly calls?: Partial<Bridge>
}

/**
 * A place of the app over a workspace in memory, with all that stands around it in the window. `place` says where the
 * face would go next: what is shown stays.
 */
export async function showPlace(children: ReactNode, { now, edits, language = 'en', calls = {} }: Shown) {
  const bridge = await memoryBridge({ edits: [made('preferences', preferences), ...edits], now: () => now })
  Object.assign(window, { mainstay: Object.assign(bridge, calls) })
  const mirror = await openMirror(bridge)
  await learn(language)
  const places: Place[] = []
  const visit = (place: Place): void => void places.push(place)
  render(
    <WorkspaceProvider mirror={mirror}>
      <WordsProvider language={language}>
        <I18nProvider locale={language === 'it' ? 'it-IT' : 'en-GB'}>
          <NavigationProvider>
            {children}
            <Where told={visit} />
            <ToastRegion label="Messages" />
          </NavigationProvider>
        </I18nProvider>
      </WordsProvider>
    </WorkspaceProvider>,
  )
  return { bridge, book: bridge.workspace.book, place: () => places.at(-1) }
}

/** Tells where the face is, after each step. */
function Where({ told }: { told: (place: Place) => void }): null {
  const { place } = useNavigation()
  useEffect(() => told(place), [told, place])
  return null
}

/** With common blanks, which figures do not have before their unit. */
export const plainText = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ')
