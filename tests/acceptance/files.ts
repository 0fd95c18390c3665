import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { check, type Difference } from './case.ts'

export interface Result {
  readonly file: string
  readonly differences: readonly Difference[]
  /** Why the file could not be run at all. */
  readonly broken?: string
}

/** Every `*.json` under a folder, in order of their names. */
export function runFolder(folder: string): Result[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => runFile(join(folder, name), relative('', name)))
}

function runFile(path: string, file: string): Result {
  try {
    return { file, differences: check(JSON.parse(readFileSync(path, 'utf8'))) }
  } catch (error) {
    return { file, differences: [], broken: String(error) }
  }
}
