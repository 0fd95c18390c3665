import type { Language } from '../model/quantities.ts'

/** What is said where a screen failed, apart from all other words: they may be what could not be fetched. */
export const faultWords: Record<Language, { readonly title: string; readonly text: string; readonly again: string }> = {
  en: {
    title: 'This screen did not work.',
    text: 'Nothing of your data was changed; what went wrong is in the log.',
    again: 'Try again',
  },
  it: {
    title: 'Questa schermata non ha funzionato.',
    text: 'I tuoi dati non sono cambiati; che cosa è successo sta nel registro.',
    again: 'Riprova',
  },
}
