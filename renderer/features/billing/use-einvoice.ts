import { FileCode2 } from 'lucide-react'
import { partiesOf } from '#shared/domain/billing/parties.ts'
import { numberText } from '#shared/domain/billing/numbers.ts'
import { fatturaPa } from '#shared/formats/einvoice/fattura-pa.ts'
import { fatturaLacks, ublLacks } from '#shared/formats/einvoice/lacks.ts'
import type { EInvoice } from '#shared/formats/einvoice/source.ts'
import { ublInvoice } from '#shared/formats/einvoice/ubl.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Invoice } from '#shared/model/invoice.ts'
import { bridge } from '../../bridge.ts'
import { lackText } from '../../parts/lack-texts.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

/** The e-invoices that an issued invoice can be saved as, each to be uploaded by the user. */
export function useEInvoiceEntries(invoice: Invoice): MenuEntry[] {
  const { t, format } = useWords()
  const book = useBook()
  const source = sourceOf()
  const save = async (kind: 'fatturaPa' | 'ubl'): Promise<void> => {
    const lacks =
      source === null ? (['ownName'] as const) : kind === 'fatturaPa' ? fatturaLacks(source) : ublLacks(source)
    if (source === null || lacks.length > 0) {
      const what = format.list(lacks.map((lack) => lackText(t, lack)))
      return void showToast({ text: t('billing.invoice.einvoice.lacks', { what }), tone: 'refused' })
    }
    const text = kind === 'fatturaPa' ? fatturaPa(source) : ublInvoice(source)
    const name = [kind === 'fatturaPa' ? 'FatturaPA' : 'EN16931', numberText(invoice), source.client.name].join(' ')
    const outcome = await bridge().saveDocument({ form: 'xml', name, text })
    if (!outcome.ok) return void showToast({ text: refusalText(t, format, outcome.refusal), tone: 'refused' })
    if (outcome.value) showToast({ text: t('app.documents.saved', { name: outcome.value.name }) })
  }
  const entry = (kind: 'fatturaPa' | 'ubl', label: string): MenuEntry => ({
    id: kind,
    label,
    icon: FileCode2,
    onAction: () => void save(kind),
  })
  return [entry('fatturaPa', t('billing.invoice.einvoice.fatturaPa')), entry('ubl', t('billing.invoice.einvoice.ubl'))]

  function sourceOf(): EInvoice | null {
    const parties = partiesOf(book, invoice)
    const { invoices } = book.workspace.tables
    const corrected = invoice.credits === null ? null : (invoices.get(invoice.credits) ?? null)
    return parties && { invoice, ...parties, corrected }
  }
}
