import { useState } from 'react'
import type { Invoice } from '#shared/model/invoice.ts'
import { ClientDetails } from '../../parts/client-details.tsx'
import { isOfClient, issueLacksOf, lackText } from '../../parts/lack-texts.ts'
import { useNavigation } from '../../place.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

/** What an invoice lacks before it is issued, and where that is written. It can be issued all the same. */
export function LacksNotice({ invoice }: { invoice: Invoice }) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const client = book.workspace.tables.clients.get(invoice.clientId)
  const [isEditing, setEditing] = useState(false)
  const lacks = issueLacksOf(book, invoice)
  if (lacks.length === 0) return null
  const actions = (
    <>
      {client && lacks.some(isOfClient) ? (
        <LinkButton size="small" onPress={() => setEditing(true)}>
          {t('billing.invoice.writeDetails')}
        </LinkButton>
      ) : null}
      {lacks.some((lack) => lack.startsWith('own')) ? (
        <LinkButton size="small" onPress={() => go({ name: 'settings' })}>
          {t('billing.invoice.ownDetails')}
        </LinkButton>
      ) : null}
    </>
  )
  return (
    <>
      <Notice actions={actions}>
        {t('billing.invoice.lacks', { what: format.list(lacks.map((lack) => lackText(t, lack))) })}
      </Notice>
      {isEditing && client ? <ClientDetails client={client} onClose={() => setEditing(false)} /> : null}
    </>
  )
}
