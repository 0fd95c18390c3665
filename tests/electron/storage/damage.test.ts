import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { day, type Month } from '#shared/kernel/day.ts'
import { made } from '#shared/model/change.ts'
import { FORMAT } from '#shared/model/workspace.ts'
import { clientNamed, hourlyFor } from '#tests/support/books.ts'
import { invoiceOf } from '#tests/support/invoices.ts'
import { append, contentOf, deviceFolder, entryAt, open, preferences, temporaryFolder } from '#tests/support/stores.ts'

const client = clientNamed('Halden')
const engagement = hourlyFor(client, 'Advice')
const [march, april, old] = [
  entryAt('2026-03-04T08:00:00Z'),
  entryAt('2026-03-05T08:00:00Z'),
  entryAt('2019-07-05T08:00:00Z'),
]

const [billed, older] = [
  invoiceOf([]),
  invoiceOf([], { year: 2019, issuedOn: day('2019-07-05'), dueOn: day('2019-07-20') }),
]

/** A folder with something in every shard, and journals that know nothing of it any more. */
async function settledFolder(): Promise<string> {
  const folder = temporaryFolder()
  const store = await open(folder)
  await append(store, made('preferences', preferences), made('clients', client), made('engagements', engagement))
  const entries = [march, april, old].map((entry) => made('entries', entry))
  await append(store, ...entries, made('invoices', billed), made('invoices', older))
  await store.close(null)
  for (const name of ['journal.jsonl', 'journal.prev.jsonl'])
    fs.writeFileSync(path.join(deviceFolder(folder), name), '')
  return folder
}

const shards = ['clients', 'engagements', 'preferences', 'entries/2026-03', 'invoices/2026', 'invoices/2019']
const fileOf = (folder: string, shard: string): string => path.join(deviceFolder(folder), `${shard}.json`)
const kept = (folder: string): string[] =>
  fs.existsSync(path.join(folder, 'quarantine')) ? fs.readdirSync(path.join(folder, 'quarantine')) : []

const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

