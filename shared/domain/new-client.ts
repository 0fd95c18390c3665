import type { Client, Mark } from '../model/client.ts'
import { markColours, markPatterns } from '../model/marks.ts'
import type { Workspace } from '../model/workspace.ts'

type Named = Pick<Client, 'name' | 'currency' | 'language' | 'listRate' | 'note'>

/** A client with the mark whose turn it is. */
export const newClient = (workspace: Workspace, named: Named, id: Client['id'], ahead = 0): Client => ({
  ...named,
  id,
  mark: markInTurn(workspace.tables.clients.size + ahead),
  contacts: [],
  billing: { withholds: false, vat: null },
  archived: false,
})

/** Colours and patterns go round at different lengths, so that 40 clients get 40 different marks. */
const markInTurn = (turn: number): Mark => ({
  colour: markColours[turn % markColours.length] ?? 'plum',
  pattern: markPatterns[turn % markPatterns.length] ?? 'half',
})
