import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBoxItem } from 'react-aria-components/ListBox'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { OwnWords } from './own-words.tsx'
import css from './menu.module.css'

/** One of the values a Select, a ComboBox or a Segmented offers. */
export interface Option<Id extends string = string> {
  id: Id
  label: string
  /** What choosing it means: "for another 12 months". At the right, quiet. */
  note?: string | undefined
  /** A small mark before the label. */
  mark?: ReactNode
  isDisabled?: boolean | undefined
}

/** For parts in this folder: a row of an open list. Tick at the left, consequence at the right. */
export function OptionRow({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={cx(css.item)}
    >
      {({ isSelected }) => (
        <>
          <span className={cx(css.tick)}>{isSelected ? <Icon of={Check} size={14} /> : null}</span>
          {option.mark === undefined ? null : <span className={cx(css.mark)}>{option.mark}</span>}
          <OwnWords className={cx(css.name)}>{option.label}</OwnWords>
          {option.note === undefined ? null : <small className={cx(css.note)}>{option.note}</small>}
        </>
      )}
    </ListBoxItem>
  )
}
