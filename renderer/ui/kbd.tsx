import { cx } from './cx.ts'
import css from './kbd.module.css'

interface KbdProps {
  /** As it is printed: "Ctrl Z", "⌘K". */
  keys: string
  /** A boxed key, for numbered answers. */
  isKey?: boolean | undefined
}

/** A hint of the keys that do the same. Beside a name, never in its place. */
export function Kbd({ keys, isKey = false }: KbdProps) {
  return <kbd className={cx(css.kbd, isKey && css.key)}>{keys}</kbd>
}
