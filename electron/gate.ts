export interface Gate {
  readonly isOpen: Promise<void>
  readonly open: () => void
}

/** Holds back whoever waits at it until it is opened, for good. */
export function gate(): Gate {
  let open = (): void => undefined
  const isOpen = new Promise<void>((resolve) => (open = resolve))
  return { isOpen, open: () => open() }
}

/** @param ms milliseconds */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
