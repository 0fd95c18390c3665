import type { Translation } from '../translation.ts'
import type en from '../en/help.ts'

export default {
  close: 'Chiudi',
  keys: {
    title: 'Tasti',
    anywhere: 'Da ovunque, qualunque cosa ci sia davanti',
    window: 'Nella finestra',
    places: 'Ai luoghi, nel loro ordine',
    back: 'Torna dov’eri',
    import: 'Importa tempo',
    export: 'Esporta tempo',
    print: 'Stampa quello che si vede',
    time: 'In Tempo',
    views: 'Giorno, settimana, elenco',
    days: 'Il giorno prima, il giorno dopo',
    today: 'Oggi',
    find: 'Cerca nell’elenco',
    entry: 'Su una voce',
    open: 'Aprila',
    move: 'Cinque minuti prima, dopo',
    end: 'Solo la fine',
    start: 'Solo l’inizio',
    menu: 'Il suo menu',
    remove: 'Eliminala',
    board: 'Sulla bacheca degli accordi',
    card: 'Da una scheda all’altra',
    moveCard: 'Uno stato indietro, uno avanti',
    decline: 'È stato rifiutato',
  },
  news: { title: 'Che cosa c’è di nuovo', version: 'Versione {version}' },
} satisfies Translation<typeof en>
