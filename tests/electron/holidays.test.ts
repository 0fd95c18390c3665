import { describe, expect, test } from 'vitest'
import { holidayCountries, publicHolidays } from '#electron/holidays.ts'
import { isDay } from '#shared/kernel/day.ts'
import { holidaysOfSchema } from '#shared/model/preferences.ts'
import type { Holiday } from '#shared/ipc.ts'
import type { Language } from '#shared/model/quantities.ts'

async function found(of: string, year: number, language: Language = 'en'): Promise<readonly Holiday[]> {
  const answer = await publicHolidays(of, year, language)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const lines = (holidays: readonly Holiday[]): string[] =>
  holidays.map(({ from, to, name }) => `${from === to ? from : `${from} to ${to}`} ${name}`)

describe('public holidays', () => {
  test('of Italy in 2025', async () => {
    expect(lines(await found('IT', 2025, 'it'))).toEqual([
      '2025-01-01 Capodanno',
      '2025-01-06 Epifania',
      '2025-04-20 Domenica di Pasqua',
      '2025-04-21 Lunedì dell’Angelo',
      '2025-04-25 Liberazione dal nazifascismo (1945)',
      '2025-05-01 Festa del lavoro',
      '2025-06-02 Festa della Repubblica',
      '2025-08-15 Assunzione di Maria',
      '2025-11-01 Ognissanti',
      '2025-12-08 Immacolata Concezione',
      '2025-12-25 Natale di Gesù',
      '2025-12-26 Santo Stefano',
    ])
  })

  test('are named in the language that is asked for, or else in their own', async () => {
    expect(lines(await found('IT', 2025))).toContain('2025-01-06 Epiphany')
    expect(lines(await found('DE', 2025, 'it'))).toContain('2025-10-03 Tag der Deutschen Einheit')
    // What was asked for before leaves no trace.
    expect(lines(await found('IT', 2025, 'it'))).toContain('2025-01-06 Epifania')
  })

  test('of a region are those of the country and its own', async () => {
    const [italy, southTyrol] = [lines(await found('IT', 2025)), lines(await found('IT-32', 2025))]
    expect(southTyrol.filter((line) => !italy.includes(line))).toEqual(['2025-06-09 Whit Monday'])
    expect(italy.every((line) => southTyrol.includes(line))).toBe(true)
  })

  test('of several days are one, and count whole days alone', async () => {
    expect(lines(await found('KR', 2026))).toContain('2026-02-17 to 2026-02-19 Korean New Year')
    // Ninety hours: the afternoon of the fourth day is worked.
    const [feast] = (await found('TR', 2026)).filter(({ name }) => name.includes('Ramadan'))
    expect(feast).toMatchObject({ from: '2026-03-20', to: '2026-03-22' })
  })

  test('of an afternoon are none', async () => {
    const iceland = lines(await found('IS', 2026)).map((line) => line.slice(0, 10))
    expect(iceland).toContain('2026-12-25')
    expect(iceland).not.toContain('2026-12-24')
    // A Sunday that is a holiday anyway.
    expect(lines(await found('IS', 2023)).map((line) => line.slice(0, 10))).toContain('2023-12-24')
  })

  test('and no others: neither observances nor banks’ own', async () => {
    expect(lines(await found('DE', 2025)).join()).not.toMatch(/Mother|Reformation|Valentine/)
  })

  test('on days when clocks change are whole days', async () => {
    // Easter 2024 is the last Sunday of March.
    expect(lines(await found('IT', 2024, 'it'))).toContain('2024-03-31 Domenica di Pasqua')
  })

  test.each(['ZZ', 'IT-99', 'IT-BZ9', 'US-', '__proto__', 'constructor', 'toString', 'IT-constructor', ''])(
    'of %s are not known',
    async (of) => {
      expect(await publicHolidays(of, 2026, 'en')).toEqual({ ok: false, refusal: { code: 'unknownCountry', of } })
    },
  )
})

describe('the countries', () => {
  test.each([
    ['en', 'Germany', 'Italy'],
    ['it', 'Germania', 'Italia'],
  ] as const)('have their names in %s', async (language, germany, italy) => {
    const countries = await holidayCountries(language)
    const names = countries.map(({ name }) => name)
    expect(countries.find(({ code }) => code === 'DE')?.name).toBe(germany)
    expect(countries.find(({ code }) => code === 'IT')?.name).toBe(italy)
    expect(names).toEqual(names.toSorted(new Intl.Collator(language).compare))
    expect(countries.length).toBeGreaterThan(190)
  })

  test('have the regions with holidays of their own, as preferences keep them', async () => {
    const countries = await holidayCountries('en')
    expect(countries.find(({ code }) => code === 'IT')?.regions).toContainEqual({ code: 'IT-32', name: 'Südtirol' })
    expect(countries.find(({ code }) => code === 'SM')?.regions).toEqual([])
    const codes = countries.flatMap(({ code, regions }) => [code, ...regions.map((region) => region.code)])
    expect(codes.filter((code) => !holidaysOfSchema.safeParse(code).success)).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('can all be asked for, some in the first and the last year, and answer with days and clean names', async () => {
    const codes = (await holidayCountries('it')).map(({ code }) => code)
    const asked = codes.flatMap((code, index) =>
      [2026, ...(index % 20 === 0 ? [1970, 2199] : [])].map((year) => ({ code, year })),
    )
    for (const { code, year } of asked)
      for (const { from, to, name } of await found(code, year, 'it')) {
        expect(isDay(from) && isDay(to) && from <= to).toBe(true)
        expect(name).toBe(name.trim())
        expect(name).not.toBe('')
      }
  })
})
