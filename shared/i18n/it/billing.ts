import type { Translation } from '../translation.ts'
import type en from '../en/billing.ts'

import files from './billing-files.ts'
import place from './billing-place.ts'
import invoice from './billing-invoice.ts'
import paper from './billing-paper.ts'

export default {
  place,
  accountant: files.accountant,
  bank: files.bank,
  invoice,
  paper,
  from: {
    menu: 'Si fattura qui da…',
    title: 'Da quando si fattura qui a {client}',
    words:
      'Quello che matura da questo giorno resta da fatturare finché non lo fatturi. Quello che è maturato prima è stato fatturato altrove, o vi rinunci. Un compenso matura il primo giorno del suo periodo; le ore, e quello che va oltre un periodo, il giorno dopo la sua fine.',
    same: 'Da fatturare a oggi: {sum}.',
    effect: 'Da fatturare a oggi: {after} invece di {before}.',
    save: 'Salva',
    saved: 'Cambiato da quando si fattura qui a {client}',
    fact: 'Si fattura qui {day}.',
    imported:
      'Si fattura qui quello che matura {day}; quello che è maturato prima conta come fatturato altrove. Il giorno si cambia nel menu di ogni cliente.',
  },
  elsewhere: {
    asks: '<b>Ci sono {sum} da fatturare {since}, e qui non ne hai mai fatturato nulla.</b> Se li hai fatturati altrove, indica da quale giorno fatturi qui.',
    answer: 'Indica il giorno…',
    keep: 'È tutto da fatturare qui',
    kept: 'Resta tutto da fatturare',
    title: 'Da quale giorno fatturi qui?',
    clients: 'Vale per {clients}. Nel menu di ogni cliente si può indicare un altro giorno.',
    day: 'Si fattura qui da',
    said: 'Si fattura qui {day}',
  },
  line: {
    service: 'Servizi',
    plain: '{name}, {when}',
    overTime: '{name}, {when}: {over} oltre il tempo concordato',
    over: '{name}, {when}: oltre quanto concordato',
    topUp: '{name}, {when}: ore in più',
    adjustment: '{name}, {when}: conguaglio',
    part: '{name}: {part}',
  },
  did: {
    from: 'da quando si fattura qui',
    drafted: 'una nuova bozza',
    draftChanged: 'una bozza di fattura',
    draftDiscarded: 'una bozza scartata',
    issued: 'una fattura emessa',
    voided: 'una fattura annullata',
    credited: 'una bozza di nota di credito',
    paid: 'un pagamento',
    paidMany: 'pagamenti dalla banca',
    paymentRemoved: 'un pagamento tolto',
    rateSet: 'un cambio',
    rateRemoved: 'un cambio tolto',
  },
  refusal: {
    notDraft: 'È già emessa, quindi resta com’è. La corregge una nota di credito',
    notIssued: 'Vale solo per una fattura emessa',
    alreadyBilled: 'Questo è già su un’altra fattura o bozza',
    dueBeforeIssue: 'Non può scadere prima del giorno in cui è emessa',
    issuedLater: 'L’ultima fattura di questa serie è del {day}: questa non può essere precedente',
    belowZero: 'Il totale è sotto zero. Restituiscilo con una nota di credito o aspetta la prossima fattura',
    creditNoteLines: 'Le righe di una nota di credito vengono dalla sua fattura. Scartala e fanne un’altra',
    nothingToCredit: 'Non c’è niente da stornare',
    creditTooMuch: 'È più di quanto ne resta: {left}',
    hasPayments: 'È stata pagata, tutta o in parte, quindi resta. La corregge una nota di credito',
    hasCredits: 'C’è una nota di credito che ne dipende. Va tolta prima quella',
    paysCreditNote: 'I soldi vanno sulla fattura che la nota di credito corregge',
    refundTooMuch: 'È più di quanto è entrato: {paid}',
    ownCurrency: 'È la tua valuta: non le serve un cambio',
  },
} satisfies Translation<typeof en>
