import { lazy, Suspense, useState } from 'react'
import { useAsks } from '../../asks.ts'

const Shortcuts = lazy(async () => ({ default: (await import('./shortcuts.tsx')).Shortcuts }))
const News = lazy(async () => ({ default: (await import('./news.tsx')).News }))

/** What the Help menu opens over a place, once in a window. It is fetched when it is first asked for. */
export function HelpPlace() {
  const [shown, setShown] = useState<'shortcuts' | 'news' | null>(null)
  useAsks(({ what }) => {
    if (what === 'shortcuts' || what === 'news') setShown(what)
  })
  const close = (): void => setShown(null)
  return (
    <Suspense>
      {shown === 'shortcuts' ? <Shortcuts onClose={close} /> : null}
      {shown === 'news' ? <News onClose={close} /> : null}
    </Suspense>
  )
}
