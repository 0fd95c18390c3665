import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * What the shell says when it is asked, null until it has; `again` asks anew and shows what was said before meanwhile.
 * @param ask the same function for the same question
 */
export function useTold<Value>(ask: () => Promise<Value>): { told: Value | null; again: () => void } {
  const [told, setTold] = useState<{ by: () => Promise<Value>; value: Value } | null>(null)
  /** The last that was asked: an answer to another is late. */
  const asked = useRef(0)
  const again = useCallback(() => {
    const turn = (asked.current += 1)
    void ask()
      .then((value) => asked.current === turn && setTold({ by: ask, value }))
      .catch(reportError)
  }, [ask])
  useEffect(again, [again])
  return { told: told?.by === ask ? told.value : null, again }
}
