import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { instant, testId } from '#tests/support/agreements.ts'
import {
  AGAIN,
  credits,
  creditsTwice,
  drafts,
  draftsHours,
  issues,
  NOTE,
  pays,
  SECOND,
  takesBackAndDrafts,
  voids,
} from './invoice-givens.ts'
import { CLIENT, counts, MISSING, NEW, type Scenarios } from './scenario.ts'

/** What the world sees: issued, void, taken back. */
export const invoiceIssueScenarios: Pick<Scenarios, 'invoice.issue' | 'invoice.void' | 'invoice.credit'> = {
  'invoice.issue': [
    {
      says: 'gives the first number of the year, today, due as many days later',
      given: (at) => {
        drafts(at)
        at.run('invoice.update', { id: NEW, issuedOn: day('2026-10-30') })
      },
      input: { id: NEW },
      leaves: {
        records: { [NEW]: { status: 'issued', year: 2026, number: 1, issuedOn: '2026-10-22', dueOn: '2026-11-06' } },
      },
    },
    {
      says: 'gives the next number, on the day of the last one at the earliest',
      given: (at) => {
        issues(at)
        drafts(at)
      },
      input: { id: SECOND, on: day('2026-10-20') },
      leaves: { records: { [SECOND]: { number: 2, issuedOn: '2026-10-20', dueOn: '2026-11-04' } } },
    },
    {
      says: 'is of no day before the last one of the series',
      given: (at) => {
        issues(at)
        drafts(at)
      },
      input: { id: SECOND, on: day('2026-10-19') },
      refused: { code: 'issuedLater', field: 'on', last: day('2026-10-20') },
    },
    {
      says: 'begins again in another year',
      given: (at) => {
        drafts(at)
        at.now = instant('2027-01-02T08:00:00Z')
        at.run('invoice.issue', { id: NEW, on: day('2027-01-02') })
        drafts(at)
      },
      input: { id: SECOND, on: day('2026-12-31') },
      leaves: { records: { [SECOND]: { year: 2026, number: 1 } } },
    },
    {
      says: 'keeps who it is to, though the user has not said who they are',
      given: drafts,
      input: { id: NEW },
      leaves: { records: { [NEW]: { parties: { client: { name: 'Halden & Reyes' }, issuer: { name: '' } } } } },
    },
    {
      says: 'does not take the number of a void one',
      given: (at) => {
        voids(at)
        drafts(at)
      },
      input: { id: SECOND },
      leaves: { records: { [SECOND]: { number: 2 } } },
    },
    {
      says: 'is of no day to come',
      given: drafts,
      input: { id: NEW, on: day('2026-10-23') },
      refused: { code: 'inFuture', field: 'on' },
    },
    {
      says: 'needs lines',
      given: (at) => void at.run('invoice.draft', { clientId: CLIENT }),
      input: { id: NEW },
      refused: { code: 'required', field: 'lines' },
    },
    {
      says: 'asks for no less than nothing',
      given: (at) =>
        void at.run('invoice.draft', { clientId: CLIENT, lines: [{ kind: 'adjustment', unitPrice: minor(-1) }] }),
      input: { id: NEW },
      refused: { code: 'belowZero' },
    },
    {
      says: 'may come to nothing',
      given: (at) =>
        void at.run('invoice.draft', { clientId: CLIENT, lines: [{ kind: 'other', unitPrice: minor(0) }] }),
      input: { id: NEW },
      leaves: { records: { [NEW]: { status: 'issued' } } },
    },
    {
      says: 'issues a credit note in the same series',
      given: credits,
      input: { id: testId(6) },
      leaves: { records: { [testId(6)]: { number: 2, status: 'issued', left: [{ amount: 100_000 }] } } },
    },
    {
      says: 'does not charge again what a credit note took back that was thrown away since',
      given: (at) => {
        takesBackAndDrafts(at)
        at.run('invoice.discard', { id: NOTE })
      },
      input: { id: AGAIN },
      refused: { code: 'alreadyBilled', field: 'lines.0' },
    },
    {
      says: 'does not charge again what a credit note takes back that may yet be thrown away',
      given: takesBackAndDrafts,
      input: { id: AGAIN },
      refused: { code: 'alreadyBilled', field: 'lines.0' },
    },
    {
      says: 'charges again what was taken back',
      given: (at) => {
        takesBackAndDrafts(at)
        at.run('invoice.issue', { id: NOTE })
      },
      input: { id: AGAIN },
      leaves: { records: { [AGAIN]: { status: 'issued', number: 3 } } },
    },
    { says: 'is done once', given: issues, input: { id: NEW }, refused: { code: 'notDraft' } },
    { says: 'needs the draft', input: { id: MISSING }, refused: { code: 'notFound', what: 'invoice' } },
  ],
  'invoice.void': [
    {
      says: 'keeps the number',
      given: issues,
      input: { id: NEW },
      leaves: { records: { [NEW]: { status: 'void', number: 1 } } },
    },
    { says: 'is for what was issued', given: drafts, input: { id: NEW }, refused: { code: 'notIssued' } },
    { says: 'is done once', given: voids, input: { id: NEW }, refused: { code: 'notIssued' } },
    { says: 'keeps what was paid', given: pays, input: { id: NEW }, refused: { code: 'hasPayments' } },
    {
      says: 'keeps what has a credit note, be it a draft',
      given: credits,
      input: { id: NEW },
      refused: { code: 'hasCredits' },
    },
    {
      says: 'keeps a credit note on which a later one builds',
      given: creditsTwice,
      input: { id: testId(6) },
      refused: { code: 'hasCredits' },
    },
    {
      says: 'voids the last credit note',
      given: creditsTwice,
      input: { id: testId(8) },
      leaves: { records: { [testId(8)]: { status: 'void', number: 3 }, [testId(6)]: { status: 'issued' } } },
    },
    { says: 'needs the invoice', input: { id: MISSING }, refused: { code: 'notFound', what: 'invoice' } },
  ],
  'invoice.credit': [
    {
      says: 'drafts a note for the whole',
      given: issues,
      input: { id: NEW },
      leaves: {
        records: {
          [testId(6)]: {
            type: 'creditNote',
            status: 'draft',
            credits: NEW,
            number: null,
            year: null,
            issuedOn: '2026-10-22',
            dueOn: '2026-11-06',
            left: [{ amount: 100_000 }],
            lines: [{ id: SECOND, creditsLineId: testId(4), quantity: -1, amount: -100_000, text: 'Workshop' }],
          },
        },
      },
    },
    {
      says: 'drafts a note for a part',
      given: issues,
      input: { id: NEW, lines: [{ lineId: testId(4), amount: minor(30_000) }], billAgain: true },
      leaves: { records: { [testId(6)]: { lines: [{ quantity: -1, unitPrice: 30_000, amount: -30_000 }] } } },
    },
    {
      says: 'waits until the time is counted: only then is it known what of it was too much',
      given: counts((at) => {
        draftsHours(at)
        at.run('invoice.issue', { id: NEW, on: day('2026-10-20') })
      }),
      input: { id: NEW },
      refused: { code: 'stillCounting' },
    },
    {
      says: 'takes back no more than is left, drafts counted',
      given: credits,
      input: { id: NEW, lines: [{ lineId: testId(4), amount: minor(1) }] },
      refused: { code: 'creditTooMuch', field: 'lines.0', left: 0, currency: 'EUR' },
    },
    { says: 'takes back nothing twice', given: credits, input: { id: NEW }, refused: { code: 'nothingToCredit' } },
    { says: 'is for what was issued', given: drafts, input: { id: NEW }, refused: { code: 'notIssued' } },
    {
      says: 'is not for a credit note',
      given: creditsTwice,
      input: { id: testId(6) },
      refused: { code: 'notIssued' },
    },
    { says: 'needs the invoice', input: { id: MISSING }, refused: { code: 'notFound', what: 'invoice' } },
  ],
}
