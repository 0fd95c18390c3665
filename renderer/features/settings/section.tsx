import type { ReactNode } from 'react'
import { cx } from '../../ui/cx.ts'
import { SectionHead } from '../../ui/page-head.tsx'
import css from './settings.module.css'

/** A group of settings: its name, then calm rows with their labels beside. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={cx(css.section)} aria-label={title}>
      <SectionHead title={title} />
      {children}
    </section>
  )
}
