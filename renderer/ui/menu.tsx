import { Ellipsis } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode, RefObject } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu'
import { IconButton } from './button.tsx'
import { defined } from '#shared/kernel/defined.ts'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import { OwnWords } from './own-words.tsx'
import css from './menu.module.css'

export interface MenuEntry {
  id: string
  label: string
  icon?: LucideIcon | undefined
  mark?: ReactNode
  /** The consequence, at the right, quiet. */
  note?: string | undefined
  keys?: string | undefined
  isDisabled?: boolean | undefined
  /** The deed that destroys. Last in its menu. */
  isDanger?: boolean | undefined
  onAction: () => void
}

interface MenuGroup {
  id: string
  title?: string | undefined
  entries: readonly MenuEntry[]
}

interface MenuProps {
  /** What is chosen here: "More for this row". */
  label: string
  /** One group, or several with a line between. */
  groups: readonly MenuGroup[]
  /** The button that opens it. */
  children: ReactElement
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top' | undefined
  /** Where something else than its button opens it too: a right click, a key. */
  isOpen?: boolean | undefined
  onOpenChange?: ((isOpen: boolean) => void) | undefined
}

/** Deeds, opened by a button. For values use Select. */
export function Menu({ label, groups, children, placement = 'bottom start', isOpen, onOpenChange }: MenuProps) {
  return (
    <MenuTrigger {...defined({ isOpen, onOpenChange })}>
      {children}
      <Popover className={cx(css.panel)} offset={4} placement={placement} data-surface="raised">
        <AriaMenu aria-label={label} className={cx(css.list)}>
          {sections(label, groups)}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

interface MenuAtProps extends Pick<MenuProps, 'label' | 'groups' | 'placement'> {
  /** Beside what it opens. */
  anchor: RefObject<Element | null>
  onClose: () => void
}

/** The same where a list has one menu for all its rows: it is there while it is drawn. */
export function MenuAt({ label, groups, placement = 'bottom end', anchor, onClose }: MenuAtProps) {
  return (
    <Popover
      className={cx(css.panel)}
      offset={4}
      placement={placement}
      data-surface="raised"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <AriaMenu aria-label={label} className={cx(css.list)} autoFocus="first" onClose={onClose}>
        {sections(label, groups)}
      </AriaMenu>
    </Popover>
  )
}

const sections = (label: string, groups: readonly MenuGroup[]): ReactNode[] =>
  groups.flatMap((group, index) => [
    ...(index > 0 ? [<Separator key={`${group.id} line`} className={cx(css.separator)} />] : []),
    <MenuSection key={group.id} aria-label={group.title ?? label}>
      {group.title === undefined ? null : <Header className={cx(css.head)}>{group.title}</Header>}
      {group.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </MenuSection>,
  ])

function Entry({ entry }: { entry: MenuEntry }) {
  const { id, label, icon, mark, note, keys, isDisabled = false, isDanger = false, onAction } = entry
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
      className={cx(css.item, isDanger && css.danger)}
    >
      {mark === undefined ? null : <span className={cx(css.mark)}>{mark}</span>}
      {icon === undefined ? null : (
        <span className={cx(css.mark)}>
          <Icon of={icon} size={14} />
        </span>
      )}
      <OwnWords className={cx(css.name)}>{label}</OwnWords>
      {note === undefined ? null : <small className={cx(css.note)}>{note}</small>}
      {keys === undefined ? null : <Kbd keys={keys} />}
    </MenuItem>
  )
}

interface MoreMenuProps extends Omit<MenuProps, 'children'> {
  size?: 'normal' | 'small' | undefined
  className?: string | undefined
}

/** The three dots at the end of a row or of a head: what else can be done with it. Never the only way to the main deed. */
export function MoreMenu({ label, placement = 'bottom end', size, className, ...menu }: MoreMenuProps) {
  return (
    <Menu {...menu} label={label} placement={placement}>
      <IconButton label={label} icon={Ellipsis} size={size} className={className} />
    </Menu>
  )
}
