import { describe, expect, test } from 'vitest'
import { prospectOf } from '#shared/domain/income/prospect.ts'
import { outlook } from '#shared/domain/income/outlook.ts'
import { fallsIn, stepsAhead } from '#shared/domain/income/steps.ts'
import { formatter } from '#shared/i18n/format.ts'
import { translator } from '#shared/i18n/languages.ts'
import { addMonths, day, type Day } from '#shared/kernel/day.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { incomeSentence, plainSentence, type SentencePart } from '#renderer/features/income/sentence.ts'
import { agreement, testId } from '#tests/support/agreements.ts'

const today = day('2026-10-22')

interface Case {
  terms?: readonly Partial<Agreement>[]
  target?: number | null
  endedOn?: Day | null
  isPaused?: boolean
  earns?: boolean
}

function parts(language: 'en' | 'it', of: Case): SentencePart[] {
  const { terms = [], target = null, endedOn = null, isPaused = false, earns = true } = of
  const signed = terms.map((each, index) => ({ id: testId(index), agreement: agreement(each) }))
  const steps = stepsAhead(signed, today, addMonths(today, 12))
  const { months } = outlook(
    signed.map((each) => ({ ...each, clientId: each.id })),
    1,
    today,
  )
  const prospect = prospectOf(steps, fallsIn(steps, signed), signed, months)
  return incomeSentence(translator(language), formatter(language), {
    prospect,
    endedOn,
    currency: 'EUR',
    target,
    isPaused,
    earns,
  })
}
/** Spaces that do not break are written as plain ones here. */
const said = (language: 'en' | 'it', of: Case): string => plainSentence(parts(language, of)).replaceAll('\u00A0', ' ')

const fee = (euro: number, from = '2026-01-01') => [{ from: day(from), fee: (euro * 100) as never, included: 600 }]
const ends = { term: { periods: 12, atEnd: 'ends' as const } }
const long = { term: { periods: 36, atEnd: 'ends' as const } }
const renews = { term: { periods: 12, atEnd: 'renews' as const } }
const quarter = { every: 'quarter', anchor: 'calendar' } as const
const yearly = { ...long, period: { every: 'year', anchor: 'calendar' } } as const
const anniversary = { period: { every: 'month', anchor: 'anniversary' } } as const
const threeMonths = { periods: 3, atEnd: 'ends' } as const
const drawn = [
  { ...ends, versions: fee(2200) },
  { ...long, versions: fee(2200) },
]

