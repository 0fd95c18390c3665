import type { Translation } from '../translation.ts'
import type en from '../en/today.ts'

export default {
  statement: {
    nothing: 'Oggi ancora niente.',
    justStarted: 'Hai appena cominciato.',
    worked: 'Oggi <worked></worked> di lavoro.',
    over: '<b>{name}</b> è <b>{over}</b> oltre quanto concordato.',
    runsOut:
      'A questo ritmo le ore di <b>{name}</b> finiscono <b>{day}</b>{others, plural, =0 {.} one {; l’altro accordo basta.} other {; gli altri # bastano.}}',
    runsOutToday:
      'A questo ritmo le ore di <b>{name}</b> finiscono <b>oggi</b>{others, plural, =0 {.} one {; l’altro accordo basta.} other {; gli altri # bastano.}}',
    allLast: '{count, plural, one {L’accordo basta.} other {Tutti e # gli accordi bastano.}}',
  },
  worked: { title: 'Lavoro di oggi', total: 'Tutto oggi' },
  ribbon: {
    label: 'Le voci di oggi',
    gap: '{duration} non registrati',
    block: '{name}, {duration}. Apri il giorno',
  },
  retainers: {
    title: 'Accordi',
    aside: 'ore rimaste in {month}',
    today: 'oggi',
    of: 'di {available}',
    overOf: 'oltre {available}',
    regular: '{included} {every, plural, =1 {al mese} =3 {a trimestre} other {all’anno}}',
    trial: '{included} {every, plural, =1 {al mese} =3 {a trimestre} other {all’anno}}, prova',
    worked: 'di lavoro',
  },
  start: 'Avvia {name}',
  stop: 'Ferma {name}',
  others: {
    title: 'A ore e progetti',
    aside: 'maturato in {month}',
    hourly: 'a ore, {hours} a {rate}',
    hourlyNone: 'a ore, a {rate}',
    project: 'progetto',
    projectNext: 'progetto, {name} {day}',
    soFar: '{month} finora',
    withRetainers: 'con {amount} degli accordi',
  },
  todo: {
    title: 'Da fare',
    over: '{name} è oltre di {over}',
    overBilled: 'Si fattura a {rate} l’ora.',
    overBorrowed: 'Si toglie dal prossimo periodo.',
    overUnits: 'Ognuno in più si fattura a {rate}.',
    overAbsorbed: 'Non si fattura.',
    used: '{name} ha usato il {share}',
    left: '{left} rimaste; il calendario è al {calendar}.',
    ends: '{name} finisce {day}',
    endsText: 'Di’ come va avanti entro {day}.',
    endsSoon:
      '{days, plural, =0 {Oggi è l’ultimo giorno.} one {Un giorno per decidere come va avanti.} other {# giorni per decidere come va avanti.}}',
    renews: '{name} si rinnova dopo {day}',
    noticeText: 'Fino {day} ognuno può dire di no.',
    ready: '{name} è pronto per un accordo',
    readyText:
      '{months, plural, =6 {Lavoro in ognuno degli ultimi 6 mesi} other {Lavoro in # degli ultimi 6 mesi}}, di solito {usual}.',
    readyScore: 'Prontezza <score></score>: {factors}',
    month: 'Il mese di {month} è da chiudere',
    monthOpen:
      '{count, plural, one {Il registro di un accordo aspetta di essere approvato} other {I registri di # accordi aspettano di essere approvati}}.',
    monthUnsent:
      '{count, plural, one {Un resoconto aspetta di essere inviato} other {# resoconti aspettano di essere inviati}}.',
    monthClose: 'Chiudi il mese',
    late: '{name} è in ritardo con {amount}',
    lateOne: 'La {number} scadeva {days, plural, one {ieri} other {# giorni fa}}.',
    lateMany: '{count} fatture; la {number} scadeva {days, plural, one {ieri} other {# giorni fa}}.',
    openInvoice: 'Apri la fattura',
    toSend: '{count, plural, one {Una fattura} other {# fatture}} da mandare',
    toSendText: '{sums} per {clients}.',
    toBilling: 'Vai alla fatturazione',
    open: 'Apri l’accordo',
    makeRetainer: 'Crea un accordo',
  },
  first: {
    title: 'Qui ci sarà la tua giornata',
    text: 'Il timer, come sta ogni accordo e che cosa c’è da fare. Comincia da un cliente; oppure porta qui il tempo registrato altrove, con Toggl Track, Clockify, Harvest o altro.',
    client: 'Crea un cliente',
    import: 'Importa un CSV…',
  },
} satisfies Translation<typeof en>
