import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useAsks } from '../../asks.ts'
import { useSettings } from '../../workspace.tsx'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** The command palette, once in a window, beside its places. It is fetched when it is first asked for. */
export function PalettePlace() {
  const [isOpen, setOpen] = useState(false)
  useAsks(({ what }) => {
    if (what === 'palette') setOpen(true)
  })
  useItsKeys(() => setOpen(true))
  if (!isOpen) return null
  return (
    <Suspense>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  )
}

/** Heard in the page too: the menu, which has the same keys, comes after the first picture. */
function useItsKeys(onPressed: () => void): void {
  const { platform } = useSettings()
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const isHeld = platform === 'mac' ? event.metaKey : event.ctrlKey
    if (!isHeld || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    onPressed()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