const cases: [string, Case, string, string][] = [
  [
    'as drawn',
    { terms: drawn, target: 400_000 },
    'You can count on €4,400 a month until 31 December, ten per cent over your target. On 1 January it falls to €2,200.',
    'Puoi contare su 4.400 € al mese fino al 31 dicembre, il dieci per cento oltre il tuo obiettivo. Il 1º gennaio scendono a 2.200 €.',
  ],
  [
    'no target set',
    { terms: drawn },
    'You can count on €4,400 a month until 31 December. On 1 January it falls to €2,200.',
    'Puoi contare su 4.400 € al mese fino al 31 dicembre. Il 1º gennaio scendono a 2.200 €.',
  ],
  [
    'nothing falls',
    { terms: [{ ...long, versions: fee(2000) }], target: 200_000 },
    'You can count on €2,000 a month for all of the next twelve months, exactly your target.',
    'Puoi contare su 2.000 € al mese per tutti i prossimi dodici mesi, esattamente il tuo obiettivo.',
  ],
  [
    'falls to nothing, below the target',
    { terms: [{ ...ends, startsOn: day('2026-05-12'), versions: fee(1000, '2026-05-12') }], target: 400_000 },
    'You can count on €1,000 a month until 11 May, 75% short of your target. On 12 May it falls to nothing.',
    'Puoi contare su 1.000 € al mese fino all’11 maggio, il 75% sotto il tuo obiettivo. Il 12 maggio scendono a zero.',
  ],
  [
    'a renewal to come',
    {
      terms: [
        { ...renews, versions: fee(1000) },
        { ...long, versions: fee(500) },
      ],
      target: 149_900,
    },
    'You can count on €1,500 a month until 31 December, just over your target. On 1 January it falls to €500, with €1,000 more expected.',
    'Puoi contare su 1.500 € al mese fino al 31 dicembre, poco oltre il tuo obiettivo. Il 1º gennaio scendono a 500 €, con altri 1.000 € previsti.',
  ],
  [
    'only a renewal',
    { terms: [{ ...renews, versions: fee(1000) }], target: 1_100_00 },
    'You can count on €1,000 a month until 31 December, nine per cent short of your target. On 1 January it falls to nothing, with €1,000 expected.',
    'Puoi contare su 1.000 € al mese fino al 31 dicembre, il nove per cento sotto il tuo obiettivo. Il 1º gennaio scendono a zero, con 1.000 € previsti.',
  ],
  [
    'rises, then falls',
    {
      terms: [
        { ...ends, versions: fee(1000) },
        { ...long, startsOn: day('2026-11-01'), versions: fee(500, '2026-11-01') },
      ],
    },
    'You can count on €1,000 a month, and on €1,500 from 1 November until 31 December. On 1 January it falls to €500.',
    'Puoi contare su 1.000 € al mese, e su 1.500 € dal 1º novembre fino al 31 dicembre. Il 1º gennaio scendono a 500 €.',
  ],
  [
    'rises and stays',
    {
      terms: [
        { ...long, versions: fee(1000) },
        { ...long, startsOn: day('2026-11-11'), versions: fee(500, '2026-11-11') },
      ],
      target: 60_000,
    },
    'You can count on €1,000 a month, and on €1,500 from 11 November on, more than twice your target.',
    'Puoi contare su 1.000 € al mese, e su 1.500 € dall’11 novembre in poi, più del doppio del tuo obiettivo.',
  ],
  [
    'begins later',
    { terms: [{ ...long, startsOn: day('2026-12-01'), versions: fee(999.5, '2026-12-01') }], target: 100_000 },
    'Nothing is guaranteed yet. From 1 December on you can count on €999.50 a month, just short of your target.',
    'Ancora niente è garantito. Potrai contare su 999,50 € al mese dal 1º dicembre in poi, poco sotto il tuo obiettivo.',
  ],
  [
    'begins later and ends',
    { terms: [{ startsOn: day('2026-12-01'), term: { periods: 3, atEnd: 'ends' }, versions: fee(100, '2026-12-01') }] },
    'Nothing is guaranteed yet. From 1 December you can count on €100 a month until 28 February. On 1 March it falls to nothing.',
    'Ancora niente è garantito. Potrai contare su 100 € al mese dal 1º dicembre fino al 28 febbraio. Il 1º marzo scendono a zero.',
  ],
  [
    'a fee for a year counts in the month in which its period starts, as the steadiness beside it has it',
    { terms: [{ ...yearly, versions: fee(12_000) }], target: 100_000 },
    'You can count on €12,000 in the next 12 months: €1,000 a month on average, exactly your target. October itself has nothing guaranteed: no fee begins in it.',
    'Puoi contare su 12.000 € nei prossimi 12 mesi: in media 1.000 € al mese, esattamente il tuo obiettivo. Ottobre da solo non ha niente di garantito: nessun compenso comincia in quel mese.',
  ],
  [
    'a fee for a quarter beside one for a month that ends',
    {
      terms: [
        { period: quarter, term: { periods: 12, atEnd: 'ends' }, versions: fee(3000) },
        { ...ends, versions: fee(400) },
      ],
      target: 100_000,
    },
    'You can count on €13,200 in the next 12 months: €1,100 a month on average, ten per cent over your target. What is signed stays as it is until 31 December. October itself has €3,400 guaranteed.',
    'Puoi contare su 13.200 € nei prossimi 12 mesi: in media 1.100 € al mese, il dieci per cento oltre il tuo obiettivo. Quello che è firmato resta com’è fino al 31 dicembre. Ottobre da solo ha 3.400 € garantiti.',
  ],
  [
    'a year that is paid, and nothing signed after it',
    { terms: [{ ...yearly, term: { periods: 1, atEnd: 'ends' }, versions: fee(12_000) }], target: 100_000 },
    'What is signed is paid up until 31 December: no fee is guaranteed in the next 12 months.',
    'Quello che è firmato è pagato fino al 31 dicembre: nei prossimi 12 mesi nessun compenso è garantito.',
  ],
  [
    'the last month of a term, which began the month before',
    {
      terms: [{ ...anniversary, startsOn: day('2026-07-25'), term: threeMonths, versions: fee(500, '2026-07-25') }],
      target: 50_000,
    },
    'You can count on €500 a month until 24 October, exactly your target. On 25 October it falls to nothing. October itself has nothing guaranteed: no fee begins in it.',
    'Puoi contare su 500 € al mese fino al 24 ottobre, esattamente il tuo obiettivo. Il 25 ottobre scendono a zero. Ottobre da solo non ha niente di garantito: nessun compenso comincia in quel mese.',
  ],
  [
    'all ended',
    { endedOn: day('2026-08-08') },
    'Nothing is guaranteed any more: the last retainer ended on 8 August 2026.',
    'Niente è più garantito: l’ultimo accordo è finito l’8 agosto 2026.',
  ],
  [
    'twice the target, to the cent',
    { terms: [{ ...long, versions: fee(2000) }], target: 100_000 },
    'You can count on €2,000 a month for all of the next twelve months, twice your target.',
    'Puoi contare su 2.000 € al mese per tutti i prossimi dodici mesi, il doppio del tuo obiettivo.',
  ],
  [
    'paused, and in force again later',
    {
      terms: [
        {
          ...long,
          versions: [
            ...fee(1000),
            { from: day('2026-10-01'), fee: 0 as never, included: 0, isPause: true },
            ...fee(1000, '2026-12-01'),
          ],
        },
      ],
      isPaused: true,
    },
    'Nothing is guaranteed during the pause. From 1 December on you can count on €1,000 a month.',
    'Durante la pausa niente è garantito. Potrai contare su 1.000 € al mese dal 1º dicembre in poi.',
  ],
  [
    'paused for longer than one looks ahead',
    { isPaused: true },
    'Nothing is guaranteed in the next twelve months: what you have on retainer is paused.',
    'Nei prossimi dodici mesi niente è garantito: i tuoi accordi sono in pausa.',
  ],
  [
    'no work for a year',
    { earns: false },
    'Nothing is guaranteed yet, and nothing came by the hour or from projects in the last twelve months.',
    'Ancora niente è garantito, e negli ultimi dodici mesi niente è venuto dalle ore o dai progetti.',
  ],
  [
    'no retainer yet',
    {},
    'Nothing is guaranteed yet: what you earn comes by the hour and from projects.',
    'Ancora niente è garantito: quello che guadagni viene dalle ore e dai progetti.',
  ],
]

