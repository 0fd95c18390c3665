import { ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { LinkButton } from './link.tsx'
import { OwnWords } from './own-words.tsx'
import css from './page-head.module.css'

interface Crumb {
  label: string
  onPress?: (() => void) | undefined
}

interface PageHeadProps {
  title: string
  /** Before the title: a mark. */
  mark?: ReactNode
  /** Where it belongs, above the title; those that can be gone to are links. */
  crumbs?: readonly Crumb[] | undefined
  /** The view's mode, beside the title: a Segmented. */
  mode?: ReactNode
  /** At the right: quiet ones first, the one primary last. */
  actions?: ReactNode
  className?: string | undefined
}

/** The head of a place: its name, its mode, its deeds. On Today the Statement is the head. */
export function PageHead({ title, mark, crumbs, mode, actions, className }: PageHeadProps) {
  return (
    <header className={cx(css.head, className)}>
      {crumbs === undefined ? null : <Crumbs crumbs={crumbs} />}
      <h1 className={cx(css.title)} tabIndex={-1}>
        {mark}
        <OwnWords className={cx(css.name)}>{title}</OwnWords>
      </h1>
      {mode}
      {actions === undefined ? null : <div className={cx(css.actions)}>{actions}</div>}
    </header>
  )
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <div className={cx(css.crumbs)}>
      {crumbs.map(({ label, onPress }, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <Icon of={ChevronRight} size={12} />}
          {onPress === undefined ? (
            <OwnWords>{label}</OwnWords>
          ) : (
            <LinkButton size="small" onPress={onPress}>
              <OwnWords>{label}</OwnWords>
            </LinkButton>
          )}
        </Fragment>
      ))}
    </div>
  )
}

interface SectionHeadProps {
  title: string
  level?: 2 | 3 | undefined
  /** How many are below, quiet. */
  count?: number | undefined
  /** After it: what the word means. */
  help?: ReactNode
  /** At the right, small and quiet: what the column of figures says. */
  aside?: ReactNode
  className?: string | undefined
}

/** The head of a section: 13 px strong. Separate sections with space, not with boxes. */
export function SectionHead({ title, level = 2, count, help, aside, className }: SectionHeadProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={cx(css.section, className)}>
      <Heading className={cx(css.sectionTitle)}>{title}</Heading>
      {help}
      {count === undefined ? null : <span className={cx(css.count)}>{count}</span>}
      {aside === undefined ? null : <span className={cx(css.aside)}>{aside}</span>}
    </div>
  )
}
