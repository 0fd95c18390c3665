import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { day, monthsBetween, type Month } from '#shared/kernel/day.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { made, removed, replaced } from '#shared/model/change.ts'
import { FORMAT } from '#shared/model/workspace.ts'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'
import { invoiceOf } from '#tests/support/invoices.ts'
import {
  append,
  changeOf,
  contentAfter,
  contentOf,
  crashed,
  deviceFolder,
  entryAt,
  everythingIn,
  filesIn,
  open,
  preferences,
  rewriteManifest,
  rewriteShard,
  temporaryFolder,
} from '#tests/support/stores.ts'

const march = entryAt('2026-03-04T08:00:00Z')

describe('a new folder', () => {
  it('opens empty, and says that it is new', async () => {
    const folder = temporaryFolder()
    const store = await open(path.join(folder, 'data'))
    expect(store).toMatchObject({ isNew: true, seq: 0, problems: [], readOnly: null })
    expect(store.totals).toEqual(new Map())
    expect(contentOf(store.workspace)).toEqual(contentAfter([]))
    expect(await store.allMonths()).toEqual([])
    await store.close(null)
    expect([...filesIn(folder).keys()]).toEqual(['data/manifest.json'])
    // Until something has been put in: a start that was cut short begins again.
    const again = await open(path.join(folder, 'data'))
    expect(again).toMatchObject({ isNew: true, seq: 0, problems: [], device: store.device })
    await append(again, made('preferences', preferences))
    await again.close(null)
    expect(await open(path.join(folder, 'data'))).toMatchObject({ isNew: false, seq: 1 })
  })

  it('is readable by its user alone', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('entries', march))
    await store.checkpoint(new Map())
    for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const stat = fs.statSync(path.join(folder, name))
      expect([name, stat.mode & 0o777]).toEqual([name, stat.isFile() ? 0o600 : 0o700])
    }
  })
})

describe('appending', () => {
  it('numbers the changes, dates them, and shows nothing by itself', async () => {
    const store = await open(temporaryFolder())
    const first = await append(store, made('entries', march))
    const client = clientNamed('Halden')
    const second = await store.append({ ...changeOf(made('clients', client)), undoes: 1 })
    expect(first).toMatchObject({ seq: 1, by: 'user', label: 'test', edits: [made('entries', march)] })
    expect(second).toMatchObject({ ok: true, value: { seq: 2, undoes: 1 } })
    expect(first.at < (second.ok ? second.value.at : '')).toBe(true)
    expect(store.seq).toBe(2)
    expect(contentOf(store.workspace)).toEqual(contentAfter([]))
  })

  it('has it on the disk when it says so: nobody has to say goodbye', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const changes = [await append(store, made('entries', march)), await append(store, made('preferences', preferences))]
    const { content, store: again } = await everythingIn(crashed(folder))
    expect(content).toEqual(contentAfter(changes))
    expect(again).toMatchObject({ seq: 2, problems: [], isNew: false })
  })

  it('keeps order when several are asked for at once', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    const entries = Array.from({ length: 20 }, (_, index) => entryAt(`2026-03-${index + 10}T08:00:00Z`))
    const all = await Promise.all(entries.map((entry) => append(store, made('entries', entry))))
    expect(all.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
    await store.close(null)
    expect((await everythingIn(folder)).content).toEqual(contentAfter(all))
  })

  it('is refused after closing', async () => {
    const store = await open(temporaryFolder())
    await store.close(null)
    expect(await store.append(changeOf())).toEqual({ ok: false, refusal: { code: 'notSaved', cause: 'other' } })
  })
})

describe('a clock that was set back', () => {
  it('dates no change before one that is on the disk', async () => {
    for (const how of ['crashed', 'closed']) {
      const folder = temporaryFolder()
      const first = await open(folder, { now: () => Date.UTC(2026, 2, 20) })
      const { at } = await append(first, made('entries', march))
      if (how === 'closed') await first.close(null)
      const again = await open(how === 'closed' ? folder : crashed(folder), { now: () => Date.UTC(1970, 0, 1) })
      const later = await append(again, removed('entries', march))
      expect(later.at > at).toBe(true)
      expect(later.at.slice(0, 24)).toBe('2026-03-20T00:00:00.000Z')
    }
  })
})

