import type { Mark } from '#shared/model/client.ts'
import type { ReactNode } from 'react'
import { Derivation } from '../ui/derivation.tsx'
import { ClientMark } from '../parts/client-mark.tsx'
import { cx } from '../ui/cx.ts'
import css from './gallery.module.css'

/** The made-up consultant's clients, as the drawings have them. */
export const MARKS = {
  aperta: { colour: 'plum', pattern: 'half' },
  halden: { colour: 'cobalt', pattern: 'diagonal' },
  nordlys: { colour: 'rose', pattern: 'cross' },
  quartieri: { colour: 'cocoa', pattern: 'quarters' },
  pineta: { colour: 'fern', pattern: 'triangle' },
  obel: { colour: 'violet', pattern: 'square' },
  verel: { colour: 'graphite', pattern: 'stripe' },
  lago: { colour: 'sky', pattern: 'base' },
  moss: { colour: 'moss', pattern: 'half' },
  magenta: { colour: 'magenta', pattern: 'diagonal' },
} satisfies Record<string, Mark>

/** A caption and what it shows. */
export function Specimen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={cx(css.specimen)}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** The derivation behind "You can count on €4,400". */
export function GuaranteedDerivation() {
  const mark = (of: Mark) => <ClientMark mark={of} size={12} />
  return (
    <Derivation
      title="Guaranteed in October"
      rows={[
        { id: '1', mark: mark(MARKS.nordlys), label: 'Nordlys Foods', reason: 'to 31 Dec', figure: '1,600.00' },
        { id: '2', mark: mark(MARKS.halden), label: 'Halden & Reyes', reason: 'to 30 Jun', figure: '1,200.00' },
        { id: '3', mark: mark(MARKS.aperta), label: 'Studio Aperta', reason: 'to 30 Apr', figure: '1,000.00' },
        { id: '4', mark: mark(MARKS.quartieri), label: 'Quartieri Legal', reason: 'to 31 Dec', figure: '600.00' },
      ]}
      total={{ label: 'Fees inside a signed term', figure: '4,400.00' }}
    />
  )
}