describe('a shard that cannot be understood', () => {
  const broken: [string, (good: string) => string][] = [
    ['empty', () => ''],
    ['NULs', (good) => '\0'.repeat(good.length)],
    ['[]', () => '[]'],
    ['null', () => 'null'],
    ['HTML', () => '<!doctype html><html><body>Sign in to your network</body></html>'],
    ['a lone BOM', () => '\uFEFF'],
    ['cut in the middle', (good) => good.slice(0, good.length >> 1)],
    ['cut before its last brace', (good) => good.trimEnd().slice(0, -1)],
    ['records of the wrong type', (good) => good.replace(/"records":[^]*$/, '"records":[]}')],
    ['no records', () => '{"format":1,"seq":1,"count":0}'],
    ['no format', (good) => good.replace(`"format":${FORMAT}`, '"format":"one"')],
    ['nested too deep, and never closed', () => '['.repeat(100_000)],
    [
      'nested too deep',
      (good) => good.replace('"records":{', `"records":{"deep":{"of":"constructor","deeper":${deep}},`),
    ],
  ]

  it.each(broken)('%s: goes to quarantine whole, and the rest loads', async (_, spoil) => {
    for (const shard of shards) {
      const folder = await settledFolder()
      const file = fileOf(folder, shard)
      const spoiled = spoil(fs.readFileSync(file, 'utf8'))
      fs.writeFileSync(file, spoiled)
      const store = await open(folder)
      expect(store.problems).toHaveLength(1)
      const [problem] = store.problems
      if (problem?.kind !== 'badFile' || !problem.kept) throw new Error(JSON.stringify(problem))
      expect(path.join(folder, problem.file)).toBe(file)
      expect(fs.readFileSync(path.join(folder, problem.kept), 'utf8')).toBe(spoiled)
      const sizes = Object.fromEntries(
        Object.entries(store.workspace.tables)
          .filter(([, table]) => table.size > 0)
          .map(([name, table]) => [name, table.size]),
      )
      const table = shard.split('/')[0] ?? ''
      const whole = { preferences: 1, clients: 1, engagements: 1, invoices: 2, entries: 2 }
      // Of invoices only the one year is gone.
      const left = table === 'invoices' ? { ...whole, invoices: 1 } : { ...whole, [table]: 0 }
      expect(sizes).toEqual(Object.fromEntries(Object.entries(left).filter(([, size]) => size > 0)))

      // What is written afterwards does not touch it.
      await append(store, made('clients', clientNamed('New')), made('entries', entryAt('2026-03-06T08:00:00Z')))
      await store.close(null)
      expect(store.problems).toHaveLength(1)
      expect(fs.readFileSync(path.join(folder, problem.kept), 'utf8')).toBe(spoiled)
      const again = await open(folder)
      expect(again.problems).toEqual([])
      expect(again.workspace.tables.entries.size).toBe(shard.startsWith('entries') ? 1 : 3)
    }
  })

  it('cut at every byte: never read as something else, never lost', async () => {
    const folder = await settledFolder()
    const file = fileOf(folder, 'clients')
    const good = fs.readFileSync(file)
    for (let length = 0; length < good.length - 1; length += 1) {
      fs.writeFileSync(file, good.subarray(0, length))
      const store = await open(folder)
      expect(store.workspace.tables.clients.size).toBe(0)
      expect(store.problems.map(({ kind }) => kind)).toEqual(['badFile'])
      await store.close(null)
    }
    expect(kept(folder)).toHaveLength(good.length - 1)
  })

  it('is written anew from what the journals still know', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('clients', client))
    await store.close(null)
    fs.writeFileSync(fileOf(folder, 'clients'), '')
    const second = await open(folder)
    expect(second.workspace.tables.clients.get(client.id)).toEqual(client)
    await second.close(null)
    for (const name of ['journal.jsonl', 'journal.prev.jsonl']) fs.rmSync(path.join(deviceFolder(folder), name))
    expect((await open(folder)).workspace.tables.clients.get(client.id)).toEqual(client)
  })

  it('is written anew from what the journals still know, also where it is a year that is gone without a trace', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    await append(store, made('invoices', billed), made('invoices', older))
    await store.close(null)
    fs.rmSync(fileOf(folder, 'invoices/2019'))
    const second = await open(folder)
    expect(second.problems).toMatchObject([{ kind: 'missingFiles', files: 1, records: 1 }])
    expect(contentOf(second.workspace)['invoices']).toEqual({ [billed.id]: billed, [older.id]: older })
    await second.close(null)
    for (const name of ['journal.jsonl', 'journal.prev.jsonl']) fs.rmSync(path.join(deviceFolder(folder), name))
    expect(contentOf((await open(folder)).workspace)['invoices']).toEqual({ [billed.id]: billed, [older.id]: older })
  })

  it('is found also where it is not read at the start', async () => {
    const folder = await settledFolder()
    fs.writeFileSync(fileOf(folder, 'entries/2019-07'), 'no')
    const store = await open(folder)
    expect(store.problems).toEqual([])
    expect(await store.readMonths(['2019-07' as Month])).toEqual([])
    expect(store.problems.map(({ kind }) => kind)).toEqual(['badFile'])
    expect(kept(folder)).toHaveLength(1)
  })

  it('stays where it is, and is not written over, when it cannot be moved', async () => {
    const folder = await settledFolder()
    fs.writeFileSync(fileOf(folder, 'clients'), 'no')
    fs.writeFileSync(path.join(folder, 'quarantine'), 'a file where the folder should be')
    const store = await open(folder)
    expect(store.problems).toMatchObject([
      { kind: 'badFile', kept: null },
      { kind: 'unreadable', cause: 'other' },
    ])
    const added = clientNamed('New')
    await append(store, made('clients', added))
    await store.close(null)
    expect(store.problems.at(-1)).toMatchObject({ kind: 'notCheckpointed', cause: 'other' })
    expect(fs.readFileSync(fileOf(folder, 'clients'), 'utf8')).toBe('no')
    fs.rmSync(path.join(folder, 'quarantine'))
    expect([...(await open(folder)).workspace.tables.clients.values()]).toEqual([added])
  })
})

describe('a shard that was written by others', () => {
  it('with a byte order mark, or set out differently, is the same', async () => {
    const folder = await settledFolder()
    for (const rewrite of [
      (text: string) => `\uFEFF${text}`,
      (text: string) => JSON.stringify(JSON.parse(text), null, 4),
      (text: string) => text.replaceAll('\n', '\r\n'),
    ]) {
      for (const shard of shards)
        fs.writeFileSync(fileOf(folder, shard), rewrite(fs.readFileSync(fileOf(folder, shard), 'utf8').trim()))
      const store = await open(folder)
      expect(store.problems).toEqual([])
      expect(store.workspace.tables.entries.size).toBe(2)
      await store.close(null)
    }
  })

  it('with other words in it is believed, and told, and a copy kept', async () => {
    const folder = await settledFolder()
    const file = fileOf(folder, 'clients')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('Halden', 'Helden'))
    const store = await open(folder)
    expect(store.workspace.tables.clients.get(client.id)?.name).toBe('Helden')
    expect(store.problems).toMatchObject([{ kind: 'alteredFile' }])
    expect(kept(folder)).toHaveLength(1)
  })
})