describe('what is not in memory', () => {
  const old = entryAt('2019-07-04T08:00:00Z')

  it('is read from its shard and the journal when it is asked for', async () => {
    const folder = temporaryFolder()
    const first = await open(folder)
    await append(first, made('entries', old), made('entries', march))
    await first.checkpoint(null)
    const later = entryAt('2019-07-05T08:00:00Z')
    await append(first, made('entries', later), replaced('entries', old, { ...old, note: 'changed' }))
    await first.close(null)

    const store = await open(folder)
    expect([...store.workspace.tables.entries.keys()]).toEqual([march.id])
    expect(await store.allMonths()).toEqual(['2019-07', '2026-03'])
    expect(await store.readMonths(['2019-07' as Month])).toEqual([{ ...old, note: 'changed' }, later])
    expect(await store.readMonths(['2018-01' as Month])).toEqual([])
    const more = entryAt('2018-01-05T08:00:00Z')
    await append(store, made('entries', more), removed('entries', later))
    expect(await store.allMonths()).toEqual(['2018-01', '2019-07', '2026-03'])
    expect(await store.readMonths(['2019-07', '2018-01'] as Month[])).toEqual([{ ...old, note: 'changed' }, more])
  })

  it('is read with what is appended while it is read', async () => {
    const store = await open(temporaryFolder())
    // So many that the disk is done with the append before the last is read.
    const wanted = ['2019-07' as Month, ...monthsBetween('1800-01' as Month, '2066-12' as Month)]
    await append(store, made('entries', old))
    const [changed, more] = [{ ...old, note: 'changed' }, entryAt('2020-01-04T08:00:00Z')]
    const order: string[] = []
    const reading = store.readMonths(wanted).finally(() => order.push('read'))
    const edits = [replaced('entries', old, changed), made('entries', more)]
    const appending = append(store, ...edits).finally(() => order.push('appended'))
    await Promise.all([reading, appending])
    expect(order).toEqual(['appended', 'read'])
    expect(await reading).toEqual([changed, more])
  })

  it('is the running timer alone, which is found wherever it began', async () => {
    const folder = temporaryFolder()
    const running = entryAt('2019-07-31T22:00:00Z', { end: null })
    const first = await open(folder)
    await append(first, made('entries', old), made('entries', running))
    const inJournal = await open(folder, {})
    expect([...inJournal.workspace.tables.entries.values()]).toEqual([running])
    await first.close(null)
    for (const _ of ['in the shard', 'and once more']) {
      const store = await open(folder)
      expect([...store.workspace.tables.entries.values()]).toEqual([running])
      await store.close(null)
    }
    const store = await open(folder)
    await append(store, replaced('entries', running, { ...running, end: '2019-07-31T23:00:00Z' as Instant }))
    await store.close(null)
    expect((await open(folder)).workspace.tables.entries.size).toBe(0)
  })

  it('moves with its month', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('entries', march))
    await store.checkpoint(null)
    const moved = { ...march, start: '2026-02-04T08:00:00Z' as Instant, end: '2026-02-04T09:00:00Z' as Instant }
    await append(store, replaced('entries', march, moved))
    await store.close(null)
    const { content, store: again } = await everythingIn(folder)
    expect(content['entries']).toEqual({ [march.id]: moved })
    expect(again.problems).toEqual([])
  })
})

