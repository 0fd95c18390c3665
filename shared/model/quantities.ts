import { z } from 'zod'
import { isDay, isMonth } from '../kernel/day.ts'
import { isId, type Id } from '../kernel/id.ts'
import { isInstant, isZone } from '../kernel/instant.ts'
import { isInOurTime, LONGEST_TEXT } from '../kernel/limits.ts'

/** The kernel's quantities as they stand in a file or in a call. */
export const idSchema = z.custom<Id>((value) => typeof value === 'string' && isId(value))
export const daySchema = z.string().refine(isDay).refine(isInOurTime).brand<'Day'>()
export const monthSchema = z.string().refine(isMonth).refine(isInOurTime).brand<'Month'>()
export const instantSchema = z.string().refine(isInstant).refine(isInOurTime).brand<'Instant'>()
export const zoneSchema = z.string().refine(isZone).brand<'Zone'>()
export const minorSchema = z.int().brand<'Minor'>()
export const secondsSchema = z.int().brand<'Seconds'>()
export const minutesSchema = z.int().nonnegative().brand<'Minutes'>()
/** A share in 1/100 of a percent: 22 % is 2,200. */
export const basisPointsSchema = z.int().min(0).max(10_000)
/** An ISO 4217 code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/)
export const languageSchema = z.enum(['en', 'it'])
/** A line of the user's own words. */
export const textSchema = z.string().max(LONGEST_TEXT)

export type Language = z.infer<typeof languageSchema>
