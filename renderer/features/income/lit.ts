import { createContext, use, useMemo, useState } from 'react'

/** Which month is lit: by the pointer, by the keys, or because it is open. */
export const LitContext = createContext<number | null>(null)

export const useLit = (): number | null => use(LitContext)

export interface Looking {
  readonly lit: number | null
  readonly focused: number | null
  readonly opened: number | null
  readonly point: (index: number | null) => void
  readonly focus: (index: number | null) => void
  readonly open: (index: number | null) => void
}

/** What is open comes first, then where the pointer is, then where the keys are. */
export function useLooking(): Looking {
  const [pointed, point] = useState<number | null>(null)
  const [focused, focus] = useState<number | null>(null)
  const [opened, open] = useState<number | null>(null)
  const lit = opened ?? pointed ?? focused
  return useMemo(() => ({ lit, focused, opened, point, focus, open }), [lit, focused, opened])
}

/** All months but the lit one are. */
export const isDim = ({ lit }: Looking, index: number): boolean => lit !== null && lit !== index
