/**
 * What is used of papaparse. Its published types bring those of Node into every file, and `shared/` is to know
 * neither Node nor the DOM (architecture.md), so the file is imported by its path and declared here.
 */
declare module 'papaparse/papaparse.js' {
  interface Step {
    readonly data: readonly string[]
    readonly errors: readonly { readonly code: string }[]
    /** Where the row ends in the text, its newline included. */
    readonly meta: { readonly cursor: number }
  }
  interface Config {
    readonly delimiter: string
    readonly newline: '\n'
    /** How many rows to read; 0 for all. */
    readonly preview: number
    readonly step: (row: Step, parser: { abort(): void }) => void
  }
  const Papa: { parse(text: string, config: Config): void }
  export default Papa
}
