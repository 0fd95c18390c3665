import type { Id } from '../kernel/id.ts'

/** The one record of its table has an id that never changes. */
export const preferencesId = '00000000-0000-7000-8000-000000000001' as Id
