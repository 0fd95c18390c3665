import type { StreamKey } from './plan.ts'
import type { Words } from './setting.ts'

/** What is written beside the time, as somebody writes who will have to explain it in a month. English, Italian. */
const pairs = (...list: readonly (readonly [en: string, it: string])[]): Words[] => list.map(([en, it]) => ({ en, it }))

const messaging = pairs(
  ['Messaging review', 'Revisione dei messaggi'],
  ['Call with Ines, changes to the home page', 'Chiamata con Ines, modifiche alla home'],
  ['Home page, second draft', 'Home page, seconda bozza'],
  ['Case study: questions for the client', 'Caso cliente: domande da fare'],
  ['Case study, first draft', 'Caso cliente, prima bozza'],
  ['Tone of voice: examples for the team', 'Tono di voce: esempi per il gruppo'],
  ['Investor one-pager', 'Pagina unica per gli investitori'],
  ['Comments on the pitch deck', 'Commenti alla presentazione'],
  ['Monthly check-in', 'Punto del mese'],
  ['Names for the new service', 'Nomi per il nuovo servizio'],
)
const articles = pairs(
  ['Article on whey: interview notes', 'Articolo sul siero: appunti dell’intervista'],
  ['Article on whey, draft', 'Articolo sul siero, bozza'],
  ['Article on shelf life: sources', 'Articolo sulla conservazione: fonti'],
  ['Article on shelf life, draft', 'Articolo sulla conservazione, bozza'],
  ['Corrections from food law', 'Correzioni del legale'],
  ['Headlines and summaries', 'Titoli e sommari'],
  ['Plan for the next four articles', 'Piano dei prossimi quattro articoli'],
  ['Recipes: texts for the pictures', 'Ricette: testi per le foto'],
  ['Call with Astrid', 'Chiamata con Astrid'],
)
const content = pairs(
  ['Journal: the house in Ostuni', 'Diario: la casa di Ostuni'],
  ['Journal: the school library', 'Diario: la biblioteca della scuola'],
  ['Captions for the portfolio', 'Didascalie per il portfolio'],
  ['Competition text, draft', 'Testo per il concorso, bozza'],
  ['Competition text, cut to 3,000 characters', 'Testo per il concorso, tagliato a 3.000 battute'],
  ['Review with Marta', 'Revisione con Marta'],
  ['Newsletter of the studio', 'Newsletter dello studio'],
  ['Answers for the magazine', 'Risposte per la rivista'],
  ['English version of the page on method', 'Versione inglese della pagina sul metodo'],
)
const hotels = pairs(
  ['Offer of the month: page and mail', 'Offerta del mese: pagina e mail'],
  ['Replies to reviews', 'Risposte alle recensioni'],
  ['Room descriptions, sea side', 'Descrizioni delle camere, lato mare'],
  ['Restaurant menu, English', 'Menu del ristorante, inglese'],
  ['Page for weddings', 'Pagina per i matrimoni'],
  ['Texts for the season’s newsletter', 'Testi per la newsletter di stagione'],
  ['Call with Luca: urgent changes', 'Chiamata con Luca: modifiche urgenti'],
  ['Booking mails: confirmation, reminder', 'Mail di prenotazione: conferma, promemoria'],
)
const legal = pairs(
  ['Newsletter: the ruling in plain words', 'Newsletter: la sentenza in parole semplici'],
  ['Newsletter, layout and test', 'Newsletter, impaginazione e prova'],
  ['Profile pages of the associates', 'Profili degli associati'],
  ['Call with Elena: what may be said', 'Chiamata con Elena: che cosa si può dire'],
  ['Client guide to inheritance, outline', 'Guida alla successione, scaletta'],
)
const packaging = pairs(
  ['Back-of-pack texts, yoghurt', 'Retro confezione, yogurt'],
  ['Back-of-pack texts, cheese', 'Retro confezione, formaggi'],
  ['Claims: what the rules allow', 'Dichiarazioni: che cosa è ammesso'],
  ['Proofs from the printer', 'Bozze di stampa'],
  ['Names of the range', 'Nomi della linea'],
)
const brand = pairs(
  ['Interviews with three customers', 'Interviste a tre clienti'],
  ['Positioning, draft', 'Posizionamento, bozza'],
  ['Site map and page goals', 'Mappa del sito e scopi delle pagine'],
  ['Home page, draft', 'Home page, bozza'],
  ['Product pages: the arm', 'Pagine di prodotto: il braccio'],
  ['Workshop with the founders', 'Laboratorio con i fondatori'],
  ['Corrections after the review', 'Correzioni dopo la revisione'],
)
const pages = pairs(
  ['Template for a product page', 'Modello della pagina prodotto'],
  ['Product pages, milk', 'Pagine prodotto, latte'],
  ['Product pages, cheese', 'Pagine prodotto, formaggi'],
  ['Search terms and titles', 'Parole di ricerca e titoli'],
  ['Upload and check', 'Caricamento e controllo'],
)
const report = pairs(
  ['Outline and interviews', 'Scaletta e interviste'],
  ['Letter from the partners', 'Lettera dei soci'],
  ['Chapter on clients', 'Capitolo sui clienti'],
  ['Figures and captions', 'Grafici e didascalie'],
  ['Last corrections', 'Ultime correzioni'],
)
const manuals = pairs(
  ['Quick start, draft', 'Guida rapida, bozza'],
  ['Safety chapter', 'Capitolo sulla sicurezza'],
  ['Test with two technicians', 'Prova con due tecnici'],
  ['Terms: one word for one thing', 'Termini: una parola per ogni cosa'],
  ['Corrections from engineering', 'Correzioni dell’ufficio tecnico'],
)
const launch = pairs(
  ['Plan of the launch', 'Piano del lancio'],
  ['Press text, draft', 'Comunicato stampa, bozza'],
  ['Video script', 'Testo del video'],
  ['Landing page', 'Pagina di lancio'],
  ['Questions for the trade press', 'Domande della stampa di settore'],
  ['Call with Jonas', 'Chiamata con Jonas'],
)
const own = pairs(
  ['Mail and planning', 'Posta e programma'],
  ['Invoices and accounts', 'Fatture e conti'],
  ['Week’s review', 'Revisione della settimana'],
  ['Proposal', 'Proposta'],
  ['Own site', 'Sito mio'],
  ['Reading', 'Lettura'],
  ['Call with a possible client', 'Chiamata con un possibile cliente'],
  ['Course: interviews', 'Corso: interviste'],
)

export const notes: Readonly<Record<StreamKey, readonly Words[]>> = {
  halden: messaging,
  haldenHourly: messaging.slice(1),
  nordlys: articles,
  nordlysHourly: articles.slice(4),
  nordlysTrial: articles.slice(0, 5),
  aperta: content,
  apertaHourly: content.slice(2, 6),
  pineta: hotels,
  quartieri: legal,
  quartieriHourly: legal.slice(2),
  obelHourly: brand.slice(5),
  obelCare: brand.slice(5),
  obelOnCall: manuals,
  haldenSocial: messaging.slice(8),
  packaging,
  brand,
  pages,
  report,
  documentation: manuals,
  launch,
  own,
}
