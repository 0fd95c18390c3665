import type { Cause } from '#shared/kernel/keeping-refusal.ts'

export type { Cause } from '#shared/kernel/keeping-refusal.ts'
export type { Problem } from '#shared/keeping.ts'

const causes: Readonly<Record<string, Cause>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readOnly',
  EACCES: 'denied',
  EPERM: 'denied',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENODEV: 'missing',
  ENXIO: 'missing',
  ESTALE: 'missing',
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export const causeOf = (error: unknown): Cause => causes[codeOf(error)] ?? 'other'
