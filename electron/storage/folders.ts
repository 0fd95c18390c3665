import path from 'node:path'

/** The files of a workspace (persistence.md, Files). Each device writes only in its own folder. */
export interface Layout {
  readonly root: string
  readonly manifest: string
  readonly lock: string
  readonly quarantine: string
  readonly backups: string
  readonly totals: string
  readonly devices: string
}

export const layoutOf = (root: string): Layout => ({
  root,
  manifest: path.join(root, 'manifest.json'),
  lock: path.join(root, 'lock'),
  quarantine: path.join(root, 'quarantine'),
  backups: path.join(root, 'backups'),
  totals: path.join(root, 'totals.cache.json'),
  devices: path.join(root, 'devices'),
})
