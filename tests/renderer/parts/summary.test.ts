import { describe, expect, test } from 'vitest'
import { summary } from '#renderer/parts/summary.ts'
import { plain, spokenParts } from '#renderer/parts/spoken-marks.ts'
import { formatter } from '#shared/i18n/format.ts'
import { translator } from '#shared/i18n/languages.ts'
import { day } from '#shared/kernel/day.ts'
import { agreementSchema, type Agreement } from '#shared/model/agreement.ts'
import type { Language } from '#shared/model/quantities.ts'

const agreementOf = (more: object = {}): Agreement =>
  agreementSchema.parse({
    basis: 'hours',
    currency: 'EUR',
    listRate: 10_000,
    startsOn: '2026-05-01',
    period: { every: 'month', anchor: 'calendar' },
    term: { periods: 12, atEnd: 'renews' },
    noticeDays: 60,
    proration: 'days',
    rollover: { periods: 1, cap: 300 },
    overage: { policy: 'bill', rate: 12_000 },
    versions: [{ from: '2026-05-01', fee: 100_000, included: 600 }],
    ...more,
  })

const say = (language: Language, agreement: Agreement, agreed?: Agreement): string =>
  summary(translator(language), formatter(language), {
    agreement,
    client: 'Studio Aperta',
    today: day('2026-10-22'),
    agreed,
  })
const words = (language: Language, more: object): string =>
  plain(say(language, agreementOf(more))).replaceAll('\u00a0', ' ')

test('every rule of an agreement stands in its sentence', () => {
  expect(words('en', {})).toBe(
    'Studio Aperta pays €1,000 on the first of each month for 10 h. Past that an hour costs €120. ' +
      'Unused time carries over for one month, up to 5 h. ' +
      'The year ends on 30 April 2027 and renews, unless one of us gives notice 60 days before.',
  )
  expect(words('it', {})).toBe(
    'Studio Aperta paga 1.000 € il primo di ogni mese per 10 h. Oltre, un’ora costa 120 €. ' +
      'Il tempo non usato si riporta per un mese, fino a 5 h. ' +
      'L’anno finisce il 30 aprile 2027 e si rinnova, salvo disdetta 60 giorni prima.',
  )
})

