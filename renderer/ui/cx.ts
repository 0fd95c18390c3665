/** Joins class names and always returns a string: what react-aria's `className` wants under strict optional types. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
