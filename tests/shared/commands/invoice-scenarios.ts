import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import { testId } from '#tests/support/agreements.ts'
import { credits, drafts, draftsHours, issues, october, SECOND, workshop } from './invoice-givens.ts'
import { CLIENT, MISSING, NEW, type Scenarios } from './scenario.ts'

/** Drafts. */
export const invoiceScenarios: Pick<Scenarios, 'invoice.draft' | 'invoice.update' | 'invoice.discard'> = {
  'invoice.draft': [
    {
      says: 'is as the client and the preferences have it, and has no number',
      input: { clientId: CLIENT, lines: [workshop] },
      leaves: {
        records: {
          [NEW]: {
            type: 'invoice',
            status: 'draft',
            year: null,
            number: null,
            issuedOn: '2026-10-22',
            dueOn: '2026-11-06',
            currency: 'EUR',
            language: 'en',
            credits: null,
            tax: { vat: { basisPoints: 0 }, withholdingBasisPoints: 0 },
            lines: [{ id: testId(4), text: 'Workshop', quantity: 1, unit: 'unit', amount: 100_000 }],
          },
        },
      },
    },
    {
      says: 'works out amounts, hours by the second; a line may have a VAT of its own',
      input: {
        clientId: CLIENT,
        issuedOn: day('2026-10-25'),
        currency: 'USD',
        language: 'it',
        note: 'Grazie',
        lines: [{ ...october, quantity: 9000, unit: 'hour', unitPrice: minor(3333), vat: { basisPoints: 2200 } }],
      },
      leaves: {
        records: {
          [NEW]: {
            issuedOn: '2026-10-25',
            dueOn: '2026-11-09',
            currency: 'USD',
            language: 'it',
            note: 'Grazie',
            lines: [{ amount: 8333, vat: { basisPoints: 2200, reason: '' } }],
          },
        },
      },
    },
    {
      says: 'follows the client’s own tax',
      given: (at) =>
        void at.run('client.update', {
          id: CLIENT,
          billing: { withholds: true, vat: { basisPoints: 0, reason: 'N2.1' } },
        }),
      input: { clientId: CLIENT, lines: [workshop] },
      leaves: { records: { [NEW]: { tax: { vat: { reason: 'N2.1' } }, lines: [{ vat: { reason: 'N2.1' } }] } } },
    },
    { says: 'may be empty for now', input: { clientId: CLIENT }, leaves: { records: { [NEW]: { lines: [] } } } },
    { says: 'needs the client', input: { clientId: MISSING }, refused: { code: 'notFound', what: 'client' } },
    {
      says: 'is not due before it is issued',
      input: { clientId: CLIENT, dueOn: day('2026-10-21') },
      refused: { code: 'dueBeforeIssue', field: 'dueOn' },
    },
    {
      says: 'may be due on the day it is issued',
      input: { clientId: CLIENT, dueOn: day('2026-10-22') },
      leaves: { records: { [NEW]: { dueOn: '2026-10-22' } } },
    },
    {
      says: 'does not bill what is on another draft',
      given: draftsHours,
      input: { clientId: CLIENT, lines: [workshop, october] },
      refused: { code: 'alreadyBilled', field: 'lines.1' },
    },
    {
      says: 'bills another month, another kind, and adjustments as often as they come',
      given: draftsHours,
      input: {
        clientId: CLIENT,
        lines: [
          { ...october, period: day('2026-09-01') },
          { ...october, kind: 'fee' },
          { ...october, kind: 'adjustment' },
          { ...october, engagementId: CLIENT },
        ],
      },
      leaves: { records: { [SECOND]: { lines: [{}, {}, {}, {}] } } },
    },
    {
      says: 'bills again what is on a void one',
      given: (at) => {
        draftsHours(at)
        at.run('invoice.issue', { id: NEW })
        at.run('invoice.void', { id: NEW })
      },
      input: { clientId: CLIENT, lines: [october] },
      leaves: { records: { [SECOND]: { status: 'draft' } } },
    },
    {
      says: 'does not bill a milestone twice, wherever its day is',
      given: (at) =>
        void at.run('invoice.draft', {
          clientId: CLIENT,
          lines: [{ ...october, kind: 'milestone', milestoneId: testId(77) }],
        }),
      input: {
        clientId: CLIENT,
        lines: [{ ...october, kind: 'milestone', milestoneId: testId(77), period: day('2026-11-01') }],
      },
      refused: { code: 'alreadyBilled', field: 'lines.0' },
    },
    {
      says: 'has each line once',
      input: {
        clientId: CLIENT,
        lines: [
          { ...workshop, id: testId(70) },
          { ...workshop, id: testId(70) },
        ],
      },
      refused: { code: 'invalid', field: 'lines' },
    },
  ],
  'invoice.update': [
    {
      says: 'rewrites what is named; the day it is due on moves along',
      given: drafts,
      input: { id: NEW, issuedOn: day('2026-10-24'), note: 'Soon', lines: [{ ...october, id: testId(4) }, workshop] },
      leaves: {
        records: {
          [NEW]: {
            issuedOn: '2026-10-24',
            dueOn: '2026-11-08',
            note: 'Soon',
            language: 'en',
            lines: [
              { id: testId(4), kind: 'hours', amount: 100 },
              { id: SECOND, amount: 100_000 },
            ],
          },
        },
      },
    },
    {
      says: 'keeps its lines and its days where they are not named',
      given: drafts,
      input: { id: NEW, dueOn: day('2026-12-31') },
      leaves: { records: { [NEW]: { issuedOn: '2026-10-22', dueOn: '2026-12-31', lines: [{ id: testId(4) }] } } },
    },
    {
      says: 'may keep what it bills',
      given: draftsHours,
      input: { id: NEW, lines: [october] },
      leaves: { records: { [NEW]: { lines: [{ kind: 'hours' }] } } },
    },
    {
      says: 'does not bill what is on another draft',
      given: (at) => {
        drafts(at)
        draftsHours(at)
      },
      input: { id: NEW, lines: [october] },
      refused: { code: 'alreadyBilled', field: 'lines.0' },
    },
    {
      says: 'is not due before it is issued',
      given: drafts,
      input: { id: NEW, issuedOn: day('2026-10-24'), dueOn: day('2026-10-23') },
      refused: { code: 'dueBeforeIssue', field: 'dueOn' },
    },
    { says: 'is for drafts', given: issues, input: { id: NEW, note: 'x' }, refused: { code: 'notDraft' } },
    { says: 'needs the draft', input: { id: MISSING }, refused: { code: 'notFound', what: 'invoice' } },
    {
      says: 'leaves the lines of a credit note alone',
      given: credits,
      input: { id: testId(6), lines: [] },
      refused: { code: 'creditNoteLines' },
    },
    {
      says: 'changes the note on a credit note',
      given: credits,
      input: { id: testId(6), note: 'Wrong month' },
      leaves: { records: { [testId(6)]: { note: 'Wrong month', type: 'creditNote' } } },
    },
  ],
  'invoice.discard': [
    { says: 'leaves no trace', given: drafts, input: { id: NEW }, leaves: { records: { [NEW]: null } } },
    { says: 'is for drafts', given: issues, input: { id: NEW }, refused: { code: 'notDraft' } },
    { says: 'needs the draft', input: { id: MISSING }, refused: { code: 'notFound', what: 'invoice' } },
  ],
}
