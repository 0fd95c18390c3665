import { describe, expect, test } from 'vitest'
import { LONG_S, planImport, planningImport, previewImport, unread, type ImportTerms } from '#shared/domain/import.ts'
import { placing, type Matches } from '#shared/domain/import-places.ts'
import { RowList } from '#shared/formats/row-list.ts'
import type { ImportRow } from '#shared/formats/rows.ts'
import { day } from '#shared/kernel/day.ts'
import { addSeconds } from '#shared/kernel/instant.ts'
import { seconds } from '#shared/kernel/units.ts'
import { perkSchema } from '#shared/model/agreement.ts'
import { made } from '#shared/model/change.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { instant } from '#tests/support/agreements.ts'
import { bookOf, clientNamed, hourlyFor, retainerFor, zone } from '#tests/support/books.ts'

const halden = clientNamed('Halden')
const [site, old, plain] = [hourlyFor(halden, 'Site'), hourlyFor(halden, 'Shop', true), hourlyFor(halden, '')]
const { workspace } = bookOf(made('clients', halden), ...[site, old, plain].map((each) => made('engagements', each)))
const empty = bookOf().workspace

let line = 1
const words = (client: string, project: string, note: string) => ({
  line: (line += 1),
  client,
  project,
  task: '',
  note,
  tags: [],
  billable: true,
})
const span = (client: string, project: string, start: string, length: number, note = ''): ImportRow => ({
  ...words(client, project, note),
  start: instant(start),
  end: addSeconds(instant(start), length),
  seconds: seconds(length),
})
const amount = (client: string, project: string, on: string, length = 3600): ImportRow => ({
  ...words(client, project, ''),
  day: day(on),
  seconds: seconds(length),
})
const figures = (rows: ImportRow[], more: Partial<ImportTerms> = {}, here = empty) =>
  previewImport({ rows: RowList.of(rows), problems: [] }, { source: 'toggl', zone, ...more }, here)
const MARCH = '2026-03-10T09:00:00Z'

describe('the days of what comes in', () => {
  test('are the first and the last with work, by the clock or by the day', () => {
    const rows = [
      amount('A', '', '2026-03-12'),
      amount('A', '', '2026-03-20'),
      amount('A', '', '2026-03-15'),
      span('A', '', MARCH, 3600),
    ]
    expect(figures(rows)).toMatchObject({ from: '2026-03-10', to: '2026-03-20' })
    expect(figures(rows.slice(0, 3))).toMatchObject({ from: '2026-03-12', to: '2026-03-20' })
    const spans = [
      span('A', '', '2026-03-12T09:00:00Z', 60),
      span('A', '', MARCH, 60),
      span('A', '', '2026-03-11T09:00:00Z', 60),
    ]
    expect(figures(spans)).toMatchObject({ from: '2026-03-10', to: '2026-03-12' })
    expect(figures(spans.toReversed())).toMatchObject({ from: '2026-03-10', to: '2026-03-12' })
  })

  test('are none of nothing', () => {
    expect(figures([])).toEqual(unread(null))
    expect(unread(null)).toMatchObject({ refused: [], long: [], clients: [] })
  })
})

describe('a row that is longer than anyone works', () => {
  const long = span('Halden', 'Site', MARCH, LONG_S + 1, 'Left on')
  const just = span('Halden', 'Site', '2026-03-01T00:00:00Z', LONG_S)

  test('is told by what it says, and comes in all the same', () => {
    expect(figures([long, just])).toMatchObject({
      fresh: 2,
      longCount: 1,
      long: [{ line: long.line, words: 'Halden · Site · Left on', seconds: LONG_S + 1 }],
    })
  })

  test('stays out where that is asked for', () => {
    expect(figures([long, just], { skipLong: true })).toMatchObject({
      read: 2,
      fresh: 1,
      longCount: 1,
      seconds: LONG_S,
    })
  })

  test('is told with two hundred signs at most, and a hundred of them', () => {
    const many = Array.from({ length: 103 }, (_, index) =>
      span('', 'x'.repeat(150), addSeconds(instant(MARCH), index), LONG_S + 1, 'y'.repeat(150)),
    )
    const told = figures(many)
    expect([told.long.length, told.longCount]).toEqual([100, 103])
    expect(told.long[0]?.words).toBe(`${'x'.repeat(150)} · ${'y'.repeat(47)}`)
  })
})