describe('invoices', () => {
  const invoice = invoiceOf([])
  const draft = invoiceOf([], { status: 'draft', year: null, number: null, issuedOn: day('2025-12-30') })
  const old = invoiceOf([], { year: 2019, issuedOn: day('2019-07-05') })

  it('lie in a file of their year, and are all in memory from the start', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('invoices', invoice), made('invoices', draft), made('invoices', old))
    await store.close(null)
    const names = [...filesIn(path.join(deviceFolder(folder), 'invoices')).keys()]
    expect(names).toEqual(['2019.json', '2025.json', '2026.json'])
    const again = await open(folder)
    expect(again.problems).toEqual([])
    expect(contentOf(again.workspace)['invoices']).toEqual({
      [invoice.id]: invoice,
      [draft.id]: draft,
      [old.id]: old,
    })
  })

  it('are there before any checkpoint', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('invoices', old))
    expect(contentOf((await open(crashed(folder))).workspace)['invoices']).toEqual({ [old.id]: old })
  })

  it('move with the year in which a draft is issued', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('invoices', draft))
    await store.checkpoint(null)
    const issued = { ...draft, status: 'issued' as const, year: 2026, number: 1, issuedOn: day('2026-01-07') }
    await append(store, replaced('invoices', draft, issued))
    const inJournal = await open(crashed(folder))
    expect(contentOf(inJournal.workspace)['invoices']).toEqual({ [draft.id]: issued })
    expect(inJournal.problems).toEqual([])
    await store.close(null)
    const again = await open(folder)
    expect(contentOf(again.workspace)['invoices']).toEqual({ [draft.id]: issued })
    expect(again.problems).toEqual([])
    const left = JSON.parse(fs.readFileSync(path.join(deviceFolder(folder), 'invoices/2025.json'), 'utf8')) as object
    expect(left).toMatchObject({ records: { [draft.id]: { removed: true } } })
  })

  it('leave other files alone, and are left alone by them', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('invoices', invoice))
    await store.close(null)
    const stray = path.join(deviceFolder(folder), 'invoices', 'copy of 2026.json')
    fs.writeFileSync(stray, 'no')
    const again = await open(folder)
    expect(again.problems).toEqual([])
    expect(again.workspace.tables.invoices.size).toBe(1)
    await again.close(null)
    expect(fs.readFileSync(stray, 'utf8')).toBe('no')
  })
})

describe('what a later version wrote', () => {
  it('keeps fields it does not know', async () => {
    const folder = temporaryFolder()
    const client = { ...clientNamed('Halden'), mood: { today: 'good' } }
    const store = await open(folder)
    await append(store, made('clients', client))
    await store.close(null)
    rewriteManifest(folder, { colour: 'blue' })
    const again = await open(folder)
    expect(again.workspace.tables.clients.get(client.id)).toEqual(client)
    await append(again, made('engagements', hourlyFor(client, 'x')))
    await again.close(null)
    expect(JSON.parse(filesIn(folder).get('manifest.json') ?? '')).toMatchObject({ colour: 'blue', seq: 2 })
    expect((await open(folder)).workspace.tables.clients.get(client.id)).toEqual(client)
  })

  it('is shown but never touched where its format is newer', async () => {
    for (const file of ['manifest.json', 'clients.json']) {
      const folder = temporaryFolder()
      const client = clientNamed('Halden')
      const first = await open(folder)
      await append(first, made('clients', client), made('entries', march))
      await first.close(null)
      if (file === 'manifest.json') rewriteManifest(folder, { format: FORMAT + 1 })
      else rewriteShard(folder, 'clients', (text) => text.replace(`"format":${FORMAT}`, `"format":${FORMAT + 1}`))
      const before = filesIn(folder)
      const store = await open(folder)
      expect(store).toMatchObject({ readOnly: 'newerFormat', isNew: false })
      expect(store.workspace.tables.entries.get(march.id)).toEqual(march)
      const refusal = { code: 'readOnlyWorkspace', why: 'newerFormat' }
      expect(await store.append(changeOf())).toEqual({ ok: false, refusal })
      await store.checkpoint(new Map())
      await store.close(new Map())
      expect(filesIn(folder)).toEqual(before)
    }
  })
})

describe('two programs', () => {
  it('do not write in one folder: the second one reads', async () => {
    const folder = temporaryFolder()
    const first = await open(folder)
    await append(first, made('entries', march))
    const second = await open(folder)
    expect(second.readOnly).toBe('locked')
    expect(second.workspace.tables.entries.get(march.id)).toEqual(march)
    expect(await second.append(changeOf())).toEqual({
      ok: false,
      refusal: { code: 'readOnlyWorkspace', why: 'locked' },
    })
    await second.close(null)
    expect((await open(folder)).readOnly).toBe('locked')
    await first.close(null)
    expect((await open(folder)).readOnly).toBe(null)
  })
})
