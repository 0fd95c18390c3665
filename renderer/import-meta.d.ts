/** What Vite puts in place when it builds. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean }
}
