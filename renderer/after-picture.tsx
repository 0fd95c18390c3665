import { startTransition, useEffect, useState, type ReactNode } from 'react'

/**
 * Does something once the page's next picture is on the screen: what is not in that picture must not hold it up.
 * @returns what calls it off
 */
export function afterPicture(act: () => void): () => void {
  let frame = 0
  let turn: ReturnType<typeof setTimeout> | undefined
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      turn = setTimeout(act)
    })
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(turn)
  }
}

/** A page that is never at rest has it all the same. */
const LONGEST_WAIT_MS = 500

/** Whether a component's first picture has come to the screen, and the page is at rest; what is made then is made in pieces. */
export function usePictured(): boolean {
  const [isPictured, setPictured] = useState(false)
  useEffect(() => {
    let rest = 0
    const make = (): void => startTransition(() => setPictured(true))
    const callOff = afterPicture(() => (rest = requestIdleCallback(make, { timeout: LONGEST_WAIT_MS })))
    return () => {
      callOff()
      if (rest !== 0) cancelIdleCallback(rest)
    }
  }, [])
  return isPictured
}

/**
 * What lies below the window's edge, made when the first picture has come to the screen: in pieces, so that the page
 * answers meanwhile.
 */
export function AfterPicture({ children }: { children: () => ReactNode }) {
  return usePictured() ? children() : null
}
