import { createClient, updateClient } from './clients.ts'
import type { Command } from './command.ts'
import {
  createHourly,
  createProject,
  createRetainer,
  removeEngagement,
  updateEngagement,
  updateRetainer,
} from './engagements.ts'
import { createEntry, removeEntry, updateEntry } from './entries.ts'
import { importEntries } from './import.ts'
import { setPreferences } from './preferences.ts'
import { backdateTimer, describeTimer, startTimer, stopTimer } from './timer.ts'

/** Every verb of the app. The door, the journal's labels, undo and the menus know commands from here alone. */
const all = [
  setPreferences,
  createClient,
  updateClient,
  createHourly,
  createProject,
  createRetainer,
  updateRetainer,
  updateEngagement,
  removeEngagement,
  startTimer,
  stopTimer,
  backdateTimer,
  describeTimer,
  createEntry,
  updateEntry,
  removeEntry,
  importEntries,
] as const

type Registered = (typeof all)[number]
export type CommandName = Registered['name']
export type CommandInput<Name extends CommandName> = Extract<Registered, { name: Name }>['input']['_zod']['input']

export const commands: ReadonlyMap<string, Command> = new Map(
  all.map((command) => [command.name, command as unknown as Command]),
)
