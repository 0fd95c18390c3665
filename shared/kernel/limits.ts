/**
 * What a record can hold, for whoever has no schema at hand (model/quantities.ts has them as schemas).
 */

/** In characters. Long texts are kept: what is typed is never cut. */
export const LONGEST_TEXT = 100_000

/** No day of a working life lies outside: a year of 0001 is a slip, and would be a million days to go through. */
export const isInOurTime = (text: string): boolean => text >= '1970' && text < '2200'
