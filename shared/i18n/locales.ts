import { enGB } from 'date-fns/locale/en-GB'
import { it } from 'date-fns/locale/it'

/** Which conventions a language is written by. */
export const locales = { en: { intl: 'en-GB', dates: enGB }, it: { intl: 'it-IT', dates: it } } as const
