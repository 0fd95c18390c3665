import type { ReactNode } from 'react'

/** Words for those who listen, where those who look see them drawn. Not for hiding what everybody needs. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}
