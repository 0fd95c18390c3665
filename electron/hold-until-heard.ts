/** Events of one kind, on their way from the shell to the page. */
export interface Held<Event> {
  readonly hear: (event: Event) => void
  /** Returns what takes the listener away. */
  readonly on: (listener: (event: Event) => void) => () => void
}

/**
 * Keeps what comes before anyone listens: a menu can be clicked while the page is still being made, and what it asks
 * for must not get lost. It is told after the first listener has come, and with it all that come in the same moment.
 * @param soon calls back once what is being done now has come to its end
 */
export function holdUntilHeard<Event>(soon: (act: () => void) => void): Held<Event> {
  const listeners = new Set<(event: Event) => void>()
  let kept: Event[] | null = []
  const tell = (event: Event): void => {
    for (const listener of listeners) listener(event)
  }
  const release = (): void => {
    const missed = kept ?? []
    kept = null
    for (const event of missed) tell(event)
  }
  return {
    hear: (event) => void (kept ? kept.push(event) : tell(event)),
    on(listener) {
      if (kept && listeners.size === 0) soon(release)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
