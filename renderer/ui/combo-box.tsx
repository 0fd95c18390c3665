import { ChevronDown } from 'lucide-react'
import { use, useEffect } from 'react'
import type { Ref } from 'react'
import {
  Button,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, fieldClass, useFieldState } from './field.tsx'
import type { FieldBasics } from './field.tsx'
import { defined } from '#shared/kernel/defined.ts'
import { Icon } from './icon.tsx'
import { OptionRow } from './options.tsx'
import type { Option } from './options.tsx'
import { TextField } from './text-field.tsx'
import field from './field.module.css'
import menu from './menu.module.css'

interface ComboBoxProps<Id extends string> extends FieldBasics {
  /** All of them; the letters typed narrow them, accents aside. With `onSearch`, those found, already in order. */
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (id: Id | null) => void
  placeholder?: string | undefined
  /** Said in the open list when nothing matches. */
  emptyText?: string | undefined
  /** Takes the search over: called as one types; pass the ranked `options` back. */
  onSearch?: ((text: string) => void) | undefined
  inputRef?: Ref<HTMLInputElement> | undefined
  onFocus?: (() => void) | undefined
}

/** Picks one of many by typing: each with a mark before and a note after. For fewer than about eight use Select. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, labelPlacement, hint, error, locked, was, width, className, options, value, onChange, ...rest } = props
  const state = useFieldState(props)
  const { emptyText, onSearch, inputRef, placeholder, ...combo } = rest
  const chosen = options.find((option) => option.id === value)
  if (locked !== undefined) {
    return <TextField {...{ label, labelPlacement, hint, was, locked, width, className }} value={chosen?.label ?? ''} />
  }
  return (
    <AriaComboBox
      {...defined({ ...combo, onInputChange: onSearch })}
      {...(onSearch === undefined ? { defaultItems: options } : { items: options })}
      validationBehavior="aria"
      menuTrigger="focus"
      {...state}
      allowsEmptyCollection={emptyText !== undefined}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
      className={fieldClass({ labelPlacement, className })}
    >
      <FieldLabel label={label} labelPlacement={labelPlacement} />
      <Group className={cx(field.frame)} {...defined({ style: width === undefined ? undefined : { width } })}>
        <ChosenMark option={chosen} />
        <FirstFound chosen={chosen?.label} />
        <Input className={cx(field.input)} {...defined({ ref: inputRef, placeholder })} />
        <Button className={cx(field.open)}>
          <Icon of={ChevronDown} />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={error} was={was} />
      <Popover className={cx(menu.panel)} offset={4} data-surface="raised">
        <ListBox<Option<Id>>
          className={cx(menu.list)}
          renderEmptyState={() => <div className={cx(menu.empty)}>{emptyText}</div>}
        >
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

/** What is typed stands for the first that it finds: Enter and Tab take that, as long as no other is gone to. */
function FirstFound({ chosen }: { chosen: string | undefined }) {
  const state = use(ComboBoxStateContext)
  useEffect(() => {
    if (!state?.isOpen || state.inputValue === '' || state.inputValue === chosen) return
    const { collection, selectionManager } = state
    if (selectionManager.focusedKey === null) selectionManager.setFocusedKey(collection.getFirstKey())
  })
  return null
}

/** The chosen one's mark, as long as its name is what stands in the field. */
function ChosenMark({ option }: { option: Option | undefined }) {
  const typed = use(ComboBoxStateContext)?.inputValue
  return option !== undefined && option.label === typed ? option.mark : null
}
