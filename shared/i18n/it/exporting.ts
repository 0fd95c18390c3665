import type { Translation } from '../translation.ts'
import type en from '../en/exporting.ts'

export default {
  title: 'Esporta ore',
  period: 'Periodo',
  allTime: 'Tutto',
  thisMonth: 'Questo mese',
  lastMonth: 'Mese scorso',
  thisYear: 'Quest’anno',
  lastYear: 'Anno scorso',
  custom: 'Altri giorni',
  from: 'Dal',
  to: 'Al',
  client: 'Per',
  everyone: 'Tutti',
  ownWork: 'Lavoro proprio',
  found: 'Tutte le voci trovate con <search></search>.',
  form: 'Come',
  csv: 'Una tabella (CSV)',
  csvNote: 'Per fogli di calcolo e altri programmi: le colonne di Toggl, con accanto i momenti in UTC e l’extra',
  json: 'Dati (JSON)',
  jsonNote: 'Per altri programmi: ogni voce per intero',
  cancel: 'Annulla',
  confirm: 'Esporta…',
  done: '{count, plural, one {{shown} voce è in {name}} other {{shown} voci sono in {name}}}',
} satisfies Translation<typeof en>
