import { Archive, ArchiveRestore, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Engagement } from '#shared/model/engagement.ts'
import { MoreMenu } from '../../ui/menu.tsx'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { RenameDialog } from './work-dialogs.tsx'

/** What else can be done with a piece of work. Deleting one with time is refused; the toast says what to do instead. */
export function WorkMenu({ engagement, name }: { engagement: Engagement; name: string }) {
  const { t } = useWords()
  const execute = useExecute()
  const [isRenaming, setRenaming] = useState(false)
  const { id, archived } = engagement
  const archivedText = archived
    ? t('clients.page.unarchivedWork', { work: name })
    : t('clients.page.archivedWork', { work: name })
  const entries = [
    { id: 'rename', label: t('clients.page.rename'), icon: Pencil, onAction: () => setRenaming(true) },
    {
      id: 'archive',
      label: archived ? t('clients.page.unarchive') : t('clients.page.archive'),
      icon: archived ? ArchiveRestore : Archive,
      onAction: () => void execute('engagement.update', { id, archived: !archived }, { done: archivedText }),
    },
  ]
  const remove = {
    id: 'remove',
    label: t('clients.page.remove'),
    icon: Trash2,
    isDanger: true,
    onAction: () => void execute('engagement.remove', { id }, { done: t('clients.page.removed', { work: name }) }),
  }
  return (
    <>
      <MoreMenu
        size="small"
        label={t('clients.page.moreWork', { work: name })}
        groups={[
          { id: 'keep', entries },
          { id: 'remove', entries: [remove] },
        ]}
      />
      {isRenaming ? <RenameDialog engagement={engagement} name={name} onClose={() => setRenaming(false)} /> : null}
    </>
  )
}
