import { describe, expect, test } from 'vitest'
import { agreementPaper } from '#shared/documents/agreement-paper.ts'
import { agreedRows } from '#shared/documents/agreed-rows.ts'
import { usualDoubts } from '#shared/documents/doubts.ts'
import type { Block, Paper } from '#shared/documents/paper.ts'
import { promptsFor } from '#shared/documents/prompts.ts'
import { proposalPaper, writtenFor } from '#shared/documents/proposal-paper.ts'
import { translator } from '#shared/i18n/languages.ts'
import { withPause } from '#shared/domain/versions.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import { retainerSchema, type Retainer } from '#shared/model/engagement.ts'
import { trades } from '#shared/model/proposal.ts'
import type { Language } from '#shared/model/quantities.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { bookOf, clientNamed } from '#tests/support/books.ts'

const today = day('2026-10-22')
const of = (terms: Partial<Agreement>, language: Language = 'en', more: object = {}) => {
  const client = clientNamed('Forlì & Co.', { language })
  const retainer: Retainer = retainerSchema.parse({
    id: testId(1),
    clientId: client.id,
    kind: 'retainer',
    name: '',
    status: 'draft',
    agreement: agreement({ startsOn: day('2026-11-01'), ...terms }),
    ...more,
  })
  const book = bookOf(made('clients', client), made('engagements', retainer))
  return { client, retainer, book, written: writtenFor(book, client, retainer, today) }
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const rowsOf = (terms: Partial<Agreement>, language: Language = 'en'): Record<string, string> =>
  Object.fromEntries(agreedRows(of(terms, language).written).map(([what, agreed]) => [what, plain(agreed)]))
const wordsOf = ({ blocks }: Paper): string =>
  plain(
    blocks
      .flatMap((block: Block) => ('text' in block ? [block.text] : 'columns' in block ? block.rows.flat() : []))
      .join(' | '),
  )

describe('the terms, a line each', () => {
  test('hours by the month, billed past them, with a term that ends', () => {
    expect(rowsOf({})).toEqual({
      Fee: '€1,000.00 each month, in advance',
      Included: '10 h each month',
      'Beyond that': '€100.00 an hour',
      'What is not used': 'lapses at the end of the month',
      Term: '12 months, to 31 October 2027; what follows is agreed before',
      Payment: 'invoiced 10 days before each month, due 15 days later',
    })
  })

  test('in Italian, with what is kept, borrowed and on top, rounded, from the middle of a month', () => {
    const startsOn = day('2026-11-16')
    expect(
      rowsOf(
        {
          startsOn,
          rollover: { periods: 1, cap: 300 },
          overage: { policy: 'borrow' },
          rounding: { mode: 'up', minutes: 15 },
          term: { periods: 6, atEnd: 'renews' },
          versions: [{ from: startsOn, fee: minor(100_000), included: 600 }],
          perks: [
            { id: 'a', name: 'Telefonata', minutes: null, count: 2, value: minor(5000) },
            { id: 'b', name: 'Linea diretta', minutes: null, count: null, value: minor(0) },
          ],
        },
        'it',
      ),
    ).toEqual({
      Canone: '1.000,00 € ogni mese, in anticipo',
      Incluso: '10 h ogni mese',
      Oltre: 'si prende dal mese seguente; quello che non può dare costa 100,00 € l’ora',
      'Quello che non si usa': 'si conserva per un altro mese, al massimo 5 h',
      'In più': 'Linea diretta',
      'Come conta il tempo': 'ogni lavoro fino ai 15 minuti successivi',
      'Primo mese': '500,00 € per 5 h, dal 16 novembre 2026',
      Durata: expect.stringMatching(/^6 mesi, fino al 30 aprile 2027, e poi ogni volta per altrettanto/),
      Preavviso: '30 giorni prima della fine, per iscritto',
      Pagamento: 'fattura 10 giorni prima di ogni mese, da pagare 15 giorni dopo',
    })
  })

  test('deliverables, availability, a trial and what stays open', () => {
    const units = rowsOf({
      basis: 'deliverables',
      overage: { policy: 'absorb' },
      trial: true,
      leadsTo: 6,
      term: { periods: 2, atEnd: 'ends' },
    })
    expect(units['Included']).toBe('600 deliverables each month')
    expect(units['Beyond that']).toBe('worked without charge')
    expect(units['Term']).toBe('a trial of 2 months, to 31 December 2026; if both are content, 6 months follow')
    const access = rowsOf({ basis: 'access', term: { periods: 12, atEnd: 'open' } })
    expect(access['Included']).toBe('availability in each month')
    expect(access).not.toHaveProperty('Beyond that')
    expect(access).not.toHaveProperty('What is not used')
    expect(access['Term']).toBe('open, until one of us gives notice')
    expect(rowsOf({ rollover: { periods: null, cap: null } })['What is not used']).toBe(
      'is kept to the end of the term',
    )
  })
})

describe('terms that change, and pauses', () => {
  const versions = (more: object = {}) => [
    { from: day('2026-01-01'), fee: minor(100_000), included: 600 },
    { from: day('2027-01-01'), fee: minor(140_000), included: 900, ...more },
  ]
  const running = { startsOn: day('2026-01-01'), term: { periods: 12, atEnd: 'open' as const } }

  test('stand with what is in force on the day, and what comes in its own line', () => {
    const rows = rowsOf({ ...running, versions: versions({ rollover: { periods: 1, cap: null } }) })
    expect([rows['Fee'], rows['Included']]).toEqual(['€1,000.00 each month, in advance', '10 h each month'])
    expect(rows['From 1 January 2027']).toBe(
      'Fee: €1,400.00 each month, in advance\nIncluded: 15 h each month\nWhat is not used: is kept for one more month',
    )
    const italian = rowsOf({ ...running, versions: versions() }, 'it')
    expect(italian['Dal 1º gennaio 2027']).toBe('Canone: 1.400,00 € ogni mese, in anticipo\nIncluso: 15 h ogni mese')
  })

  test('say a whole first month, an early end, and any day for notice', () => {
    const startsOn = day('2026-11-16')
    const rows = rowsOf({ startsOn, proration: 'none', versions: [{ from: startsOn, fee: minor(1), included: 1 }] })
    expect(rows['First month']).toBe('counts as a whole one, from 16 November 2026')
    expect(rowsOf({ ...running, endsOn: day('2026-12-31') })['Term']).toBe(
      'as agreed since, it ends on 31 December 2026',
    )
    expect(rowsOf(running)['Notice']).toBe('30 days, any day, in writing')
  })

  test('say what is no more', () => {
    const perks = [{ id: 'a', name: 'Desk', minutes: null, count: null, value: minor(0) }]
    const rows = rowsOf({ ...running, perks, versions: versions({ perks: [] }) })
    expect(rows['From 1 January 2027']).toContain('On top: no more')
  })

  test('have the pauses that are not over, beside the terms that were agreed', () => {
    const paused = withPause(versions(), { from: day('2026-10-01'), to: day('2026-12-01') })
    const rows = rowsOf({ ...running, versions: withPause(paused, { from: day('2026-03-01'), to: day('2026-04-01') }) })
    expect(rows['Fee']).toBe('€1,000.00 each month, in advance')
    expect(rows['Pause']).toBe('paused from 1 October 2026 to 30 November 2026: nothing is owed, nothing is granted')
  })
})

describe('a proposal', () => {
  const proposal = {
    problems: [
      { problem: 'Late', outcome: 'On time' },
      { problem: ' ', outcome: '' },
    ],
    service: ' Two articles ',
    doubts: [{ question: 'Why?', answer: 'Because.' }],
    closing: 'Till soon',
  }

  test('says what was written, and nothing where nothing was', () => {
    const { book, retainer } = of({}, 'en', { proposal })
    const paper = proposalPaper(book, retainer, today)
    expect(paper).toMatchObject({ language: 'en', title: 'Proposal', name: 'Proposal Forlì & Co.' })
    expect(wordsOf(paper)).toMatch(
      /^Here is what we talked about.*from 1 November 2026 on\. \| What it is about \| Late \| On time \| The service \| Two articles \| Fee and terms/,
    )
    expect(wordsOf(paper)).toMatch(/What you may ask \| Why\? \| Because\. \| How it goes on \| Till soon$/)
    const blank = proposalPaper(book, { ...retainer, proposal: null }, today)
    expect(wordsOf(blank)).not.toContain('What it is about')
    expect(wordsOf(blank)).toContain('A short answer'.toLowerCase())
  })

  test('has the day on which it was sent; of what was signed without one, that of its start', () => {
    const dayOf = (more: object): string | undefined => {
      const { book, retainer } = of({ startsOn: day('2026-03-01') }, 'en', more)
      return proposalPaper(book, retainer, today).facts[0]?.[1]
    }
    expect(dayOf({})).toBe('22 October 2026')
    expect(dayOf({ status: 'proposed', sentOn: '2026-10-01' })).toBe('1 October 2026')
    expect(dayOf({ status: 'active' })).toBe('1 March 2026')
  })
})

describe('an agreement', () => {
  test.each([
    ['en', 'It is no legal advice', 'Secrecy'],
    ['it', 'Non è una consulenza legale', 'Riservatezza'],
  ] as const)('in %s is a draft in plain language and no legal advice, and says so', (language, advice, clause) => {
    const { book, retainer } = of({}, language)
    const words = wordsOf(agreementPaper(book, retainer, today))
    expect(words).toContain(advice)
    expect(words).toContain(clause)
  })

  test('has the clauses that were written in place of the usual ones, or none', () => {
    const { book, retainer } = of({}, 'en', { proposal: { clauses: [{ title: 'Travel', text: 'Is paid.' }] } })
    const words = wordsOf(agreementPaper(book, retainer, today))
    expect(words).toContain('Travel | Is paid.')
    expect(words).not.toContain('Secrecy')
  })
})

test('the usual doubts are answered from the terms', () => {
  const answers = (terms: Partial<Agreement>): string[] =>
    usualDoubts(of(terms).written).map(({ answer }) => plain(answer))
  expect(answers({})[1]).toContain('10 h each month')
  expect(answers({ rollover: { periods: 2, cap: null } })[1]).toBe(
    'It is not lost: what is not used is kept for 2 more months.',
  )
  expect(answers({ basis: 'access' })[1]).toContain('able to reach me')
  const burnt = (periods: number, atEnd: 'ends' | 'renews' | 'open', noticeDays = 30) =>
    answers({ term: { periods, atEnd }, noticeDays })[2]
  expect(burnt(12, 'ends')).toMatch(/down to the minute\. It is for 12 months, and then it ends by itself\.$/)
  expect(burnt(6, 'renews')).toMatch(/It is for 6 months: tell me 30 days before the end, and you are free\.$/)
  expect(burnt(6, 'renews', 0)).toMatch(/tell me before the end, and you are free\.$/)
  expect(burnt(6, 'open', 1)).toMatch(/With 1 day of notice you are free\.$/)
  expect(burnt(6, 'open', 0)).toMatch(/You can end it any day\.$/)
  expect(answers({ basis: 'access' })[2]).not.toContain('minute')
  expect(answers({ trial: true, term: { periods: 2, atEnd: 'ends' } })[2]).toContain('a trial of 2 months')
})

test('every trade has its problems, in both languages, and no two are alike', () => {
  for (const language of ['en', 'it'] as const) {
    const all = trades.flatMap((trade) => promptsFor(translator(language), trade))
    expect(all).toHaveLength(3 * trades.length)
    expect(new Set(all.map(({ problem }) => problem)).size).toBe(all.length)
  }
})

test('a doubt that was taken as it is usually answered follows the terms; one that was written stays', () => {
  const doubts = [
    { question: 'What if I use less?', answer: 'As it read when it was taken', usual: 'less' },
    { question: 'Why you?', answer: '10 h each month' },
  ]
  const wordsWith = (terms: Partial<Agreement>, language: Language = 'en'): string => {
    const { book, retainer } = of(terms, language, { proposal: { doubts } })
    return wordsOf(proposalPaper(book, retainer, today))
  }
  expect(wordsWith({})).toContain('what you usually need and no more: 10 h each month')
  const other = wordsWith({ rollover: { periods: 2, cap: null } })
  expect(other).toContain('It is not lost: what is not used is kept for 2 more months.')
  expect(other).not.toContain('As it read when it was taken')
  expect(other).toContain('Why you? | 10 h each month')
  expect(wordsWith({}, 'it')).toContain('E se usiamo meno tempo?')
})
