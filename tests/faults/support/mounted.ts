import { execFileSync } from 'node:child_process'

/**
 * Mounts something for a test; returns what takes it off again. Throws where the machine does not let us: it takes
 * root and, for an image, a loop device. `npm run faults` says then what was not tried.
 */
export function mounted(what: readonly string[], folder: string): () => void {
  execFileSync('mount', [...what, folder], { stdio: ['ignore', 'ignore', 'pipe'] })
  return () => execFileSync('umount', [folder], { stdio: ['ignore', 'ignore', 'pipe'] })
}
