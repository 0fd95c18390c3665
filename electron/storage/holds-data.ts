import fs from 'node:fs'
import { codeOf } from './problems.ts'

/** Of a disk that was taken out, or a folder that is under another name now. */
const GONE = new Set(['ENOENT', 'ENOTDIR', 'EIO', 'ENXIO', 'ENODEV', 'ESTALE'])

/** Whether a workspace lies in a folder. Where that is not to be told there is one: what is wrong is said when it is opened. */
export function holdsData(folder: string): boolean {
  try {
    const names = fs.readdirSync(folder)
    return names.includes('manifest.json') || names.includes('devices')
  } catch (error) {
    return !GONE.has(codeOf(error))
  }
}
