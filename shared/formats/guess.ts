import { plain, type Columns, type Role, type Unit } from './columns.ts'

/** What columns are called in English, Italian and German; the first of a role is the surest. In lower case. */
const synonyms: readonly (readonly [Role, readonly string[]])[] = [
  ['endDay', ['end date', 'stop date', 'date end', 'data fine', 'data di fine', 'enddatum']],
  [
    'day',
    [
      'date',
      'start date',
      'day',
      'data',
      'giorno',
      'data inizio',
      'data di inizio',
      'datum',
      'tag',
      'startdatum',
      'spent_date',
      'work date',
    ],
  ],
  [
    'start',
    [
      'start',
      'start time',
      'from',
      'begin',
      'started',
      'start_time',
      'started at',
      'clock in',
      'time in',
      'inizio',
      'ora inizio',
      'ora di inizio',
      'dalle',
      'da',
      'von',
      'beginn',
      'startzeit',
      'anfang',
    ],
  ],
  [
    'end',
    [
      'end',
      'end time',
      'stop',
      'stop time',
      'to',
      'until',
      'finish',
      'ended',
      'end_time',
      'ended at',
      'clock out',
      'time out',
      'fine',
      'ora fine',
      'ora di fine',
      'alle',
      'a',
      'bis',
      'ende',
      'endzeit',
    ],
  ],
  [
    'duration',
    [
      'duration',
      'hours',
      'time',
      'time spent',
      'worked',
      'length',
      'minutes',
      'seconds',
      'total',
      'quantity',
      'durata',
      'ore',
      'tempo',
      'minuti',
      'totale ore',
      'dauer',
      'stunden',
      'minuten',
      'zeit',
      'arbeitszeit',
      'duration (h)',
      'hours worked',
      'total hours',
    ],
  ],
  [
    'client',
    [
      'client',
      'customer',
      'company',
      'account',
      'client name',
      'cliente',
      'committente',
      'azienda',
      'kunde',
      'auftraggeber',
      'mandant',
      'firma',
    ],
  ],
  [
    'project',
    ['project', 'project name', 'job', 'matter', 'progetto', 'commessa', 'pratica', 'lavoro', 'projekt', 'auftrag'],
  ],
  [
    'task',
    [
      'task',
      'activity',
      'category',
      'service',
      'task name',
      'attività',
      'mansione',
      'categoria',
      'aufgabe',
      'tätigkeit',
      'kategorie',
      'leistung',
    ],
  ],
  [
    'note',
    [
      'description',
      'note',
      'notes',
      'comment',
      'comments',
      'title',
      'details',
      'memo',
      'what',
      'descrizione',
      'nota',
      'commento',
      'titolo',
      'dettagli',
      'beschreibung',
      'notiz',
      'notizen',
      'kommentar',
      'bemerkung',
      'titel',
    ],
  ],
  ['tags', ['tags', 'tag', 'labels', 'label', 'etichette', 'schlagworte', 'schlagwörter']],
  ['billable', ['billable', 'billable?', 'chargeable', 'fatturabile', 'fatturabile?', 'abrechenbar', 'verrechenbar']],
]

/** Signs of a unit and of punctuation in a name: `Duration (min)`, `hours:`. */
const bare = (name: string): string =>
  plain(name)
    .replaceAll(/[:*]|\([^)]*\)|\[[^\]]*\]/g, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()

/**
 * What the columns of a table that nobody knows most likely hold, by their names. Every role stands once at most; what
 * has no name that is known is left for the user to say.
 */
export function guessColumns(header: readonly string[]): Columns {
  const names = header.map(bare)
  const columns: (Role | null)[] = header.map(() => null)
  for (const [role, words] of synonyms) {
    if (columns.includes(role)) continue
    const place = words
      .map((word) => names.findIndex((name, index) => name === word && columns[index] === null))
      .find((index) => index !== -1)
    if (place !== undefined) columns[place] = role
  }
  return columns
}

/** Words of a column's name that say what its numbers count, in English, Italian and German. */
const units: readonly (readonly [Unit, RegExp])[] = [
  ['milliseconds', /^(?:ms|milli(?:s|sec|secs|seconds?|secondi)?|millisekunden)$/],
  ['seconds', /^(?:s|secs?|seconds?|secondi|sek|.*sekunden)$/],
  ['minutes', /^(?:mins?|minutes?|minut[oi]|.*minuten)$/],
  ['hours', /^(?:h|hrs?|hours?|or[ae]|std|.*stunden|decimal)$/],
]

/**
 * What a bare number in a column of durations counts, by whole words of the column's name (`Time (admin)` counts no
 * minutes); null where none tells, or two do.
 */
export function unitOf(name: string): Unit | null {
  const spaced = name.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase()
  // The plural of Hour(s) is no second.
  const words = spaced.replaceAll(/(\p{L})\(s\)/gu, '$1s').match(/\p{L}+/gu) ?? []
  const told = units.filter(([, unit]) => words.some((word) => unit.test(word)))
  return told.length === 1 ? (told[0]?.[0] ?? null) : null
}

/** What tells one set of columns from another: a mapping is remembered by it. 32 bits, in base 36. */
export function headerKey(header: readonly string[]): string {
  let sum = 0x811c9dc5
  for (const sign of header.map(plain).join('\u001F')) sum = Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return (sum >>> 0).toString(36)
}
