import { lazy, Suspense, useCallback, useState } from 'react'
import { LARGEST_FILE_MB } from '#shared/formats/rows.ts'
import type { ImportOffer } from '#shared/ipc.ts'
import { refused, type Outcome, type Refusal } from '#shared/kernel/refusal.ts'
import { useAsks } from '../../asks.ts'
import { bridge } from '../../bridge.ts'
import { DropHint } from './drop-hint.tsx'
import { useFileDrop } from './use-file-drop.ts'

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog.tsx')).ImportDialog }))

/** Bringing in another tracker's file, from the menu or dropped on the window. Once in a window, beside its places. */
export function ImportPlace() {
  const [chosen, setChosen] = useState<ImportOffer | Refusal | null>(null)
  const show = useCallback((outcome: Outcome<ImportOffer | null>) => {
    const file = outcome.ok ? outcome.value : outcome.refusal
    // Thought better of it: what was open before stays.
    if (file) setChosen(file)
  }, [])
  const choose = useCallback(async () => show(await bridge().chooseImport()), [show])
  const take = useCallback((file: File) => void offer(file).then(show), [show])
  const isOver = useFileDrop(take)
  useAsks(({ what }) => {
    if (what === 'import') void choose()
  })
  return (
    <>
      {chosen ? (
        <Suspense>
          <ImportDialog
            key={'token' in chosen ? chosen.token : chosen.code}
            chosen={chosen}
            onClose={() => setChosen(null)}
            onAnother={() => void choose()}
          />
        </Suspense>
      ) : null}
      {isOver ? <DropHint /> : null}
    </>
  )
}

async function offer(file: File): Promise<Outcome<ImportOffer>> {
  if (file.size > LARGEST_FILE_MB * 1_000_000) return refused({ code: 'fileTooLarge', megabytes: LARGEST_FILE_MB })
  try {
    return await bridge().offerImport({
      name: file.name.slice(0, 1000),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })
  } catch {
    return refused({ code: 'fileUnreadable', name: file.name, cause: 'folder' }) // or gone in the meantime
  }
}
