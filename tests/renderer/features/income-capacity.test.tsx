// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { day } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { bookOf } from '#tests/support/books.ts'
import { hourlyOf, obel, pineta, retainerOf, worked } from '#tests/support/income-book.ts'
import { eachOnThePages, shown, text } from './income-face.tsx'

eachOnThePages()

/** So many hours a month, for so many months from January 2026 on. */
function taking(hours: number, periods: number, atEnd: 'ends' | 'renews' = 'ends'): Retainer {
  const { agreement, ...retainer } = retainerOf(obel, {
    fee: 100_000,
    startsOn: day('2026-01-01'),
    term: { periods, atEnd },
  })
  const versions = agreement.versions.map((version) => ({ ...version, included: hours * 60 }))
  return retainerSchema.parse({ ...retainer, agreement: { ...agreement, versions } })
}

/** From October 2026 on, whose months have 160 h (February) to 184 h, eight a working day. */
const cases: readonly [string, readonly Retainer[], string, string][] = [
  [
    'nothing is committed: the shortest month',
    [],
    'Nothing is committed yet: 160 h are free in February 2027, the shortest of the next twelve months.',
    'Niente è ancora impegnato: in febbraio 2027, il più corto dei prossimi dodici mesi, sono libere 160 h.',
  ],
  [
    'some is free: the fullest month',
    [taking(100, 36)],
    'You can still sell 60 h a month on retainer: so much is free in February 2027, the fullest of the next twelve.',
    'Puoi ancora vendere 60 h al mese con un accordo: tanto è libero in febbraio 2027, il più pieno dei prossimi dodici mesi.',
  ],
  [
    'more is signed than there are hours: the first such month',
    [taking(170, 36)],
    'More is promised than there are hours in 4 of the next twelve months: in November 2026 by 2 h.',
    'Hai promesso più ore di quante ce ne siano in 4 dei prossimi dodici mesi: in novembre 2026 sono 2 h di troppo.',
  ],
  [
    'what is signed fits, and what renews would not',
    [taking(100, 36), taking(62, 12, 'renews')],
    'What is signed fits into the hours there are in each of the next twelve months. If all that ends was renewed there would be too few in one of them: in February 2027 by 2 h.',
    'Quello che è firmato sta nelle ore che ci sono in ognuno dei prossimi dodici mesi. Se tutto quello che finisce si rinnovasse, non basterebbero in uno di questi: in febbraio 2027 sarebbero 2 h di troppo.',
  ],
  [
    'too much is signed already, and more if it renewed',
    [taking(161, 36), taking(9, 12, 'renews')],
    'More is promised than there are hours in 2 of the next twelve months: in November 2026 by 2 h. If all that ends was renewed there would be too few in 4 of them: in November 2026 by 2 h.',
    'Hai promesso più ore di quante ce ne siano in 2 dei prossimi dodici mesi: in novembre 2026 sono 2 h di troppo. Se tutto quello che finisce si rinnovasse, non basterebbero in 4 di questi: in novembre 2026 sarebbero 2 h di troppo.',
  ],
]

describe.each(cases)('%s', (_, retainers, english, italian) => {
  const said = (language: 'en' | 'it'): string => {
    const hourly = hourlyOf(pineta)
    const ground = [made('clients', obel), made('clients', pineta), made('engagements', hourly)]
    shown(
      bookOf(...ground, worked(hourly, '2026-10-05', 3), ...retainers.map((each) => made('engagements', each))),
      language,
    )
    fireEvent.click(screen.getAllByRole('tab')[2] as HTMLElement)
    return text().replaceAll('\u00A0', ' ')
  }
  test('in English', () => expect(said('en')).toContain(english))
  test('in Italian', () => expect(said('it')).toContain(italian))
})
