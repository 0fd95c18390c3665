import { useState } from 'react'
import type { ListedInvoice } from '#shared/domain/billing/listed.ts'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { useWords } from '../../words.tsx'
import { InvoiceRows } from './invoices-table.tsx'
import css from './billing.module.css'

/** So many are shown until somebody asks for all of them. */
const SHOWN = 12

/** Invoices for which there is nothing left to do, the newest first. */
export function OverInvoices({ listed }: { listed: readonly ListedInvoice[] }) {
  const { t } = useWords()
  const [isWhole, setWhole] = useState(false)
  if (listed.length === 0) return null
  const title = t('billing.place.list.over')
  return (
    <section aria-label={title}>
      <SectionHead title={title} count={listed.length} />
      <InvoiceRows label={title} listed={isWhole ? listed : listed.slice(0, SHOWN)} />
      {isWhole || listed.length <= SHOWN ? null : (
        <LinkButton size="small" className={cx(css.more)} onPress={() => setWhole(true)}>
          {t('billing.place.list.all', { count: listed.length })}
        </LinkButton>
      )}
    </section>
  )
}