test('rows that say the same are counted, each after the first', () => {
  const same = () => span('A', '', MARCH, 3600, 'Call')
  expect(figures([same(), same(), same(), span('A', '', MARCH, 60, 'Call')])).toMatchObject({ fresh: 4, twins: 2 })
})

test('clients come by time, those with as much by name, each with its projects', () => {
  const rows = [
    span('Birch', '', MARCH, 60),
    span('Ash', 'Two', MARCH, 30),
    span('Ash', 'One', MARCH, 20),
    span('Ash', 'Two', '2026-03-11T09:00:00Z', 10),
    span('Cedar', '', MARCH, 600),
  ]
  const clients = figures(rows).clients
  expect(clients.map(({ name, seconds: sum, entries }) => [name, sum, entries])).toEqual([
    ['Cedar', 600, 1],
    ['Ash', 60, 3],
    ['Birch', 60, 1],
  ])
  expect(clients[1]?.projects.map(({ said, seconds: sum, entries }) => [said, sum, entries])).toEqual([
    ['Two', 40, 2],
    ['One', 20, 1],
  ])
  expect(figures(rows.toReversed()).clients.map(({ name }) => name)).toEqual(['Cedar', 'Ash', 'Birch'])
})

test('a row comes in on the perk that its work has on its day, and else without one, which is counted', () => {
  const care = retainerFor(halden, 'Care') as Extract<Engagement, { kind: 'retainer' }>
  const perks = [perkSchema.parse({ id: 'calls', name: 'Calls', minutes: 60 })]
  const [first] = care.agreement.versions
  const from = { ...first, from: day('2026-02-01'), perks } as typeof first & {}
  const agreed = { ...care, agreement: { ...care.agreement, versions: [...care.agreement.versions, from] } }
  const here = bookOf(made('clients', halden), made('engagements', agreed)).workspace
  const rows = ['2026-01-31', '2026-02-01'].flatMap((on) =>
    ['CALLS ', 'calls', 'Talks'].map((perk) => ({ ...amount('Halden', 'Care', on), perk })),
  )
  const plan = planImport(here, RowList.of([...rows, amount('Halden', 'Care', '2026-02-02')]), { source: 'csv', zone })
  expect(plan.taken.map(plan.perkOf)).toEqual([null, null, null, 'calls', 'calls', null, null])
  expect(plan.withoutPerk).toBe(4)
  expect(figures(rows).withoutPerk).toBe(6)
})

test('a long file is planned in pieces of five hundred', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => span('A', '', addSeconds(instant(MARCH), index), 60))
  const breaths = (count: number): number => {
    const pieces = planningImport(empty, RowList.of(rows.slice(0, count)), { source: 'toggl', zone })
    let breath = 0
    while (!pieces.next().done) breath += 1
    return breath
  }
  expect([499, 500, 1000].map(breaths)).toEqual([0, 1, 2])
})

