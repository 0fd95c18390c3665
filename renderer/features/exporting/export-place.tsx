import { lazy, Suspense, useState } from 'react'
import { useAsks, type ExportFound } from '../../asks.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))

/** Writing entries to a file, asked for in the menu or in Time. Once in a window, beside its places. */
export function ExportPlace() {
  const [asked, setAsked] = useState<'all' | ExportFound | null>(null)
  useAsks((told) => {
    if (told.what === 'export') setAsked('all')
    if (told.what === 'exportFound') setAsked(told)
  })
  if (asked === null) return null
  return (
    <Suspense>
      <ExportDialog found={asked === 'all' ? null : asked} onClose={() => setAsked(null)} />
    </Suspense>
  )
}
