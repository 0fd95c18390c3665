import type { ToInvoice } from '#shared/domain/billing/due.ts'
import { lineText } from '#shared/i18n/invoice-lines.ts'
import { useBook } from '../workspace.tsx'
import { useWords } from '../words.tsx'

/** What each line of an invoice to come would say, in the window's language. */
export function useDueTexts({ lines }: ToInvoice): string[] {
  const { t, format } = useWords()
  const { engagements } = useBook().workspace.tables
  return lines.map((line) => {
    const engagement = engagements.get(line.engagementId)
    return engagement ? lineText(t, format, engagement, line) : ''
  })
}
