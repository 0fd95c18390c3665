import type { RowNames } from '../formats/row-list.ts'
import type { Id } from '../kernel/id.ts'
import { nameKey, tidyName } from '../kernel/names.ts'
import type { Client } from '../model/client.ts'
import type { Engagement } from '../model/engagement.ts'
import type { Workspace } from '../model/workspace.ts'

/**
 * What the user said of the names of a file: that a client of it is one who is here, or none (`clientId: null`: own work), and
 * that a project of it is an engagement that is here. The names are the file's.
 */
export interface Matches {
  readonly clients: readonly { readonly client: string; readonly clientId: Id | null }[]
  readonly projects: readonly { readonly client: string; readonly project: string; readonly engagementId: Id }[]
}
export const noMatches: Matches = { clients: [], projects: [] }

/** Who a row is for. `name` is that of the client who is here, else the file's; empty: own work. */
export interface ClientPlace {
  readonly name: string
  /** null: there is no such client yet, or it is own work. */
  readonly existing: Client | null
  /** The file's name of it. */
  readonly said: string
}

/** What a row's time is tracked on; `existing: null`: an hourly engagement that is not there yet. */
export interface EngagementPlace {
  readonly name: string
  readonly existing: Engagement | null
}

export interface Place {
  readonly client: ClientPlace
  /** The file's name of it. */
  readonly project: string
  /** null: own work. */
  readonly engagement: EngagementPlace | null
}

interface Placed {
  readonly matches?: Matches | undefined
  /** The file's names are Mainstay's own: none of them stands for another one. */
  readonly isOwnExport?: boolean
}

/**
 * Where the rows of a file go; the same place is the same object.
 *
 * - The user's word comes first.
 * - A client is found by name, whatever its case. Without a client it is own work.
 * - Work is tracked on the client's engagement of the project's name, of any kind, one that is not archived first. A
 *   project that has its client's name is the engagement without a name, where there is one or the file has no other
 *   project of that client: it is "empty where the client has just one" (model/engagement.ts).
 */
export function placing(
  workspace: Workspace,
  names: Iterable<Named>,
  { matches = noMatches, isOwnExport = false }: Placed = {},
): (row: Named) => Place {
  const clientFor = clients(workspace, matches)
  const engagementFor = engagements(workspace, isOwnExport ? null : projectsByClient(names))
  const matched = new Map(
    matches.projects.map(({ client, project, engagementId }) => [
      spellingOf(nameKey(client), nameKey(project)),
      engagementId,
    ]),
  )
  const find = (row: Named): Place => {
    const client = clientFor(row)
    const project = tidyName(row.project)
    if (client.name === '') return { client, project, engagement: null }
    const id = matched.get(spellingOf(nameKey(row.client), nameKey(row.project)))
    const said = id === undefined ? undefined : workspace.tables.engagements.get(id)
    return { client, project, engagement: engagementFor(client, project, said) }
  }
  // Asked once for each spelling: names are slow to compare.
  const known = new Map<string, Map<string, Place>>()
  return (row) => {
    let ofClient = known.get(row.client)
    if (!ofClient) known.set(row.client, (ofClient = new Map()))
    let place = ofClient.get(row.project)
    if (!place) ofClient.set(row.project, (place = find(row)))
    return place
  }
}

/** A row, or what stands for all that spell a client and a project like it. */
type Named = Pick<RowNames, 'client' | 'project'>

const spellingOf = (client: string, project: string): string => `${client}\u001F${project}`

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

function clients(workspace: Workspace, matches: Matches): (row: Named) => ClientPlace {
  const { clients } = workspace.tables
  const existing = new Map([...clients.values()].map((client) => [nameKey(client.name), client]))
  const matched = new Map(matches.clients.map(({ client, clientId }) => [nameKey(client), clientId]))
  return remembering(
    (row) => nameKey(row.client),
    (row) => {
      const said = tidyName(row.client)
      const id = matched.get(nameKey(row.client))
      if (id === null) return { name: '', existing: null, said }
      const client = (id === undefined ? undefined : clients.get(id)) ?? existing.get(nameKey(row.client)) ?? null
      return { name: client?.name ?? said, existing: client, said }
    },
  )
}

/** The names of the projects that a file has of each client. */
function projectsByClient(all: Iterable<Named>): Map<string, Set<string>> {
  const spelled = new Map<string, Set<string>>()
  for (const { client, project } of all) {
    const names = spelled.get(client)
    if (names) names.add(project)
    else spelled.set(client, new Set([project]))
  }
  const projects = new Map<string, Set<string>>()
  for (const [client, names] of spelled) {
    const known = projects.get(nameKey(client)) ?? new Set()
    projects.set(nameKey(client), new Set([...known, ...[...names].map(nameKey)]))
  }
  return projects
}

/** @param projects of the file, by client; null where a project with its client's name is just that. */
function engagements(workspace: Workspace, projects: ReadonlyMap<string, ReadonlySet<string>> | null) {
  const named = (client: ClientPlace, name: string): Engagement | undefined =>
    [...workspace.tables.engagements.values()]
      .filter((engagement) => engagement.clientId === client.existing?.id && nameKey(engagement.name) === nameKey(name))
      .toSorted((a, b) => Number(a.archived) - Number(b.archived))[0]

  const made = remembering(
    (client: ClientPlace, existing: Engagement | null, name: string) =>
      existing?.id ?? spellingOf(nameKey(client.name), nameKey(name)),
    (_client, existing, name): EngagementPlace => ({ name, existing }),
  )
  return (client: ClientPlace, project: string, said: Engagement | undefined): EngagementPlace => {
    if (said && said.clientId === client.existing?.id) return made(client, said, said.name)
    const isClientsName = projects !== null && nameKey(project) === nameKey(client.name)
    const existing = named(client, project) ?? (isClientsName ? named(client, '') : undefined)
    const isOnly = projects?.get(nameKey(client.said))?.size === 1
    return made(client, existing ?? null, existing?.name ?? (isClientsName && isOnly ? '' : project))
  }
}
