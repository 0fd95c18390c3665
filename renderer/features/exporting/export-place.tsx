import { lazy, Suspense, useState } from 'react'
import { useAsks } from '../../asks.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))

/** Writing entries to a file, asked for in the menu or in Time. Once in a window, beside its places. */
export function ExportPlace() {
  const [isOpen, setIsOpen] = useState(false)
  useAsks(({ what }) => {
    if (what === 'export') setIsOpen(true)
  })
  if (!isOpen) return null
  return (
    <Suspense>
      <ExportDialog onClose={() => setIsOpen(false)} />
    </Suspense>
  )
}
