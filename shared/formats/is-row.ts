import { isDay } from '../kernel/day.ts'
import { isInstant, secondsBetween, type Instant } from '../kernel/instant.ts'
import { isInOurTime, LONGEST_TEXT } from '../kernel/limits.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_TEXT

/** Whether a value is a row whose figures agree: what comes over the door is looked at like anything else. */
export function isImportRow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const row = value as Readonly<Record<string, unknown>>
  if (!isText(row['client']) || !isText(row['project']) || !isText(row['task']) || !isText(row['note'])) return false
  if (row['perk'] !== undefined && !isText(row['perk'])) return false
  if (!Array.isArray(row['tags']) || !row['tags'].every(isText) || typeof row['billable'] !== 'boolean') return false
  if (!Number.isSafeInteger(row['line']) || Number(row['line']) <= 0) return false
  const { seconds, day, start, end } = row
  if (!Number.isSafeInteger(seconds) || Number(seconds) <= 0) return false
  if (day !== undefined) return start === undefined && isText(day) && isDay(day) && isInOurTime(day)
  return isMoment(start) && isMoment(end) && secondsBetween(start, end) === seconds
}

const isMoment = (value: unknown): value is Instant => isText(value) && isInstant(value) && isInOurTime(value)