describe('where a row goes', () => {
  const at = (row: ImportRow, matches?: Matches, isOwnExport = false, rows = [row]) =>
    placing(workspace, rows, { matches, isOwnExport })(row)
  const none = { clients: [], projects: [] }

  test('is the engagement of that name, whatever its case, one that is not put away first', () => {
    expect(at(span('HALDEN', 'site', MARCH, 60)).engagement).toEqual({ name: 'Site', existing: site })
    expect(at(span('Halden', 'Shop', MARCH, 60)).engagement?.existing).toBe(old)
    const newer = hourlyFor(halden, 'shop')
    const both = bookOf(made('clients', halden), made('engagements', old), made('engagements', newer)).workspace
    const row = span('Halden', 'Shop', MARCH, 60)
    expect(placing(both, [row])(row).engagement?.existing).toBe(newer)
  })

  test('is the one without a name where the project is called as its client', () => {
    expect(at(span('Halden', 'Halden', MARCH, 60)).engagement?.existing).toBe(plain)
    // Of somebody who is not here: without a name where the file has no other project of theirs.
    const [one, two] = [span('Ash', 'Ash', MARCH, 60), span('Ash', 'Two', MARCH, 60)]
    expect(at(one, none, false, [one]).engagement?.name).toBe('')
    expect(at(one, none, false, [one, two]).engagement?.name).toBe('Ash')
    expect(at(one, none, true, [one]).engagement?.name).toBe('Ash')
    // Nothing else than its client's name is taken for it.
    expect(at(span('Ash', 'Oak', MARCH, 60)).engagement).toEqual({ name: 'Oak', existing: null })
    expect(at(span('Halden', 'Oak', MARCH, 60)).engagement).toEqual({ name: 'Oak', existing: null })
  })

  test('is own work without a client', () => {
    expect(at(span('', 'Admin', MARCH, 60))).toMatchObject({ client: { name: '', existing: null }, engagement: null })
  })

  test('is the same place for the same names', () => {
    const rows = [span('Ash', 'Oak', MARCH, 60), span('ASH', 'oak', MARCH, 60), span('Ash', 'Oak', MARCH, 60)]
    const placeOf = placing(workspace, rows)
    const [first, second, third] = rows.map((row) => placeOf(row))
    expect(third).toBe(first)
    expect(second?.engagement).toBe(first?.engagement)
  })

  describe('as the user says', () => {
    const row = span('Hald. Ltd', 'Website', MARCH, 60)

    test('a client of the file is one who is here, or none', () => {
      const theirs = at(row, { ...none, clients: [{ client: 'HALD. LTD', clientId: halden.id }] })
      expect(theirs.client).toEqual({ name: 'Halden', existing: halden, said: 'Hald. Ltd' })
      expect(theirs.engagement).toEqual({ name: 'Website', existing: null })
      const own = at(row, { ...none, clients: [{ client: 'Hald. Ltd', clientId: null }] })
      expect(own).toEqual({
        client: { name: '', existing: null, said: 'Hald. Ltd' },
        project: 'Website',
        engagement: null,
      })
    })

    test('one who has gone meanwhile is found by name again', () => {
      const gone = clientNamed('Gone')
      const clients = [{ client: 'Halden', clientId: gone.id }]
      expect(at(span('Halden', 'Site', MARCH, 60), { ...none, clients }).client.existing).toBe(halden)
    })

    test('a project of the file is an engagement of that client, and of no other', () => {
      const projects = [{ client: 'halden', project: 'website', engagementId: site.id }]
      expect(at(span('Halden', 'Website', MARCH, 60), { ...none, projects }).engagement).toEqual({
        name: 'Site',
        existing: site,
      })
      expect(at(span('Ash', 'Website', MARCH, 60), { ...none, projects }).engagement?.existing).toBeNull()
      const stranger = [{ client: 'Ash', project: 'Website', engagementId: site.id }]
      expect(at(span('Ash', 'Website', MARCH, 60), { ...none, projects: stranger }).engagement?.existing).toBeNull()
    })

    test('it goes for the plan too', () => {
      const plan = planImport(workspace, RowList.of([row]), {
        source: 'toggl',
        zone,
        matches: { clients: [{ client: 'Hald. Ltd', clientId: halden.id }], projects: [] },
      })
      expect(plan.places.map(({ client }) => client.existing)).toEqual([halden])
    })
  })

  test('an export of the app’s own says what it means', () => {
    const row = span('Ash', 'Ash', MARCH, 60)
    const nameIn = (source: string) =>
      planImport(empty, RowList.of([row]), { source, zone }).places[0]?.engagement?.name
    expect([nameIn('toggl'), nameIn('mainstay')]).toEqual(['', 'Ash'])
  })
})
