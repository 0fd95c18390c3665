import { Archive, ArchiveRestore, CalendarClock, Merge, ReceiptText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Client } from '#shared/model/client.ts'
import { BilledFromDialog } from '../../parts/billed-from-dialog.tsx'
import { ClientDetails } from '../../parts/client-details.tsx'
import { useNavigation } from '../../place.tsx'
import { MoreMenu } from '../../ui/menu.tsx'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { MergeDialog } from './merge-dialog.tsx'

/** What can be done with a client as a whole. One with a history is not deleted, and the toast says why. */
export function ClientMenu({ client }: { client: Client }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const execute = useExecute()
  const [asked, setAsked] = useState<'details' | 'from' | 'merge' | null>(null)
  const told = { client: client.name }
  const archived = client.archived ? t('clients.page.unarchived', told) : t('clients.page.archived', told)
  const remove = async (): Promise<void> => {
    const removed = await execute('client.remove', { id: client.id }, { done: t('clients.page.removedClient', told) })
    if (removed !== null) go({ name: 'clients' })
  }
  const groups = [
    {
      id: 'keep',
      entries: [
        {
          id: 'details',
          label: t('clients.page.billingDetails'),
          icon: ReceiptText,
          onAction: () => setAsked('details'),
        },
        { id: 'from', label: t('billing.from.menu'), icon: CalendarClock, onAction: () => setAsked('from') },
        {
          id: 'archive',
          label: client.archived ? t('clients.page.unarchive') : t('clients.page.archive'),
          icon: client.archived ? ArchiveRestore : Archive,
          onAction: () =>
            void execute('client.update', { id: client.id, archived: !client.archived }, { done: archived }),
        },
        { id: 'merge', label: t('clients.merge.menu'), icon: Merge, onAction: () => setAsked('merge') },
      ],
    },
    {
      id: 'leave',
      entries: [
        {
          id: 'remove',
          label: t('clients.page.removeClient'),
          icon: Trash2,
          isDanger: true,
          onAction: () => void remove(),
        },
      ],
    },
  ]
  return (
    <>
      <MoreMenu label={t('clients.page.more', told)} groups={groups} />
      {asked === 'merge' ? <MergeDialog client={client} onClose={() => setAsked(null)} /> : null}
      {asked === 'from' ? <BilledFromDialog client={client} onClose={() => setAsked(null)} /> : null}
      {asked === 'details' ? <ClientDetails client={client} onClose={() => setAsked(null)} /> : null}
    </>
  )
}
