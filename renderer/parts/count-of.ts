import { parseWhole } from '#shared/i18n/parse.ts'

/** For the plural of a unit while its figure is being typed. */
export const countOf = (text: string): number => {
  const parsed = parseWhole(text)
  return parsed.ok ? parsed.value : 2
}
