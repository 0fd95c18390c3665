import type en from '../en/time-week.ts'
import type { Translation } from '../translation.ts'

/** La settimana come griglia: lavoro × giorno, con le durate scritte dentro. */
export default {
  title: '{from} {to}',
  before: 'La settimana prima',
  thisWeek: 'Questa settimana',
  after: 'La settimana dopo',
  worked: '<figure></figure> in questa settimana.',
  workedSoFar: '<figure></figure> finora in questa settimana.',
  nothing: 'In questa settimana non c’è niente.',
  label: 'Ore della settimana',
  work: 'Lavoro',
  total: 'Totale',
  perDay: 'Somma del giorno',
  showDay: 'Mostra {day}',
  cell: '{name}, {day}',
  hint: 'Scrivi una durata: 1:30, 1,5, 90m. Ciò che si aggiunge è tempo senza orario; le ore registrate si accorciano solo se lo vuoi tu.',
  add: 'Aggiungi una riga',
  copy: 'Copia la settimana prima',
  copied: 'Copiata la settimana prima, come tempo senza orario',
  ahead: 'Questo giorno deve ancora venire',
  cut: {
    title: 'Accorciare le ore registrate di {day}?',
    shorter: '{name}: {from}–{to} finirebbe alle {end}',
    gone: '{name}: {from}–{to} sparirebbe',
    goneUntimed: '{name}: {hours} senza orario sparirebbero',
    shorterUntimed: '{name}: {hours} senza orario diventerebbero {left}',
    safe: 'Lascia com’era',
    deed: 'Accorcia',
  },
  told: {
    added: '{hours} in più per {name}, {day}, come tempo senza orario',
    less: '{hours} in meno per {name}, {day}',
  },
} satisfies Translation<typeof en>
