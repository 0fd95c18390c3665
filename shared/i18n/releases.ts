import type { Language } from '../model/quantities.ts'

/** What a version brought that its users see. The English sentences are those of CHANGELOG.md, word for word (a test looks). */
export interface Release {
  readonly version: string
  readonly news: readonly Readonly<Record<Language, string>>[]
}

/** The newest first. The window fetches them when somebody asks what is new. */
export const releases: readonly Release[] = [
  {
    version: '0.1.0',
    news: [
      {
        en: 'Time from the window, the system tray and a global shortcut; switch without a gap, back-date, add a note; the timer survives a quit, a crash and `kill -9`.',
        it: 'Il tempo dalla finestra, dall’area di notifica e con una scorciatoia; si cambia senza vuoti, si retrodata, si annota; il timer sopravvive a un’uscita, a un blocco e a `kill -9`.',
      },
      {
        en: 'Go to or do anything: Ctrl/Cmd+K, or the glass at the right of the timer bar, finds every place, client, retainer, invoice and command by a few letters, and starts or stops the timer.',
        it: 'Vai o fai qualsiasi cosa: Ctrl/Cmd+K, o la lente a destra nella barra del timer, trova con poche lettere ogni luogo, cliente, accordo, fattura e comando, e avvia o ferma il timer.',
      },
      {
        en: 'The pricing lab: a discount against extra time, on a client’s own months, and into a draft agreement with perks.',
        it: 'Il laboratorio dei prezzi: uno sconto a confronto con tempo in più, sui mesi veri di un cliente, e poi in una bozza di accordo con gli extra.',
      },
      {
        en: 'Close the month in one pass that can be left and resumed: gaps and time for nobody, each retainer’s ledger (time past the hours is billed as agreed or given with a reason), reports, invoices, and what changed in guaranteed income.',
        it: 'Chiudi il mese in un passaggio solo, che si può lasciare e riprendere: vuoti e tempo di nessuno, il registro di ogni accordo (il tempo oltre le ore si fattura come concordato o si regala con un motivo), resoconti, fatture, e che cosa è cambiato nelle entrate garantite.',
      },
      {
        en: 'Invoices, credit notes and reminders as PDF in the client’s language, with a preview; issued ones also as e-invoice: FatturaPA and EN 16931 (UBL).',
        it: 'Fatture, note di credito e solleciti in PDF nella lingua del cliente, con anteprima; quelle emesse anche come fattura elettronica: FatturaPA ed EN 16931 (UBL).',
      },
      {
        en: 'A first start is guided, in six questions that can each be skipped; or it looks around in a made-up consultancy, which lies apart from your own data and is thrown away in one click.',
        it: 'Il primo avvio è guidato, con sei domande che si possono saltare una a una; oppure si guarda in giro in uno studio inventato, che sta lontano dai tuoi dati e si butta via con un clic.',
      },
    ],
  },
]

/**
 * What came after a version, the newest first; where it is not known, what the present one brought.
 * @param seen the version whose news was seen
 */
export function releasesSince(seen: string | null, all: readonly Release[] = releases): readonly Release[] {
  const at = all.findIndex(({ version }) => version === seen)
  return at <= 0 ? all.slice(0, 1) : all.slice(0, at)
}
