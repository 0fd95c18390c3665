import { useEffect, useState } from 'react'

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

/** Whether a component's first picture has come to the screen: what lies below the window's edge is made then. */
export function usePictured(): boolean {
  const [isPictured, setPictured] = useState(false)
  useEffect(() => afterPicture(() => setPictured(true)), [])
  return isPictured
}
