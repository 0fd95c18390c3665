import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUp } from '#electron/keeping/back-up.ts'
import { healthOf, verifyEverything } from '#electron/keeping/health.ts'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { entryOn, keptWorkspace } from '#tests/support/kept-workspace.ts'
import { deviceFolder, temporaryFolder } from '#tests/support/stores.ts'

async function started() {
  const folder = temporaryFolder()
  const kept = await keptWorkspace(folder)
  await kept.put(made('entries', entryOn('2026-03-04')), made('entries', entryOn('2024-03-04')))
  await backUp(kept, 'byHand')
  return { folder, kept, device: deviceFolder(folder) }
}

describe('what is on the disk', () => {
  it('is told by file, record and size, with the last checkpoint and backup', async () => {
    const { kept, device } = await started()
    const health = await healthOf(kept.open)
    expect(health).toMatchObject({ backup: '2026-03-20T10:00:00Z', problems: [] })
    expect(health.checkpoint).not.toBeNull()
    const size = (name: string): number => fs.statSync(path.join(device, name)).size
    expect(health.files).toContainEqual({
      what: 'entries',
      files: 2,
      records: 2,
      bytes: size('entries/2026-03.json') + size('entries/2024-03.json'),
    })
    expect(health.files).toContainEqual({ what: 'clients', files: 1, records: 1, bytes: size('clients.json') })
  })

  it('verified, it is all as it was written', async () => {
    const { kept } = await started()
    expect(await verifyEverything(kept.open)).toMatchObject({ records: 5, backups: 1, problems: [] })
  })

  it('verified, a file that went away meanwhile and one in whose place an older copy lies are named', async () => {
    const { kept, device } = await started()
    const clients = path.join(device, 'clients.json')
    const old = fs.readFileSync(clients)
    await kept.put(made('clients', clientNamed('Birch')))
    await kept.open.checkpoint()
    fs.writeFileSync(clients, old)
    fs.rmSync(path.join(device, 'entries/2024-03.json'))
    expect((await verifyEverything(kept.open)).problems).toEqual([
      { kind: 'missingFiles', file: expect.stringMatching(/2024-03\.json$/), files: 1, records: 1 },
      { kind: 'olderFile', file: expect.stringMatching(/clients\.json$/) },
    ])
  })

  it('verified, what is not as it was written is named, and nothing is touched', async () => {
    const { folder, kept, device } = await started()
    const spoil = (name: string, change: (text: string) => string): void =>
      fs.writeFileSync(name, change(fs.readFileSync(name, 'utf8')))
    spoil(path.join(device, 'entries/2024-03.json'), () => '<html>')
    spoil(path.join(device, 'clients.json'), (text) => text.replace('Halden', 'Holden'))
    spoil(path.join(device, 'journal.prev.jsonl'), (text) => text.replace('"by"', '"bY"'))
    const objects = path.join(folder, 'backups', 'objects')
    const [copy = ''] = fs.readdirSync(objects).filter((name) => name.startsWith('engagements'))
    fs.rmSync(path.join(objects, copy))
    const { problems } = await verifyEverything(kept.open)
    expect(problems).toEqual([
      { kind: 'alteredFile', file: expect.stringMatching(/clients\.json$/), kept: null },
      { kind: 'badFile', file: expect.stringMatching(/2024-03\.json$/), kept: null },
      { kind: 'badLine', file: expect.stringMatching(/journal\.prev\.jsonl$/), line: 1, kept: null },
      { kind: 'badCopy', file: path.join('backups', 'objects', copy) },
    ])
    expect(fs.readFileSync(path.join(device, 'entries/2024-03.json'), 'utf8')).toBe('<html>')
  })
})
