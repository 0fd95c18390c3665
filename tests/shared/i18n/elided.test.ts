import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elided, elidedPieces } from '#shared/i18n/elided.ts'
import { messages, translator } from '#shared/i18n/languages.ts'

describe('articles before a number', () => {
  test.each([
    ['il 80%', 'l’80%'],
    ['del 8%', 'dell’8%'],
    ['del 800%', 'dell’800%'],
    ['Il 11%', 'L’11%'],
    ['il 1%', 'l’1%'],
    ['al 8 maggio', 'all’8 maggio'],
    ['dal 11 giugno', 'dall’11 giugno'],
    ['nel 8 marzo', 'nell’8 marzo'],
    ['del 08/03/2026', 'dell’08/03/2026'],
    ['Dal 1 gennaio al 8 gennaio', 'Dal 1º gennaio all’8 gennaio'],
    ['I 8 mesi', 'Gli 8 mesi'],
    ['tutti i 11 registri', 'tutti gli 11 registri'],
    ['ai 8 minuti', 'agli 8 minuti'],
    ['il 8.000 e il 11.000', 'l’8.000 e l’11.000'],
  ])('%s is %s', (written, said) => expect(elided(written)).toBe(said))

  test.each([
    'il 18%',
    'il 110%',
    'il 1.100',
    'dalle 8 alle 9',
    'le 8 ore',
    'il 1º maggio',
    'il 0,8%',
    'bottai 8',
    'i 7',
    'del 28/08',
  ])('%s stays', (text) => expect(elided(text)).toBe(text))

  test('what agrees is left alone, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => elided(elided(text)) === elided(text)))
  })

  test('before an element of a page as before a word', () => {
    const figure = { props: { children: ['80%'] } }
    expect(elidedPieces(['era il ', figure, ', poi il ', { props: { children: '90%' } }])).toEqual([
      'era l’',
      figure,
      ', poi il ',
      { props: { children: '90%' } },
    ])
  })
})

/** Every message with its key. */
function* leaves(words: object, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words) as [string, string | object][])
    if (typeof value === 'string') yield [path + key, value]
    else yield* leaves(value, `${path}${key}.`)
}

const t = translator('it') as unknown as {
  (key: string, values: object): string
  rich: (key: string, values: object) => unknown
}
const WRONG =
  /(?<![\p{L}’])(?:il|lo|al|dal|del|nel|sul|i|ai|dai|dei|nei|sui) (?:8|11)(?!\d)|(?<![\p{L}’])(?:il|al|dal|del|nel|sul|i|ai|dei) 80/giu

test.each([8, 11, 80])('no Italian message has a wrong article before %i, whatever it was given', (number) => {
  const wrong = [...leaves(messages.it)].flatMap(([key, message]) => {
    const values: Record<string, unknown> = {}
    for (const [, name = '', kind] of message.matchAll(/\{(\w+)(?:, (plural|selectordinal|number))?/g))
      if (values[name] === undefined || kind !== undefined) values[name] = kind === undefined ? `${number}` : number
    for (const [, tag = ''] of message.matchAll(/<(\w+)>/g)) values[tag] = (chunks: unknown) => chunks
    const isRich = /<\w+>/.test(message)
    const said = isRich ? [t.rich(key, values)].flat(3).join('') : t(key, values)
    return said.match(WRONG) ? [`${key}: ${said}`] : []
  })
  expect(wrong).toEqual([])
})

test('what a user has written stays as it was written', () => {
  expect(t('income.chart.ends', { client: 'Festa del 8 marzo', amount: '8' })).toBe('finisce Festa del 8 marzo, 8')
})
