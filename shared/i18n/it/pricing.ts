import type { Translation } from '../translation.ts'
import type en from '../en/pricing.ts'

export default {
  title: 'Laboratorio prezzi',
  client: 'Su quali mesi provarlo',
  nobody: 'Nessun cliente',
  sheet: 'Le cifre su cui si fa il prezzo',
  hours: 'Ore al mese',
  rate: 'Tariffa di listino',
  discount: 'Sconto chiesto',
  extra: 'Tempo in più',
  capacity: 'Le tue ore',
  noHours: 'Senza ore non c’è niente da calcolare',
  sentence: {
    perks:
      'Tieni il compenso e aggiungi <b>{extra}</b>: guadagni <rate></rate> l’ora, e <year></year> l’anno in più che con il {discount} di sconto.',
    discount:
      '<b>{extra}</b> in più sono troppi: un’ora rende <rate></rate>, meno di <off></off> con il {discount} di sconto. Resta sotto <b>{even}</b>.',
    same: '<b>{extra}</b> in più rendono <rate></rate> l’ora, quanto il {discount} di sconto. Un minuto in meno, e conviene tenere il compenso.',
    noExtra:
      'Il {discount} di sconto regala <year></year> l’anno. Al suo posto, fino a <b>{even}</b> di tempo in più al mese ti costano meno.',
    plain: 'Con <b>{extra}</b> in più guadagni <rate></rate> l’ora. Nessuno chiede uno sconto.',
    neither:
      'Guadagni <rate></rate> l’ora. Scrivi lo sconto che ti chiedono, e che cosa potresti aggiungere al suo posto.',
  },
  why: {
    rate: 'Quanto rende un’ora',
    rateTotal: 'Compenso diviso tutto il tempo dato',
    agreed: 'Ore concordate',
    extra: 'Tempo in più',
    year: 'Quanto regala lo sconto',
    full: '{count, plural, one {# mese} other {# mesi}} a compenso pieno',
    off: '{count, plural, one {# mese} other {# mesi}} con il {discount} di sconto',
    yearTotal: 'In un anno',
  },
  table: {
    label: 'Le offerte a confronto',
    byTheHour: 'A ore',
    off: '{discount} di sconto',
    extra: '{extra} in più',
    fee: 'Compenso al mese',
    time: 'Tempo che dai',
    anHour: 'Quanto rende un’ora',
    givenAway: 'Regalato in un anno',
    nothing: 'niente',
    ceiling: 'Tutte le {capacity} vendute così',
    use: 'Usa questa',
    useThat: 'Usa questa: {offer}',
  },
  even: {
    title: 'Il tempo in più batte lo sconto fino a {even}',
    always: 'Nessuno sconto da battere',
    hint: 'Quanto rende un’ora, secondo il tempo che aggiungi',
    summary:
      'Un’ora rende da {rate}, senza niente in più, fino a {off} con {even} in più, quanto il {discount} di sconto; {extra} danno {value}.',
  },
  months: {
    title: 'Quanto avrebbe pagato ciascuna, sui mesi di {client}',
    none: 'Quanto avrebbe pagato ciascuna si vedrà qui quando {client} avrà un mese intero di lavoro registrato.',
    earns: 'Su questi mesi <b>{offer}</b> avrebbe pagato di più: {by} oltre {next}.',
    same: 'Su questi mesi <b>{offer}</b> e {next} avrebbero pagato lo stesso, più di tutte.',
    steadier: 'Un <b>retainer</b> è più costante: il mese migliore paga {range} più del peggiore, a ore {other}.',
    steadierHourly: 'A ore è stata la più costante: il mese migliore paga {range} più del peggiore.',
    table: 'Quanto avrebbe pagato ciascuna offerta',
    count: '{count, plural, one {# mese} other {# mesi}}',
    total: 'Totale',
    mean: 'Media',
    worst: 'Peggiore',
    best: 'Migliore',
    apart: 'Scarto',
    summary: 'Quanto avrebbe pagato ciascuna offerta in un mese: {offers}.',
    of: '{offer}, da {least} a {most}',
    foot: '{hours} lavorate da {month}. Le ore oltre quelle incluse a {rate}; quelle non usate non si riportano. Il tempo in più si considera usato ogni mese, oltre al lavoro: il caso più caro per te.',
  },
} as const satisfies Translation<typeof en>