describe('a record that does not validate', () => {
  const spoilt: [string, Record<string, unknown>][] = [
    ['a wrong type', { ...client, listRate: 'much' }],
    ['nothing', {}],
    ['another id', { ...client, id: engagement.id }],
    ['a name that is too long', { ...client, name: 'x'.repeat(100_001) }],
  ]
  it.each(spoilt)('%s: is set aside, stays in its file, and the rest loads', async (_, record) => {
    const folder = await settledFolder()
    const file = fileOf(folder, 'clients')
    const other = clientNamed('Other')
    const text = JSON.stringify({
      format: FORMAT,
      seq: 1,
      records: { [client.id]: record, [other.id]: { ...other, at: '' } },
    })
    fs.writeFileSync(file, text)
    const store = await open(folder)
    expect([...store.workspace.tables.clients.values()]).toEqual([other])
    const bad = store.problems.filter((problem) => problem.kind === 'badRecord')
    expect(bad).toMatchObject([{ id: client.id }])
    const copy = path.join(folder, bad[0]?.kept ?? '')
    expect(JSON.parse(fs.readFileSync(copy, 'utf8'))).toEqual(record)
    await append(store, made('clients', clientNamed('New')))
    await store.close(null)
    const { records } = JSON.parse(fs.readFileSync(file, 'utf8')) as { records: Record<string, unknown> }
    expect(records[client.id]).toEqual(record)
    expect(Object.keys(records)).toHaveLength(3)
  })

  it.each([
    ['', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}'],
    [', behind an escape', '"\\u005f_proto__":{"polluted":1}'],
  ])('under a name that reaches into objects%s does nothing', async (_, hostile) => {
    const folder = await settledFolder()
    const record = `${JSON.stringify(client).slice(0, -1)},${hostile},"at":""}`
    fs.writeFileSync(fileOf(folder, 'clients'), `{"format":1,"seq":1,"records":{${hostile},"${client.id}":${record}}}`)
    const store = await open(folder)
    expect(contentOf(store.workspace)['clients']).toEqual({ [client.id]: client })
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    await append(store, made('clients', clientNamed('New')))
    await store.close(null)
    expect(fs.readFileSync(fileOf(folder, 'clients'), 'utf8')).not.toMatch(/polluted|__proto__|constructor/)
  })
})

describe('a missing or broken manifest', () => {
  const texts = ['', 'null', '[]', '{"format":"x"}', '{"format":1}', `{"format":1,"crc":"0","deep":${deep}}`]
  it.each(texts.map((text) => [text.slice(0, 40), text]))('%j: everything is found without it', async (_, text) => {
    const folder = await settledFolder()
    const running = entryAt('2018-01-01T08:00:00Z', { end: null })
    const first = await open(folder)
    const { seq } = await append(first, made('entries', running))
    await first.close(null)
    fs.writeFileSync(path.join(folder, 'manifest.json'), text)
    const store = await open(folder)
    expect(store).toMatchObject({ isNew: false, seq, device: first.device, problems: [{ kind: 'badFile' }] })
    expect(store.workspace.tables.entries.size).toBe(3)
    expect(store.workspace.tables.entries.get(running.id)).toEqual(running)
    await store.close(null)
    fs.rmSync(path.join(folder, 'manifest.json'))
    const again = await open(folder)
    expect(again).toMatchObject({ isNew: false, seq, device: first.device, problems: [] })
    await append(again, made('clients', clientNamed('New')))
    await again.close(null)
    // And without the journals: the shards know the number too.
    fs.rmSync(path.join(folder, 'manifest.json'))
    for (const name of ['journal.jsonl', 'journal.prev.jsonl']) fs.rmSync(path.join(deviceFolder(folder), name))
    const last = await open(folder)
    expect(last).toMatchObject({ seq: again.seq, problems: [] })
    expect(last.workspace.tables.clients.size).toBe(2)
  })
})
