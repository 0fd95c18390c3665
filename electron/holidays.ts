import type { Holiday, HolidayCountry } from '#shared/ipc.ts'
import { addDays, day, isDay, type Day } from '#shared/kernel/day.ts'
import { tidyName } from '#shared/kernel/names.ts'
import { done, refused, type Outcome } from '#shared/kernel/refusal.ts'
import { holidaysOfSchema } from '#shared/model/preferences.ts'
import type { Language } from '#shared/model/quantities.ts'
import type { HolidaysTypes } from 'date-holidays'

/** A megabyte and more of rules of 200 countries: read when somebody asks, in a file of its own (vite.config.ts). */
const library = async () => (await import('date-holidays')).default

const HOUR_MS = 3_600_000
/** No name is longer; what is, is no name. */
const LONGEST = 120

/**
 * The public holidays of a country, or of a region of it (`IT`, `IT-32`), that begin in a year, in the order of the
 * calendar; named in `language` where they have such a name, else in their country's. Only whole days: an afternoon off
 * leaves a working day.
 * A country or region that is not known is refused, so that this is not taken for a year without holidays.
 */
export async function publicHolidays(of: string, year: number, language: Language): Promise<Outcome<Holiday[]>> {
  const Holidays = await library()
  const [country = '', region] = of.split('-')
  const all = new Holidays()
  const isKnown =
    Object.hasOwn(all.getCountries(), country) &&
    (region === undefined || Object.hasOwn(regionsOf(all, country), region))
  if (!isKnown) return refused({ code: 'unknownCountry', of })
  const found = region === undefined ? new Holidays(country) : new Holidays(country, region)
  const holidays = found.getHolidays(year, language).flatMap((holiday) => {
    const range = holiday.type === 'public' ? wholeDays(holiday) : null
    return range ? [{ ...range, name: nameOf(holiday.name) }] : []
  })
  return done(holidays)
}

/** Of a holiday that begins at midnight the days that it has whole; `date` is as the country's own clocks have it. */
function wholeDays({ date, start, end }: HolidaysTypes.Holiday): { from: Day; to: Day } | null {
  const [on = '', time] = date.split(' ')
  // An hour more or less is the change of clocks.
  const count = Math.floor(((end.getTime() - start.getTime()) / HOUR_MS + 1) / 24)
  if (!isDay(on) || time !== '00:00:00' || count < 1) return null
  return { from: day(on), to: addDays(on, count - 1) }
}

/** The countries whose holidays are known, by name, each with the regions that have holidays of their own. */
export async function holidayCountries(language: Language): Promise<HolidayCountry[]> {
  const Holidays = await library()
  const all = new Holidays()
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const byName = new Intl.Collator(language)
  const sorted = (list: { code: string; name: string }[]) => list.toSorted((a, b) => byName.compare(a.name, b.name))
  const countries = Object.keys(all.getCountries()).map((code) => ({ code, name: names.of(code) ?? code }))
  return sorted(countries).map(({ code: country, name }) => {
    const regions = Object.entries(regionsOf(all, country, language)).map(([region, called]) => ({
      code: `${country}-${region}`,
      name: nameOf(called),
    }))
    return {
      code: country,
      name,
      regions: sorted(regions.filter(({ code }) => holidaysOfSchema.safeParse(code).success)),
    }
  })
}

/** A country without regions has none, which the library's types do not say. */
const regionsOf = (
  all: { readonly getStates: (country: string, language?: string) => Record<string, string> | undefined },
  country: string,
  language?: Language,
): Record<string, string> => all.getStates(country, language) ?? {}

/** On one line, and nothing in it that turns the text around it. */
const nameOf = (name: string): string =>
  tidyName(name.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ')).slice(0, LONGEST)
