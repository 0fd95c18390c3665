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
