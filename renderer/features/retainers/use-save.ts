import { useState } from 'react'
import { parseMoney } from '#shared/i18n/parse.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { useNavigation } from '../../place.tsx'
import { useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { Editor } from './use-editor.ts'

/**
 * Saves what the editor says. A refusal leaves all that was typed where it is; a client that was made on the way is
 * then the chosen one.
 */
export function useSave(editor: Editor) {
  const { base, draft, agreement, dated, change, forget, client, adopted } = editor
  const { t, format } = useWords()
  const execute = useExecute()
  const { go, back } = useNavigation()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isPending, setPending] = useState(false)

  const clientId = async (): Promise<Id | null> => {
    const { newClient } = draft
    if (!newClient) return draft.clientId
    const listRate = parseMoney(newClient.listRate, newClient.currency, format.language)
    if (!listRate.ok) return null
    const made = await execute('client.create', { ...newClient, listRate: listRate.value }, { onRefused: setRefusal })
    if (made === null || made === true) return null
    change({ clientId: made, newClient: null })
    return made
  }

  const create = async (status: 'draft' | 'active'): Promise<void> => {
    const whose = await clientId()
    if (whose === null || !agreement) return
    const name = draft.newClient?.name ?? client?.name ?? ''
    const made = await execute(
      'retainer.create',
      {
        clientId: whose,
        name: draft.name.trim(),
        agreement,
        status,
        // What is not signed takes over no time.
        adopt: status === 'active' && draft.adopt && adopted !== null,
      },
      {
        done: t(status === 'draft' ? 'retainers.editor.drafted' : 'retainers.editor.made', { client: name }),
        onRefused: setRefusal,
      },
    )
    if (made === null || made === true) return
    forget()
    // The editor is left behind: going back from the retainer leads to where one came from.
    back()
    go({ name: 'retainer', id: made })
  }

  const update = async (): Promise<void> => {
    if (!base || !agreement || !dated) return
    const done = t('retainers.editor.saved', { client: client?.name ?? '' })
    const input = { id: base.id, name: draft.name.trim(), agreement: dated }
    const saved = await execute('retainer.update', input, { done, onRefused: setRefusal })
    if (saved === null) return
    forget()
    back()
  }

  const save = async (status: 'draft' | 'active'): Promise<void> => {
    setRefusal(null)
    setPending(true)
    await (base ? update() : create(status))
    setPending(false)
  }

  return { save, refusal, clear: () => setRefusal(null), isPending }
}
