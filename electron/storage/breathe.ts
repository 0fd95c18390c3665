/**
 * Lets the app do what has come up meanwhile: no piece of work in the main process takes more than 50 ms
 * (persistence.md, Files).
 */
export const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume))
