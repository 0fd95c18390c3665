import { useEffect, useState } from 'react'
import type { ImportPreview } from '#shared/ipc.ts'
import type { Zone } from '#shared/kernel/instant.ts'
import type { Outcome } from '#shared/kernel/refusal.ts'
import { bridge } from '../../bridge.ts'

interface Read {
  readonly zone: Zone
  readonly outcome: Outcome<ImportPreview>
}

/**
 * What would come in of a file. While it is read anew in another zone the last preview stands.
 *
 * @param token the offered file's; null for none.
 */
export function usePreview(token: string | null, zone: Zone): { outcome: Read['outcome'] | null; isReading: boolean } {
  const [read, setRead] = useState<Read | null>(null)
  useEffect(() => {
    if (token === null) return undefined
    let isWanted = true
    void bridge()
      .previewImport({ token, zone })
      .then((outcome) => {
        if (isWanted) setRead({ zone, outcome })
      })
    return () => {
      isWanted = false
    }
  }, [token, zone])
  return { outcome: read?.outcome ?? null, isReading: token !== null && read?.zone !== zone }
}
