import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

interface VirtualLines {
  /** Those in sight, and some around them. */
  readonly inSight: readonly { readonly at: number; readonly top: number }[]
  /** Of all of them. */
  readonly height: number
  /** Brings a line into sight, where it is not. */
  readonly scrollTo: (at: number) => void
}

/** A long list of which only what is in sight is drawn. All lines are `height` px high, so any place in it is known at once. */
export function useVirtualLines(scroller: RefObject<HTMLElement | null>, count: number, height: number): VirtualLines {
  // oxlint-disable-next-line react/incompatible-library -- what it returns is read here, and handed on as new values.
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  })
  return {
    inSight: virtual.getVirtualItems().map(({ index, start }) => ({ at: index, top: start })),
    height: virtual.getTotalSize(),
    scrollTo: (at) => virtual.scrollToIndex(at),
  }
}
