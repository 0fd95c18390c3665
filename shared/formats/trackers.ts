import { isEnough, plain, type Columns, type Role, type Unit } from './columns.ts'

/** Where an imported entry comes from; it is written into the entry, so that the same file is known again. */
export const trackerIds = [
  'toggl',
  'clockify',
  'harvest',
  'kimai',
  'solidtime',
  'superProductivity',
  'tyme',
  'mainstay',
  'csv',
] as const
export type TrackerId = (typeof trackerIds)[number]

/** By their own names, in every language. */
export const trackerNames: { readonly [Id in TrackerId]: string } = {
  toggl: 'Toggl Track',
  clockify: 'Clockify',
  harvest: 'Harvest',
  kimai: 'Kimai',
  solidtime: 'solidtime',
  superProductivity: 'Super Productivity',
  tyme: 'Tyme',
  mainstay: 'Mainstay',
  csv: 'CSV',
}

/** The table that a tracker writes: how it is told, and where in it what stands. Names are in lower case. */
export interface TrackerTable {
  readonly id: TrackerId
  /** Any of these groups tells it, when all names of the group are there. */
  readonly telling: readonly (readonly string[])[]
  /** All columns that it can have; with another one it is somebody else's table. */
  readonly only?: readonly string[]
  readonly names: { readonly [R in Role]?: readonly string[] }
  /** Columns that say that a dash stands for an empty cell. */
  readonly dashes?: readonly string[]
  /** What an empty cell of its `billable` column says; yes where nothing is said. */
  readonly emptyIsNotBillable?: true
  /** Breaks are taken out of its durations, so that they may be shorter than from start to end. */
  readonly durationLeads?: true
  /** A row without an end still ran when the file was made, whatever its duration was then. */
  readonly noEndStillRuns?: true
  /** In its tags commas and backslashes have a backslash before them. */
  readonly escapesTags?: true
  readonly unit?: Unit
}

const words = {
  note: ['description'],
  client: ['client'],
  project: ['project'],
  tags: ['tags'],
  billable: ['billable'],
}

/**
 * Read from the exports themselves and their public importers. The first whose columns are there has it: Clockify has
 * the names of Toggl's columns too, and Mainstay's own export has them all.
 */
export const trackerTables: readonly TrackerTable[] = [
  {
    id: 'mainstay',
    telling: [['start date', 'start (utc)', 'end (utc)', 'duration']],
    names: {
      ...words,
      task: ['task'],
      perk: ['perk'],
      day: ['start date'],
      start: ['start (utc)'],
      end: ['end (utc)'],
      duration: ['duration'],
    },
    escapesTags: true,
  },
  {
    id: 'clockify',
    telling: [
      ['duration (h)'],
      ['duration (decimal)'],
      ['time (h)', 'time (decimal)'],
      ['group', 'start date', 'end date'],
    ],
    names: {
      ...words,
      task: ['task', 'activity'],
      day: ['start date'],
      start: ['start time'],
      endDay: ['end date'],
      end: ['end time'],
      duration: ['duration (h)', 'time (h)', 'duration (decimal)', 'time (decimal)'],
    },
  },
  {
    id: 'toggl',
    telling: [
      ['start date', 'start time', 'duration'],
      ['start date', 'start time', 'stop date', 'stop time'],
      ['start date', 'start time', 'end date', 'end time'],
    ],
    names: {
      ...words,
      task: ['task'],
      day: ['start date'],
      start: ['start time'],
      endDay: ['stop date', 'end date'],
      end: ['stop time', 'end time'],
      duration: ['duration'],
    },
    dashes: ['member', 'stop date', 'stop time'],
    noEndStillRuns: true,
  },
  {
    id: 'harvest',
    telling: [
      ['date', 'hours', 'notes'],
      ['date', 'hours', 'first name', 'last name'],
      ['date', 'client', 'project', 'task', 'hours'],
    ],
    names: { ...words, task: ['task'], note: ['notes'], billable: ['billable?'], day: ['date'], duration: ['hours'] },
    unit: 'hours',
  },
  {
    id: 'kimai',
    telling: [
      ['from', 'to', 'customer', 'activity'],
      ['da', 'a', 'cliente', 'attività'],
      ['von', 'bis', 'kunde', 'tätigkeit'],
      ['von', 'bis', 'kunde', 'aktivität'],
    ],
    names: {
      client: ['customer', 'cliente', 'kunde'],
      project: ['project', 'progetto', 'projekt'],
      task: ['activity', 'attività', 'tätigkeit', 'aktivität'],
      note: ['description', 'descrizione', 'beschreibung'],
      tags: ['tags', 'etichette', 'schlagworte', 'schlagwörter'],
      billable: ['billable', 'fatturabile', 'abrechenbar'],
      day: ['date', 'data', 'datum'],
      start: ['from', 'da', 'von'],
      end: ['to', 'a', 'bis'],
      duration: ['duration', 'durata', 'dauer', 'duration(seconds)'],
    },
    emptyIsNotBillable: true,
    durationLeads: true,
    unit: 'hours',
  },
  {
    id: 'solidtime',
    telling: [
      ['start', 'end', 'user_email'],
      ['start', 'end', 'member_id'],
    ],
    names: { ...words, task: ['task'], start: ['start'], end: ['end'] },
    noEndStillRuns: true,
  },
  {
    // A row is a day of a task or of all of them: its start and end hold whatever else was done in between.
    id: 'superProductivity',
    telling: [
      ['date', 'worked'],
      ['date', 'start', 'end', 'titles'],
    ],
    only: ['date', 'start', 'end', 'worked', 'estimate', 'titles', 'descriptions', 'projects', 'tags'],
    names: {
      client: ['projects'],
      note: ['titles', 'descriptions'],
      tags: ['tags'],
      day: ['date'],
      duration: ['worked'],
    },
    dashes: ['worked', 'titles'],
    unit: 'milliseconds',
  },
]

/** The tracker that wrote a table with these columns; null for none that is known. */
export function trackerOf(header: readonly string[]): TrackerTable | null {
  const names = new Set(header.map(plain))
  return (
    trackerTables.find(
      ({ telling, only }) =>
        telling.some((group) => group.every((name) => names.has(name))) &&
        (!only || [...names].every((name) => only.includes(name))),
    ) ?? null
  )
}

/** The trackers whose table it could be by its columns, the one that it most likely is among them. */
export function possibleTrackers(header: readonly string[]): readonly TrackerTable[] {
  const likely = trackerOf(header)
  return trackerTables.filter((table) => table === likely || isEnough(columnsOf(table, header)))
}

/** What the columns of its table hold. Of two with the same name the first counts. */
export function columnsOf({ names }: TrackerTable, header: readonly string[]): Columns {
  const plainHeader = header.map(plain)
  const columns: (Role | null)[] = header.map(() => null)
  for (const role of Object.keys(names) as Role[]) {
    const place = names[role]?.map((name) => plainHeader.indexOf(name)).find((index) => index !== -1)
    if (place !== undefined && columns[place] === null) columns[place] = role
  }
  return columns
}

/** Whether a dash stands for an empty cell in this file. */
export const hasDashes = ({ dashes }: TrackerTable, header: readonly string[]): boolean =>
  dashes?.some((name) => header.some((column) => plain(column) === name)) ?? false
