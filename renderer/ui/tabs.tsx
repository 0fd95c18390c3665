import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { cx } from './cx.ts'
import css from './tabs.module.css'

interface TabPart<Id extends string> {
  id: Id
  label: string
  /** How many are inside, quiet after the label. */
  count?: number | undefined
  children: ReactNode
}

interface TabsProps<Id extends string> {
  label: string
  parts: readonly TabPart<Id>[]
  value: Id
  onChange: (id: Id) => void
  className?: string | undefined
}

/** Parts of one thing. For modes of the same view use Segmented. */
export function Tabs<Id extends string>({ label, parts, value, onChange, className }: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => {
        const picked = parts.find((part) => part.id === key)
        if (picked !== undefined) onChange(picked.id)
      }}
      className={cx(className)}
    >
      <TabList aria-label={label} className={cx(css.list)}>
        {parts.map((part) => (
          <Tab key={part.id} id={part.id} className={cx(css.tab)}>
            {part.label}
            {part.count === undefined ? null : <span className={cx(css.count)}>{part.count}</span>}
          </Tab>
        ))}
      </TabList>
      {parts.map((part) => (
        <TabPanel key={part.id} id={part.id} className={cx(css.panel)}>
          {part.children}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
