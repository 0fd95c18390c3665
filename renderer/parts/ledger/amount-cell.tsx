import type { ReactNode } from 'react'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { Figure } from '../../ui/figure.tsx'
import { Cell } from '../../ui/table.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import { Turned } from './turned.tsx'
import css from './ledger.module.css'

interface AmountCellProps {
  basis: Agreement['basis']
  /** Seconds, cut to the minute; units of deliverables. */
  is: number
  /** What the agreed terms gave. */
  was?: number | undefined
  /** In place of the hours: a sentence with them. */
  text?: string | undefined
  span?: number | undefined
  tone?: 'over' | 'guaranteed' | undefined
  /** What opens when it is asked why it is what it is; nothing where nobody can tell. */
  why?: { readonly title: string; readonly explain: ReactNode } | undefined
}

/** A figure of the ledger; what was agreed stays struck beneath it where that is another. */
export function AmountCell({ basis, is, was = is, text, span, tone, why }: AmountCellProps) {
  const { format } = useWords()
  const written = text ?? (is === 0 ? '–' : amountInColumn(format, basis, is))
  const isQuiet = is === 0 && text === undefined
  return (
    <Cell
      align="end"
      span={span}
      tone={isQuiet ? 'quiet' : tone}
      className={cx(tone === 'over' && !isQuiet && css.strong, text !== undefined && css.left)}
    >
      {was === is ? (
        why && !isQuiet ? (
          <Figure isInTable explainLabel={why.title} explain={why.explain}>
            {written}
          </Figure>
        ) : (
          written
        )
      ) : (
        <Turned is={written} was={amountInColumn(format, basis, was)} />
      )}
    </Cell>
  )
}
