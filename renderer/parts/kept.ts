import { useCallback, useState } from 'react'

const drafts = new Map<string, unknown>()

/**
 * A draft that outlives its screen: who looks something up in another place and comes back finds what was typed.
 * `forget` once it is saved or thrown away.
 */
export function useKept<Draft>(key: string, make: () => Draft) {
  const [draft, setDraft] = useState<Draft>(() => (drafts.has(key) ? (drafts.get(key) as Draft) : make()))
  const change = useCallback(
    (patch: Partial<Draft> | ((before: Draft) => Partial<Draft>)) =>
      setDraft((before) => {
        const after = { ...before, ...(typeof patch === 'function' ? patch(before) : patch) }
        drafts.set(key, after)
        return after
      }),
    [key],
  )
  const forget = useCallback(() => void drafts.delete(key), [key])
  return { draft, change, forget }
}
