/**
 * Columns that tell whose export a file is: any of a tracker's groups, all of its names, in lower case. Their sources
 * are the exports themselves and their public importers; Toggl's own have `start date` and a plain `duration`.
 */
const telling: readonly (readonly [tracker: string, groups: readonly (readonly string[])[]])[] = [
  ['Clockify', [['duration (h)'], ['duration (decimal)'], ['time (h)', 'time (decimal)']]],
  [
    'Harvest',
    [
      ['date', 'hours', 'notes'],
      ['date', 'hours', 'first name', 'last name'],
    ],
  ],
  [
    'Kimai',
    [
      ['from', 'to', 'customer', 'activity'],
      ['da', 'a', 'cliente', 'attività'],
    ],
  ],
  [
    'solidtime',
    [
      ['start', 'end', 'user_email'],
      ['start', 'end', 'member_id'],
    ],
  ],
  [
    'Super Productivity',
    [
      ['date', 'worked'],
      ['start', 'end', 'titles'],
    ],
  ],
]

/** The tracker whose columns these are, by its own name; null for none that is known. */
export function otherTrackerOf(columns: ReadonlySet<string>): string | null {
  const found = telling.find(([, groups]) => groups.some((group) => group.every((name) => columns.has(name))))
  return found?.[0] ?? null
}
