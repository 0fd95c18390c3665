import type { Id } from '#shared/kernel/id.ts'
import { ClientMark } from './client-mark.tsx'
import { OwnWords } from '../ui/own-words.tsx'
import { useBook } from '../workspace.tsx'

/** A client by an invoice's id of it; one that a damaged file took away shows the end of that id. */
export function useClientNames(): (id: Id) => string {
  const { clients } = useBook().workspace.tables
  return (id) => clients.get(id)?.name ?? `? ${id.slice(-4)}`
}

/** The client's mark and name, in a cell. */
export function ClientName({ id }: { id: Id }) {
  const client = useBook().workspace.tables.clients.get(id)
  const name = useClientNames()
  return (
    <>
      {client ? <ClientMark mark={client.mark} /> : null}
      <OwnWords>{name(id)}</OwnWords>
    </>
  )
}