describe.each<[what: string, more: object, en: string, it: string]>([
  [
    'the list rate where none is written',
    { overage: { policy: 'bill' } },
    'an hour costs €100.',
    'un’ora costa 100 €.',
  ],
  [
    'absorbed',
    { overage: { policy: 'absorb' } },
    'Past that you work without charge.',
    'Oltre, lavori senza compenso.',
  ],
  [
    'borrowed',
    { overage: { policy: 'borrow' } },
    'Past that, time is borrowed from the next month.',
    'Oltre, il tempo si prende in prestito dal mese dopo.',
  ],
  [
    'lapses',
    { rollover: null },
    'Unused time lapses at the end of the month.',
    'Il tempo non usato scade a fine mese.',
  ],
  [
    'some months, without a cap',
    { rollover: { periods: 3, cap: null } },
    'carries over for 3 months.',
    'si riporta per 3 mesi.',
  ],
  [
    'to the end of the term',
    { rollover: { periods: null, cap: null } },
    'carries over to the end of the term.',
    'si riporta fino alla scadenza.',
  ],
  [
    'to the end of the term, capped',
    { rollover: { periods: null, cap: 90 } },
    'to the end of the term, up to 1 h 30 min.',
    'fino alla scadenza, al massimo 1 h 30 min.',
  ],
  [
    'a term that ends',
    { term: { periods: 6, atEnd: 'ends' }, noticeDays: 1 },
    'The six months end on 31 October 2026; to go on, we agree 1 day before.',
    'I sei mesi finiscono il 31 ottobre 2026; per continuare ci accordiamo 1 giorno prima.',
  ],
  [
    'a month that ends, without a day to speak by',
    { term: { periods: 1, atEnd: 'ends' }, noticeDays: 0 },
    'The month ends on 31 May 2026.',
    'Il mese finisce il 31 maggio 2026.',
  ],
  [
    'renews without notice',
    { term: { periods: 18, atEnd: 'renews' }, noticeDays: 0 },
    'The 18 months end on 31 October 2027 and renew, unless one of us says otherwise.',
    'I 18 mesi finiscono il 31 ottobre 2027 e si rinnovano, salvo disdetta.',
  ],
  [
    'open',
    { term: { periods: 12, atEnd: 'open' }, noticeDays: 30 },
    'It stays open, month by month; either of us ends it with 30 days’ notice.',
    'Resta aperto, di mese in mese: ognuno di noi può chiuderlo con 30 giorni di preavviso.',
  ],
  [
    'open without notice',
    { term: { periods: 12, atEnd: 'open' }, noticeDays: 0 },
    'either of us ends it any day.',
    'ognuno di noi può chiuderlo in ogni momento.',
  ],
  [
    'a first month by its days',
    { startsOn: '2026-04-16', versions: [{ from: '2026-04-16', fee: 100_000, included: 600 }] },
    'The first month begins on 16 April 2026: €500 for 5 h.',
    'Il primo mese comincia il 16 aprile 2026: 500 € per 5 h.',
  ],
  [
    'a first month as a whole one',
    { startsOn: '2026-04-08', proration: 'none', versions: [{ from: '2026-04-08', fee: 100_000, included: 600 }] },
    'The first month begins on 8 April 2026 and counts as a whole one.',
    'Il primo mese comincia l’8 aprile 2026 e conta per intero.',
  ],
  [
    'deliverables',
    {
      basis: 'deliverables',
      rollover: { periods: 1, cap: 2 },
      overage: { policy: 'bill', rate: 50_000 },
      versions: [{ from: '2026-05-01', fee: 200_000, included: 4 }],
    },
    'pays €2,000 on the first of each month for 4 deliverables. Past that each one costs €500. What is not asked for carries over for one month, up to 2 deliverables.',
    'paga 2.000 € il primo di ogni mese per 4 consegne. Oltre, ognuna costa 500 €. Quello che non viene chiesto si riporta per un mese, fino a 2 consegne.',
  ],
  [
    'access',
    { basis: 'access', versions: [{ from: '2026-05-01', fee: 30_000, included: 0 }] },
    'pays €300 on the first of each month to have you on call. The year ends',
    'paga 300 € il primo di ogni mese per averti a disposizione. L’anno finisce',
  ],
  [
    'by the quarter',
    {
      period: { every: 'quarter', anchor: 'calendar' },
      startsOn: '2026-04-01',
      term: { periods: 4, atEnd: 'renews' },
      rollover: { periods: 2, cap: null },
      versions: [{ from: '2026-04-01', fee: 300_000, included: 1800 }],
    },
    'pays €3,000 at the start of each quarter for 30 h. Past that an hour costs €120. Unused time carries over for 2 quarters. The four quarters end on 31 March 2027 and renew',
    'paga 3.000 € all’inizio di ogni trimestre per 30 h. Oltre, un’ora costa 120 €. Il tempo non usato si riporta per 2 trimestri. I quattro trimestri finiscono il 31 marzo 2027 e si rinnovano',
  ],
  [
    'from the day on which it starts',
    {
      period: { every: 'month', anchor: 'anniversary' },
      startsOn: '2026-05-22',
      versions: [{ from: '2026-05-22', fee: 100_000, included: 600 }],
    },
    'on the 22nd of each month',
    'il 22 di ogni mese',
  ],
  [
    'by the year, from the day on which it starts',
    {
      period: { every: 'year', anchor: 'anniversary' },
      startsOn: '2026-05-11',
      term: { periods: 1, atEnd: 'renews' },
      rollover: null,
      overage: { policy: 'borrow' },
      versions: [{ from: '2026-05-11', fee: 100_000, included: 600 }],
    },
    'every year on 11 May for 10 h. Past that, time is borrowed from the next year. Unused time lapses at the end of the year. The year ends on 10 May 2027 and renews',
    'ogni anno l’11 maggio per 10 h. Oltre, il tempo si prende in prestito dall’anno dopo. Il tempo non usato scade a fine anno. L’anno finisce il 10 maggio 2027 e si rinnova',
  ],
  [
    'terms that are agreed for later, which are not in force yet',
    {
      versions: [
        { from: '2026-05-01', fee: 100_000, included: 600 },
        { from: '2027-01-01', fee: 140_000, included: 900, rollover: null, overage: { policy: 'bill', rate: 13_000 } },
      ],
    },
    'pays €1,000 on the first of each month for 10 h. Past that an hour costs €120. Unused time carries over for one month, up to 5 h. From 1 January 2027 it is €1,400 a month for 15 h. Past that an hour costs €130. Unused time lapses at the end of the month. The year ends',
    'paga 1.000 € il primo di ogni mese per 10 h. Oltre, un’ora costa 120 €. Il tempo non usato si riporta per un mese, fino a 5 h. Dal 1º gennaio 2027 sono 1.400 € al mese per 15 h. Oltre, un’ora costa 130 €. Il tempo non usato scade a fine mese. L’anno finisce',
  ],
  [
    'perks and rounding that are no more from a day on',
    {
      perks: [{ id: 'a', name: 'Desk', minutes: null }],
      rounding: { mode: 'up', minutes: 15 },
      versions: [
        { from: '2026-05-01', fee: 100_000, included: 600 },
        { from: '2027-01-01', fee: 100_000, included: 600, perks: [], rounding: { mode: 'none' } },
      ],
    },
    'On top: Desk. Each entry counts up to the next 15 minutes. From 1 January 2027 it is €1,000 a month for 10 h. Nothing comes on top any more. Entries count to the second again.',
    'In più: Desk. Ogni voce conta arrotondata per eccesso a 15 minuti. Dal 1º gennaio 2027 sono 1.000 € al mese per 10 h. In più non c’è più niente. Le voci contano di nuovo al secondo.',
  ],
  [
    'a pause that holds, under the terms that were agreed',
    {
      versions: [
        { from: '2026-05-01', fee: 100_000, included: 600 },
        { from: '2026-10-01', fee: 0, included: 0, isPause: true, insteadOf: { fee: 100_000, included: 600 } },
        { from: '2026-12-01', fee: 100_000, included: 600 },
      ],
    },
    'pays €1,000 on the first of each month for 10 h. Past that an hour costs €120. Unused time carries over for one month, up to 5 h. It is paused until 30 November: nothing is owed and nothing granted. The year ends',
    'paga 1.000 € il primo di ogni mese per 10 h. Oltre, un’ora costa 120 €. Il tempo non usato si riporta per un mese, fino a 5 h. È in pausa fino al 30 novembre: niente da pagare e niente di incluso. L’anno finisce',
  ],
  [
    'a pause to come; one that is over is not told',
    {
      versions: [
        { from: '2026-05-01', fee: 0, included: 0, isPause: true, insteadOf: { fee: 100_000, included: 600 } },
        { from: '2026-06-01', fee: 100_000, included: 600 },
        { from: '2026-12-01', fee: 0, included: 0, isPause: true, insteadOf: { fee: 100_000, included: 600 } },
        { from: '2027-02-01', fee: 100_000, included: 600 },
      ],
    },
    'up to 5 h. It is paused from 1 December to 31 January 2027: nothing',
    'fino a 5 h. È in pausa dal 1º dicembre al 31 gennaio 2027: niente',
  ],
  [
    'a trial',
    { term: { periods: 2, atEnd: 'ends' }, trial: true, leadsTo: 6, noticeDays: 10 },
    'we agree 10 days before. It is a trial: if it is kept, 6 months follow.',
    'ci accordiamo 10 giorni prima. È una prova: se va bene seguono 6 mesi.',
  ],
  [
    'rounding up, and other alerts',
    { rounding: { mode: 'up', minutes: 15 }, alerts: [50, 90] },
    'Each entry counts up to the next 15 minutes. You are told at 50% and 90% of it.',
    'Ogni voce conta arrotondata per eccesso a 15 minuti. Ricevi un avviso al 50% e al 90%.',
  ],
  [
    'rounding to the nearest, and no alerts',
    { rounding: { mode: 'nearest', minutes: 5 }, alerts: [] },
    'Each entry counts to the nearest 5 minutes. You are not told as it is used up.',
    'Ogni voce conta arrotondata ai 5 minuti più vicini. Mentre si consuma non ricevi avvisi.',
  ],
])('%s', (_, more, en, it) => {
  test('in English', () => expect(words('en', more)).toContain(en))
  test('in Italian', () => expect(words('it', more)).toContain(it))
})

test('only what is not as it was agreed is marked as changed', () => {
  const changed = (more: object): string[] =>
    spokenParts(say('en', agreementOf(more), agreementOf()))
      .filter((part) => part.emphasis === 'changed')
      .map((part) => part.text.replaceAll('\u00a0', ' '))
  expect(changed({})).toEqual([])
  expect(changed({ rollover: { periods: 1, cap: 180 } })).toEqual(['3 h'])
  expect(changed({ versions: [{ from: '2026-05-01', fee: 90_000, included: 600 }] })).toEqual(['€900'])
  // The rate that is written is the one that holds anyway: nothing changes.
  expect(changed({ overage: { policy: 'bill', rate: 12_000 } })).toEqual([])
})
