import type { ImportRow } from '../formats/rows.ts'
import { nameKey, tidyName } from '../kernel/names.ts'
import type { Client } from '../model/client.ts'
import type { Engagement } from '../model/engagement.ts'
import type { Workspace } from '../model/workspace.ts'

/** Who a row is for. `name` is that of the client who is here, else the file's; empty: own work. */
export interface ClientPlace {
  readonly name: string
  /** null: there is no such client yet, or it is own work. */
  readonly existing: Client | null
}

/** What a row's time is tracked on; `existing: null`: an hourly engagement that is not there yet. */
export interface EngagementPlace {
  readonly name: string
  readonly existing: Engagement | null
}

export interface Place {
  readonly client: ClientPlace
  /** null: own work. */
  readonly engagement: EngagementPlace | null
}

/**
 * Where the rows of a file go; the same place is the same object.
 *
 * - A client is found by name, whatever its case. Without a client it is own work.
 * - Work is tracked on the client's engagement of the project's name, of any kind, one that is not archived first. A
 *   project that has its client's name is the engagement without a name, where there is one or the file has no other
 *   project of that client: it is "empty where the client has just one" (model/engagement.ts).
 */
export function placing(workspace: Workspace, rows: readonly ImportRow[]): (row: ImportRow) => Place {
  const clientFor = clients(workspace)
  const engagementFor = engagements(workspace, projectsByClient(rows))
  // Asked once for each spelling: names are slow to compare.
  return remembering(
    (row) => `${row.client}\u001F${row.project}`,
    (row) => {
      const client = clientFor(row)
      return { client, engagement: client.name === '' ? null : engagementFor(client, tidyName(row.project)) }
    },
  )
}

/** `find`, asked once for each key. */
function remembering<Args extends unknown[], Found>(keyOf: (...args: Args) => string, find: (...args: Args) => Found) {
  const known = new Map<string, Found>()
  return (...args: Args): Found => {
    const key = keyOf(...args)
    const found = known.get(key) ?? find(...args)
    known.set(key, found)
    return found
  }
}

function clients(workspace: Workspace): (row: ImportRow) => ClientPlace {
  const existing = new Map([...workspace.tables.clients.values()].map((client) => [nameKey(client.name), client]))
  return remembering(
    (row) => nameKey(row.client),
    (row) => {
      const client = existing.get(nameKey(row.client)) ?? null
      return { name: client?.name ?? tidyName(row.client), existing: client }
    },
  )
}

/** The names of the projects that a file has of each client. */
function projectsByClient(rows: readonly ImportRow[]): Map<string, Set<string>> {
  const projects = new Map<string, Set<string>>()
  const seen = new Set<string>()
  for (const { client, project } of rows) {
    const spelling = `${client}\u001F${project}`
    if (seen.has(spelling)) continue
    seen.add(spelling)
    const names = projects.get(nameKey(client)) ?? new Set()
    projects.set(nameKey(client), names.add(nameKey(project)))
  }
  return projects
}

function engagements(workspace: Workspace, projects: ReadonlyMap<string, ReadonlySet<string>>) {
  const named = (client: ClientPlace, name: string): Engagement | undefined =>
    [...workspace.tables.engagements.values()]
      .filter((engagement) => engagement.clientId === client.existing?.id && nameKey(engagement.name) === nameKey(name))
      .toSorted((a, b) => Number(a.archived) - Number(b.archived))[0]

  const made = remembering(
    (client: ClientPlace, existing: Engagement | null, name: string) =>
      existing?.id ?? `${nameKey(client.name)}\u001F${nameKey(name)}`,
    (_client, existing, name): EngagementPlace => ({ name, existing }),
  )
  return (client: ClientPlace, project: string): EngagementPlace => {
    const isClientsName = nameKey(project) === nameKey(client.name)
    const existing = named(client, project) ?? (isClientsName ? named(client, '') : undefined)
    const isOnly = projects.get(nameKey(client.name))?.size === 1
    return made(client, existing ?? null, existing?.name ?? (isClientsName && isOnly ? '' : project))
  }
}
