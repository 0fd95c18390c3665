import { useEffect, useMemo, useState } from 'react'
import type { ImportChoices, ImportPreview } from '#shared/ipc.ts'
import type { Outcome } from '#shared/kernel/refusal.ts'
import { bridge } from '../../bridge.ts'

interface Read {
  readonly by: string
  readonly outcome: Outcome<ImportPreview>
}

interface Previewed {
  readonly outcome: Read['outcome'] | null
  /** It is being read by other choices than those of the outcome. */
  readonly isReading: boolean
  /** How far the reading has come, 0 to 1; null before anything was told. */
  readonly share: number | null
}

/**
 * What would come in of a file. While it is read anew by other choices the last preview stands.
 *
 * @param token the offered file's; null for none.
 */
export function usePreview(token: string | null, choices: ImportChoices): Previewed {
  const [read, setRead] = useState<Read | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const by = useMemo(() => JSON.stringify(choices), [choices])
  useEffect(() => {
    if (token === null) return undefined
    let isWanted = true
    void bridge()
      .previewImport({ token, choices: JSON.parse(by) as ImportChoices })
      .then((outcome) => {
        if (isWanted) setRead({ by, outcome })
      })
    return () => {
      isWanted = false
    }
  }, [token, by])
  useEffect(
    () =>
      bridge().on('importing', (told) => {
        if (told.token === token) setShare(told.share)
      }),
    [token],
  )
  return { outcome: read?.outcome ?? null, isReading: token !== null && read?.by !== by, share }
}
