import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** The files below a folder that a test wants, with their whole paths. */
export async function glob(folder: string, wanted: (file: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(wanted)
    .toSorted()
}
