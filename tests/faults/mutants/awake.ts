/**
 * The mutant that the tests run with just now; the empty name is none. Its place is the process's own: the
 * configuration, which looks at it, and whoever sets it are loaded by different programs.
 */
const place = globalThis as typeof globalThis & { mainstayMutant?: { name: string } }
export const awake = (place.mainstayMutant ??= { name: '' })
