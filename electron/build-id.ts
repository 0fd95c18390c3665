/** Put in place when the app is built: a sum of all that it is built from (vite.config.ts). */
declare const __BUILD__: string | undefined

/** What was kept by another build may mean something else. */
export const buildId = typeof __BUILD__ === 'string' ? __BUILD__ : 'source'
