import { lazy, Suspense, useState } from 'react'
import type { LinkedStart } from '#shared/asks.ts'
import { useAsks } from '../../asks.ts'

const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }))

/** What a link from outside asks for, once in a window, beside its places: it is asked about before anything is done. */
export function LinkPlace() {
  const [asked, setAsked] = useState<{ readonly link: LinkedStart; readonly nth: number } | null>(null)
  useAsks((told) => {
    if (told.what === 'start') setAsked((before) => ({ link: told.link, nth: (before?.nth ?? 0) + 1 }))
  })
  if (asked === null) return null
  return (
    <Suspense>
      <LinkDialog key={asked.nth} link={asked.link} onClose={() => setAsked(null)} />
    </Suspense>
  )
}
