import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { made } from '#shared/model/change.ts'
import { clientNamed } from '#tests/support/books.ts'
import { invoiceOf } from '#tests/support/invoices.ts'
import { append, contentAfter, entryAt, everythingIn, filesIn, open, temporaryFolder } from '#tests/support/stores.ts'

const march = entryAt('2026-03-04T08:00:00Z')
const invoice = invoiceOf([])

it.each([
  ['Dropbox', (stem: string, end: string) => `${stem} (Anna's conflicted copy 2026-03-04)${end}`],
  ['Syncthing', (stem: string, end: string) => `${stem}.sync-conflict-20260304-101112-ABCDEF7${end}`],
  ['OneDrive', (stem: string, end: string) => `${stem}-ANNAS-PC${end}`],
  ['Google Drive', (stem: string, end: string) => `${stem} (1)${end}`],
  ['Nextcloud', (stem: string, end: string) => `${stem} (conflicted copy 2026-03-04 101112)${end}`],
])(
  'copies of %s, where two have changed a file, are no files of ours: they are not read, nor written over, nor taken away',
  async (_, named) => {
    const folder = temporaryFolder()
    const first = await open(folder)
    const client = clientNamed('Halden')
    const changes = [await append(first, made('clients', client), made('entries', march), made('invoices', invoice))]
    await first.close(null)
    const theirs = clientNamed('Theirs')
    const copies = [...filesIn(folder)].flatMap(([name, text]) => {
      const end = path.extname(name)
      if (end === '') return []
      const copy = named(name.slice(0, -end.length), end)
      return [[copy, [client, march, invoice].reduce((all, { id }) => all.replaceAll(id, theirs.id), text)] as const]
    })
    expect(copies.length).toBeGreaterThan(5)
    for (const [copy, text] of copies) fs.writeFileSync(path.join(folder, copy), text)
    const again = await open(folder)
    expect(again).toMatchObject({ problems: [], readOnly: null, seq: 1 })
    changes.push(await append(again, made('clients', clientNamed('New'))))
    await again.close(null)
    const { content, store } = await everythingIn(folder)
    expect(content).toEqual(contentAfter(changes))
    expect(store.problems).toEqual([])
    const left = filesIn(folder)
    for (const [copy, text] of copies) expect(left.get(copy), copy).toBe(text)
  },
)