describe.each(cases)('%s', (_, of, english, italian) => {
  test('in English', () => expect(said('en', of)).toBe(english))
  test('in Italian', () => expect(said('it', of)).toBe(italian))
})

test('the figures open, the day is strong without its article', () => {
  const roles = (language: 'en' | 'it', of: Case) =>
    parts(language, of).flatMap(({ role, text }) => (role === 'words' ? [] : [[role, text.replaceAll('\u00A0', ' ')]]))
  expect(roles('en', { terms: drawn })).toEqual([
    ['now', '€4,400'],
    ['day', '31 December'],
    ['after', '€2,200'],
  ])
  expect(roles('it', { endedOn: day('2026-08-08') })).toEqual([['day', '8 agosto 2026']])
  expect(roles('it', cases[6]?.[1] ?? {}).map(([role]) => role)).toEqual(['now', 'peak', 'day', 'after'])
})

test('percents are in words up to ten, and in Italian have the right article', () => {
  const over = (percent: number) =>
    said('it', { terms: [{ ...long, versions: fee(100 + percent) }], target: 10_000 })
      .split(', ')
      .at(-1)
  expect([1, 8, 11, 12, 80, 88, 99].map(over)).toEqual([
    'l’uno per cento oltre il tuo obiettivo.',
    'l’otto per cento oltre il tuo obiettivo.',
    'l’11% oltre il tuo obiettivo.',
    'il 12% oltre il tuo obiettivo.',
    'l’80% oltre il tuo obiettivo.',
    'l’88% oltre il tuo obiettivo.',
    'il 99% oltre il tuo obiettivo.',
  ])
})
