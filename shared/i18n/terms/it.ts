import type { Explanations } from './index.ts'

export default {
  basis: {
    text: 'Che cosa compra il canone a ogni periodo: ore di lavoro, un numero di cose finite, o la tua disponibilità.',
    example:
      '10 ore al mese; oppure 4 articoli al mese; oppure una risposta entro un giorno, per quanto lavoro ne venga.',
  },
  rollover: {
    text: 'Che ne è delle ore che un cliente ha pagato e non usato: scadono a fine periodo, o si riportano per un po’.',
    example:
      '10 h concordate, 7 h usate, riportate per un mese: il mese dopo ha 13 h. Quel che resta allora delle 3 h è perso.',
  },
  overage: {
    text: 'Il lavoro oltre quanto concordato. Si può fatturare a una tariffa, regalare, o togliere dal periodo dopo.',
    example: '10 h concordate, 12:30 lavorate, oltre a 120 l’ora: 2:30 in più, quindi 300 sulla prossima fattura.',
  },
  topUp: {
    text: 'Ore in più per un periodo, vendute o regalate, mentre l’accordo resta com’è. Non scadono finché l’accordo va avanti.',
    example: 'Un lancio a maggio: 5 h in più per 450. Giugno ha di nuovo le sue 10 h.',
  },
  trial: {
    text: 'Una prima durata breve, per capire da entrambe le parti se va bene. Finisce da sola, e dice quale durata più lunga seguirebbe.',
    example: 'Tre mesi di prova, poi sei: nel secondo mese parlate di come andare avanti.',
  },
  notice: {
    text: 'Quanto prima della fine uno dei due deve dire che non si va avanti. Fino a quel giorno nessuno deve dire niente.',
    example: 'Si rinnova il 1º luglio con 30 giorni di preavviso: fino al 1º giugno ognuno può ancora dire di no.',
  },
  ladder: {
    text: 'Dalla prova a durate sempre più lunghe: ognuna che va bene rende più facile concordare la prossima.',
    example: 'Una prova di tre mesi, poi sei, poi dodici.',
  },
  proration: {
    text: 'Un primo o ultimo periodo che non è intero: canone e ore in base ai giorni, o tutto di entrambi.',
    example: 'Comincia il 16 aprile, 15 giorni su 30: metà di 1.000 per metà di 10 h.',
  },
  rounding: {
    text: 'Come conta una voce per il cliente, a tanti minuti alla volta. Quanto si è lavorato resta com’era.',
    example: 'Per eccesso a 15 minuti: una telefonata di 8 minuti conta 15.',
  },
  perk: {
    text: 'Qualcosa in più, al posto di uno sconto: dei minuti, un numero di cose, o una promessa. Ha un valore suo e non tocca le ore concordate.',
    example: 'Una telefonata di 30 minuti al mese, che vale 50: sta nella proposta, e non si paga.',
  },
  adjustment: {
    text: 'Che cosa è cambiato in un periodo dopo che è stato chiuso e mandato. Il resoconto resta com’è; la differenza sta nel prossimo.',
    example:
      'Maggio è chiuso con 9 h; a giugno se ne trova un’altra. Il resoconto di giugno dice: 1 h in più per maggio.',
  },
  pace: {
    text: 'Le ore usate rispetto ai giorni passati, e in che giorno finirebbe il resto se i prossimi giorni sono come gli ultimi 20 lavorativi.',
    example: 'Il 10 sono usate 6 di 10 h: a questo ritmo finiscono il 17.',
  },
  listRate: {
    text: 'Quanto costa una tua ora a chi la compra da sola. Tutto il resto si misura su questa.',
    example: 'Con un listino di 100, un accordo di 10 h per 900 regala il 10%.',
  },
  effectiveRate: {
    text: 'Quanto ha reso davvero un’ora: tutto quello che è entrato, diviso per tutto il tempo lavorato.',
    example: '1.000 al mese e 12:30 lavorate: 80 l’ora, qualunque cosa dica l’accordo.',
  },
  breakEven: {
    text: 'Tanto tempo in più costa quanto costerebbe lo sconto. Se ne dai di meno, ti conviene dare tempo e non denaro.',
    example: '10 h a 100 con il 10% di sconto, oppure 1 h 7 min in più a canone intero: un’ora rende lo stesso.',
  },
  guaranteed: {
    text: 'I canoni degli accordi firmati, dentro la loro durata. Arrivano comunque vada.',
    example: 'Tre clienti a 500 al mese sono 1.500 garantiti.',
  },
  expected: {
    text: 'Gli stessi canoni dopo una durata che si rinnova da sola: probabili, non promessi.',
    example: 'Firmato fino a fine giugno: da luglio i suoi 500 sono previsti.',
  },
  variable: {
    text: 'I progetti, e il lavoro oltre quanto concordato: c’è quando c’è.',
    example: 'Un sito da 4.000 a marzo; 300 per le ore oltre l’accordo.',
  },
  hourly: {
    text: 'Lavoro venduto ora per ora, senza nessun mese promesso. Quello che viene è una stima dagli ultimi mesi.',
    example: '6 h per un cliente senza accordo, a 90: 540 in quel mese, e niente si sa del prossimo.',
  },
  cliff: {
    text: 'Il mese in cui le entrate garantite scendono perché finiscono degli accordi, e di quanto.',
    example: 'Due accordi su quattro finiscono a giugno: da luglio sono garantiti 2.000 in meno.',
  },
  coverage: {
    text: 'Quanta parte del tuo obiettivo del mese è garantita.',
    example: 'Obiettivo 4.500, garantiti 3.150: 70%. Il resto va trovato ogni mese.',
  },
  steadiness: {
    text: 'Quanto gli ultimi dodici mesi stanno lontani dalla loro media: meno è, più sono regolari.',
    example: 'Mesi da 3.000 e da 5.000 si scostano del 25% da 4.000; mesi da 3.900 e 4.100 solo del 2,5%.',
  },
  concentration: {
    text: 'Quanta parte di quello che è entrato viene da un solo cliente. Perderlo costerebbe tutto questo in una volta.',
    example: 'Un cliente paga 2.200 su 4.000: 55%. Oltre il 40% Mainstay lo dice.',
  },
  capacity: {
    text: 'Le ore che puoi lavorare in un mese, dai tuoi giorni di lavoro senza quelli liberi; e quante ne hanno già gli accordi.',
    example: '21 giorni da 8 h sono 168 h; gli accordi ne hanno 46; ne restano 122 da vendere.',
  },
  readiness: {
    text: 'Se la storia di un cliente è da accordo: da quanto, in quanti degli ultimi sei mesi, con che regolarità e quanto di recente hai lavorato per lui.',
    example: 'Sei mesi da 8 a 10 h, l’ultima volta questa settimana: un accordo da 9 h andrebbe bene a tutti e due.',
  },
  advance: {
    text: 'Un accordo si paga prima che cominci il periodo. La fattura si scrive qualche giorno in anticipo.',
    example: 'Scritta il 22 aprile, scade il 7 maggio, per maggio. Quel che va oltre le ore sta sulla prossima.',
  },
  pensionFund: {
    text: 'Il contributo per la cassa di previdenza che un professionista aggiunge al compenso. L’IVA si calcola anche su questo.',
    example: '1.000 e il 4%: 40 in più. Il 22% di IVA è su 1.040.',
  },
  withholding: {
    text: 'Una parte delle tue imposte (ritenuta d’acconto) che il cliente trattiene e versa allo Stato per te.',
    example: '1.000 con il 20% di ritenuta: 200 vanno allo Stato, 800 e l’IVA a te.',
  },
  stampDuty: {
    text: 'Il bollo da 2 euro sulle fatture oltre 77,47 euro senza IVA. Lo puoi addebitare o tenere a tuo carico.',
    example: 'Una fattura da 500 senza IVA: 502 se lo paga il cliente.',
  },
} as const satisfies Explanations
