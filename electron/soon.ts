/** At once for an eye. Right after an answer is too soon: on a busy processor the answer then waits for the menu. */
const SOON_MS = 50

/** Does it a moment later, once, however often it is asked for until then. */
export function soon(act: () => void | Promise<void>): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    setTimeout(() => {
      isDue = false
      void act()
    }, SOON_MS)
  }
}
