import prompts from './document-prompts.ts'

/** Quello che proposte e accordi dicono sulla carta, nella lingua del loro cliente. */
export default {
  prompts,
  proposal: 'Proposta',
  agreement: 'Accordo di collaborazione',
  date: 'Data',
  startsOn: 'Inizio',
  problems: 'Di che cosa si tratta',
  problem: 'Com’è adesso',
  outcome: 'Che cosa ottenete',
  service: 'Il servizio',
  terms: 'Canone e condizioni',
  term: 'Voce',
  agreed: 'Come concordato',
  record: 'Che cosa è stato fatto finora',
  doubts: 'Quello che potreste chiedere',
  closing: 'Come si va avanti',
  defaultOpening:
    'Ecco di che cosa abbiamo parlato, che cosa cambierebbe per voi e come potremmo lavorare insieme {day}.',
  defaultClosing: 'Se è quello che avete in mente, basta una breve risposta. Il lavoro comincia {day}.',
  parties: 'Chi si accorda',
  partiesWords: '{provider} (il prestatore) lavora per {customer} (il cliente) alle condizioni che seguono.',
  defaultService: 'Lavoro professionale continuativo, come lo chiede il cliente entro il tempo concordato qui sotto.',
  defaultServiceUnits: 'Lavoro professionale continuativo, consegnato come concordato qui sotto.',
  defaultServiceAccess: 'Essere a disposizione del cliente, come concordato qui sotto.',
  signatures: 'Firme',
  provider: 'Il prestatore',
  client: 'Il cliente',
  placeAndDate: 'Luogo e data',
  signature: 'Firma',
  noAdvice:
    'Questa è una bozza in parole semplici, fatta con le condizioni scritte in Mainstay. Non è una consulenza legale: fatela vedere a chi se ne intende prima di firmarla.',
  noVat: 'Gli importi sono senza IVA, che si aggiunge dove è dovuta.',
  rows: {
    fee: 'Canone',
    feeWords: '{fee} ogni {every, plural, =1 {mese} =3 {trimestre} other {anno}}, in anticipo',
    included: 'Incluso',
    includedWords: '{amount} ogni {every, plural, =1 {mese} =3 {trimestre} other {anno}}',
    access: 'disponibilità in ogni {every, plural, =1 {mese} =3 {trimestre} other {anno}}',
    past: 'Oltre',
    billHours: '{rate} l’ora',
    billUnits: '{rate} per ognuna',
    absorb: 'si lavora senza addebito',
    borrow:
      'si prende {every, plural, =1 {dal mese} =3 {dal trimestre} other {dall’anno}} seguente; quello che non può dare costa {rate} {basis, select, hours {l’ora} other {per ognuna}}',
    unused: 'Quello che non si usa',
    lapses: 'scade alla fine {every, plural, =1 {del mese} =3 {del trimestre} other {dell’anno}}',
    carries:
      'si conserva per {count, plural, one {un altro} other {altri #}} {every, plural, =1 {{count, plural, one {mese} other {mesi}}} =3 {{count, plural, one {trimestre} other {trimestri}}} other {{count, plural, one {anno} other {anni}}}}',
    carriesTerm: 'si conserva fino alla fine della durata',
    atMost: '{kept}, al massimo {most}',
    onTop: 'In più',
    perkTime: '{perk}: {amount} ogni {every, plural, =1 {mese} =3 {trimestre} other {anno}}',
    perkCount:
      '{perk}: {count, plural, one {una volta} other {# volte}} ogni {every, plural, =1 {mese} =3 {trimestre} other {anno}}',
    worth: '{perk}, del valore di {value}',
    rounding: 'Come conta il tempo',
    roundedUp: 'ogni lavoro fino ai {minutes} minuti successivi',
    roundedNearest: 'ogni lavoro ai {minutes} minuti più vicini',
    first: 'Primo {every, plural, =1 {mese} =3 {trimestre} other {anno}}',
    firstPart: '{fee} per {amount}, {day}',
    firstWhole: 'conta per intero, {day}',
    firstPartAccess: '{fee}, {day}',
    from: '{day}',
    change: '{what}: {agreed}',
    noMore: 'non più',
    pause: 'Pausa',
    pauseWords: '{pause}: niente da pagare, niente di incluso',
    term: 'Durata',
    trial: 'una prova di {length}, fino {day}; se va bene a entrambi seguono {next}',
    ends: '{length}, fino {day}; quello che segue si concorda prima',
    renews: '{length}, fino {day}, e poi ogni volta per altrettanto, salvo disdetta di uno dei due',
    endsEarly: 'come concordato in seguito, finisce {day}',
    open: 'aperta, fino alla disdetta di uno dei due',
    months: '{count, plural, one {un mese} other {# mesi}}',
    quarters: '{count, plural, one {un trimestre} other {# trimestri}}',
    years: '{count, plural, one {un anno} other {# anni}}',
    notice: 'Preavviso',
    noticeOpen: '{days, plural, one {# giorno} other {# giorni}}, in ogni momento, per iscritto',
    noticeWords: '{days, plural, one {# giorno} other {# giorni}} prima della fine, per iscritto',
    payment: 'Pagamento',
    paymentWords:
      'fattura {advance, plural, =0 {il primo giorno} one {# giorno prima} other {# giorni prima}} di ogni {every, plural, =1 {mese} =3 {trimestre} other {anno}}, da pagare {due, plural, =0 {subito} one {# giorno dopo} other {# giorni dopo}}',
  },
  recordRows: {
    period: 'Periodo',
    agreed: 'Concordato',
    delivered: 'Svolto',
    total: 'Tutto',
    hours: '{delivered} svolte su {agreed} concordate, in {count, plural, one {un periodo} other {# periodi}}.',
    tracked: '{delivered} in {count, plural, one {un mese} other {# mesi}}, senza un accordo.',
    onTime: '{done} consegne su {all} puntuali.',
  },
  clauses: {
    requests: 'Come si chiede il lavoro',
    requestsText:
      'Il cliente chiede il lavoro per iscritto. Il prestatore risponde entro due giorni lavorativi dicendo quando sarà fatto. Quello che si chiede negli ultimi giorni di un periodo può essere fatto nel successivo.',
    ownership: 'Di chi è il lavoro',
    ownershipText:
      'Quello che si fa per il cliente è del cliente quando il canone del suo periodo è pagato. Il prestatore conserva quello che sapeva e aveva prima, e può mostrare il lavoro come esempio, salvo che il cliente si opponga.',
    secrecy: 'Riservatezza',
    secrecyText:
      'Nessuno dei due racconta ad altri quello che impara dell’attività dell’altro e che non è pubblico, anche dopo la fine dell’accordo.',
    late: 'Ritardo nel pagamento',
    lateText:
      'Il canone riserva un tempo che poi non si vende a nessun altro. Finché un canone è scaduto il prestatore può sospendere il lavoro; il periodo prosegue.',
  },
  doubtsAsked: {
    hourly: 'Perché non a ore, quando serve?',
    hourlyText:
      'A ore si ha il tempo che avanza. Con un canone in anticipo quel tempo è vostro: è nella mia agenda prima che altri lo chiedano, e nessuno dei due conta i minuti prima di telefonare.',
    less: 'E se usiamo meno tempo?',
    lessLapses:
      'Quello che non si usa scade, come tutto ciò che era riservato. Per questo concordiamo quello che vi serve di solito e non di più: {amount} ogni {every, plural, =1 {mese} =3 {trimestre} other {anno}}. Se dopo un po’ è troppo, la riduciamo.',
    lessCarries: 'Non si perde: quello che non si usa {kept}.',
    lessAccess:
      'Si paga per potermi raggiungere, non per quante volte succede. Se non serve quasi mai, concordiamo meno.',
    burnt: 'Ci siamo già scottati.',
    burntTrial:
      'Per questo si comincia con una prova di {length}. Ogni {every, plural, =1 {mese} =3 {trimestre} other {anno}} avrete un resoconto di quello che è stato fatto, e dopo la prova decidete voi.',
    burntReport:
      'Ogni {every, plural, =1 {mese} =3 {trimestre} other {anno}} avrete un resoconto di quello che era concordato e di quello che è stato fatto{basis, select, hours {, al minuto} other {}}.',
    burntRenews:
      'Dura {length}: basta dirmelo {days, plural, =0 {prima della fine} one {# giorno prima della fine} other {# giorni prima della fine}}, e siete liberi.',
    burntEnds: 'Dura {length}, poi finisce da sé.',
    burntOpen:
      '{days, plural, =0 {Potete chiuderlo in ogni momento} one {Con # giorno di preavviso siete liberi} other {Con # giorni di preavviso siete liberi}}.',
  },
} as const
