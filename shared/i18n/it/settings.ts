import type { Translation } from '../translation.ts'
import type en from '../en/settings.ts'

export default {
  title: 'Impostazioni',
  machine: {
    title: 'Su questo computer',
    language: 'Lingua',
    system: 'Come il sistema',
    systemLanguage: 'Come il sistema, {language}',
    english: 'English',
    italian: 'Italiano',
    theme: 'Aspetto',
    light: 'Chiaro',
    dark: 'Scuro',
  },
  shortcut: {
    label: 'Avvia e ferma',
    hint: 'Il timer, da ovunque: anche con un altro programma davanti.',
    off: 'Disattivata',
    change: 'Cambia i tasti, ora {keys}',
    choose: 'Scegli i tasti',
    press: 'Premi i tasti',
    pressHint: 'Ctrl o Alt con un altro tasto. Esc lascia tutto com’era.',
    pressHintMac: '⌘, ⌥ o ⌃ con un altro tasto. Esc lascia tutto com’era.',
    turnOff: 'Disattiva',
    turnOn: 'Attiva',
    taken: 'Un altro programma usa questi tasti. Scegline altri',
    cannot: 'Questi tasti non si possono usare. Tieni Ctrl o Alt e premi una lettera, una cifra o Spazio',
    cannotMac: 'Questi tasti non si possono usare. Tieni ⌘, ⌥ o ⌃ e premi una lettera, una cifra o Spazio',
    space: 'Spazio',
    shift: 'Maiusc',
  },
  work: {
    title: 'Il tuo lavoro',
    currency: 'Valuta',
    currencyHint: 'Le entrate si contano in questa. I clienti tengono la loro.',
    listRate: 'Tariffa di listino',
    listRateHint: 'Quanto costa un’ora senza accordi, per i nuovi clienti.',
    target: 'Obiettivo',
    targetHint: 'Le entrate al mese su cui vuoi poter contare. Vuoto per nessuno.',
    days: 'Giorni lavorativi',
    oneDay: 'Almeno un giorno della settimana',
  },
  data: {
    title: 'I tuoi dati',
    folder: 'Cartella',
    show: 'Mostra la cartella',
    kept: 'Clienti e accordi sono lì in semplici file JSON, il tempo in un file al mese, così ogni programma li può leggere. Niente viene inviato da nessuna parte.',
    version: 'Versione',
    sample:
      'Questo è l’archivio di esempio: uno studio inventato, per provare. Viene rifatto ogni giorno, e i tuoi dati non vengono toccati.',
  },
} satisfies Translation<typeof en>
