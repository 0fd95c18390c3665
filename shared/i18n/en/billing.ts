import files from './billing-files.ts'
import place from './billing-place.ts'
import invoice from './billing-invoice.ts'
import paper from './billing-paper.ts'

/** Invoices, payments, other currencies. */
export default {
  place,
  accountant: files.accountant,
  bank: files.bank,
  invoice,
  paper,
  /** Since when a client is billed here. */
  from: {
    menu: 'Billed here from…',
    title: 'Since when {client} is billed here',
    words:
      'What falls due from this day on stays among what is to be invoiced until it is. What fell due before was billed elsewhere, or is given up. A fee falls due on the first day of its period; hours, and what goes past a period, on the day after it.',
    same: 'To invoice by now: {sum}.',
    effect: 'To invoice by now: {after} instead of {before}.',
    save: 'Save',
    saved: 'Changed since when {client} is billed here',
    fact: 'Billed here since {day}.',
    imported:
      'What falls due from {day} on is billed here; what fell due before counts as billed elsewhere. Each client’s menu has that day.',
  },
  /** Work that was tracked here for months and never billed here. */
  elsewhere: {
    asks: '<b>{sum} has been waiting since {since}, and nothing of it was ever billed here.</b> If it was billed elsewhere, say from which day on you bill here.',
    answer: 'Say the day…',
    keep: 'All of it is to be billed here',
    kept: 'It stays among what is to be invoiced',
    title: 'From which day on do you bill here?',
    clients: 'It goes for {clients}. Each client’s menu can say another day.',
    day: 'Billed here from',
    said: 'Billed here from {day} on',
  },
  /** Lines of invoices, in the client's language. */
  line: {
    service: 'Services',
    plain: '{name}, {when}',
    overTime: '{name}, {when}: {over} past the agreed time',
    over: '{name}, {when}: past what was agreed',
    topUp: '{name}, {when}: extra time',
    adjustment: '{name}, {when}: adjustment',
    part: '{name}: {part}',
  },
  did: {
    from: 'since when it is billed here',
    drafted: 'a new draft',
    draftChanged: 'a draft invoice',
    draftDiscarded: 'a draft discarded',
    issued: 'an invoice issued',
    voided: 'an invoice voided',
    credited: 'a draft credit note',
    paid: 'a payment',
    paidMany: 'payments from the bank',
    paymentRemoved: 'a payment removed',
    rateSet: 'an exchange rate',
    rateRemoved: 'an exchange rate removed',
  },
  refusal: {
    notDraft: 'It has been issued, so it stays as it is. A credit note corrects it',
    notIssued: 'Only an issued invoice takes this',
    alreadyBilled: 'This is on another invoice or draft already',
    dueBeforeIssue: 'It cannot be due before the day it is issued',
    issuedLater: 'The last invoice of this series is of {day}; this one cannot be earlier',
    belowZero: 'It comes to less than nothing. Give it back with a credit note, or wait for the next invoice',
    creditNoteLines: 'A credit note’s lines come from its invoice. Discard it and make another',
    nothingToCredit: 'There is nothing to take back',
    creditTooMuch: 'That is more than is left of it: {left}',
    hasPayments: 'It has been paid, whole or in part, so it stays. A credit note corrects it',
    hasCredits: 'A credit note builds on it. That one has to go first',
    paysCreditNote: 'Money goes to the invoice that the credit note corrects',
    refundTooMuch: 'That is more than has come in for it: {paid}',
    ownCurrency: 'This is your own currency; it needs no rate',
  },
} as const
