import type { LucideIcon } from 'lucide-react'
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'
import { cx } from './cx.ts'
import { defined } from '#shared/kernel/defined.ts'
import { Icon } from './icon.tsx'
import css from './segmented.module.css'

interface Segment<Id extends string> {
  id: Id
  label: string
  icon?: LucideIcon | undefined
  isDisabled?: boolean | undefined
}

interface SegmentedProps<Id extends string> {
  /** Its name, heard and not seen: the segments speak for themselves. */
  label: string
  segments: readonly Segment<Id>[]
  value: Id
  onChange: (id: Id) => void
  size?: 'normal' | 'small' | undefined
  isDisabled?: boolean | undefined
  className?: string | undefined
}

/** Two to four modes that exclude each other, all in view. More, or with consequences to read: Select. */
export function Segmented<Id extends string>(props: SegmentedProps<Id>) {
  const { label, segments, value, onChange, size, isDisabled, className } = props
  return (
    <RadioGroup
      value={value}
      orientation="horizontal"
      onChange={(id) => {
        const picked = segments.find((segment) => segment.id === id)
        if (picked !== undefined) onChange(picked.id)
      }}
      {...defined({ isDisabled })}
      className={cx(css.segmented, size === 'small' && css.small, className)}
    >
      <Label className="visually-hidden">{label}</Label>
      {segments.map((segment) => (
        <RadioField
          key={segment.id}
          value={segment.id}
          isDisabled={segment.isDisabled ?? false}
          className={cx(css.cell)}
        >
          <RadioButton className={cx(css.segment)}>
            {segment.icon === undefined ? null : <Icon of={segment.icon} size={14} />}
            {segment.label}
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}
