import { memo } from 'react'
import { cx } from '../../ui/cx.ts'
import { Disclose } from '../../ui/table.tsx'
import css from './ledger.module.css'

interface YearNameProps {
  name: string
  isOpen: boolean
  toggle: (name: string) => void
}

/** What opens a year, or several. It stays still while the figures beside it change. */
export const YearName = memo(function YearName({ name, isOpen, toggle }: YearNameProps) {
  return (
    <Disclose className={cx(css.year)} isOpen={isOpen} onToggle={() => toggle(name)}>
      {name}
    </Disclose>
  )
})
