import { mkdirSync } from 'node:fs'
import { writeWorkspace } from '#tests/support/workspace-files.ts'
import { clientNamed, hourlyFor, retainerFor } from '#tests/support/books.ts'
import { dayAt, instantOf, type Zone } from '#shared/kernel/instant.ts'
import { made, type Edit } from '#shared/model/change.ts'
import { preferencesId, preferencesSchema } from '#shared/model/preferences.ts'
import { sampleEdits } from '#shared/sample/index.ts'

/** Pictures are of one noon, whenever they are made: another day would be another picture. */
export const NOON = Date.UTC(2026, 9, 22, 10)
export const zone = 'Europe/Rome' as Zone

export type Records = 'nothing' | 'one' | 'many' | 'hostile'

const preferences = preferencesSchema.parse({ id: preferencesId, timeZone: zone, currency: 'EUR', listRate: 10_000 })

/** What names and notes can be: long, without a place to break, turned round, marked up, empty to the eye. */
const hostile = [
  'A name that goes on and on, past every column that anybody could have thought of for it, and then some more',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '<b>bold</b> & "quoted" </script>',
  'שלום עולם, עוד מילה',
  '\u202Edlrow olleh',
  'Zoë 👩‍👩‍👧‍👦 Müller–Ångström',
  'ﷺ 𝕄𝕒𝕥𝕙 ① Ⅳ',
  '0',
]
const hostileName = (index: number): string => `${hostile[index % hostile.length]} ${index}`

function edits(records: Records): Edit[] {
  const now = instantOf(NOON)
  const sample = (): Edit[] => sampleEdits(dayAt(now, zone), now, zone, 'en')
  switch (records) {
    case 'nothing':
      return [made('preferences', preferences)]
    case 'one': {
      const client = clientNamed('Harbour & Co')
      return [
        made('preferences', preferences),
        made('clients', client),
        made('engagements', retainerFor(client, '')),
        made('engagements', hourlyFor(client, 'Care')),
      ]
    }
    case 'many':
      return sample()
    default:
      return sample().map((edit, index): Edit => {
        const { table, after } = edit
        if (table === 'clients' || table === 'engagements')
          return { ...edit, after: { ...after, name: hostileName(index) } } as Edit
        if (table === 'entries') return { ...edit, after: { ...after, note: hostileName(index) } } as Edit
        return edit
      })
  }
}

/** Writes them as a data folder that was left that noon. */
export function writeRecords(folder: string, records: Records): void {
  mkdirSync(folder, { recursive: true })
  writeWorkspace(folder, edits(records), NOON, zone)
}
