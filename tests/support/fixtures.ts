import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from './stores.ts'

/**
 * Data folders as each form of the files was left, in the middle of a day, by the version that wrote it: changes in
 * the files, in the previous journal and in the journal. They are never made anew (architecture.md, 10).
 */
const places = path.resolve(import.meta.dirname, '../fixtures/workspaces')
export const fixtures = readdirSync(places).toSorted()

/** A copy to work in. */
export function fixture(name: string): string {
  const folder = path.join(temporaryFolder(), 'data')
  cpSync(path.join(places, name, 'data'), folder, { recursive: true, preserveTimestamps: true })
  return folder
}

/** What the version that wrote it said that it holds. */
export interface Held {
  readonly format: number
  readonly seq: number
  readonly tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>
}
export const heldIn = (name: string): Held =>
  JSON.parse(readFileSync(path.join(places, name, 'holds.json'), 'utf8')) as Held
