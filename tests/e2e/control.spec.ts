import { writeFile } from 'node:fs/promises'
import { test } from './app.ts'
import { Face } from './pages/face.ts'
import { show } from './pages/tour.ts'
import type { Bridge } from '#shared/ipc.ts'
test('shot', async ({ mainstay }) => {
  const { page } = await mainstay.start({ sample: true })
  const face = new Face(page)
  await face.arrived('today')
  await page.evaluate(async () => {
    const b = (window as unknown as { mainstay: Bridge }).mainstay
    const s = await b.load()
    const clients = s.tables.clients as unknown as { id: string; name: string }[]
    const id = clients.find((c) => c.name === 'Studio Aperta')?.id
    const e = (s.tables.engagements as unknown as { id: string; clientId: string; kind: string }[]).find(
      (x) => x.clientId === id && x.kind === 'retainer',
    )
    const ends = (s.tables.entries as unknown as { end?: string | null }[]).map((x) => x.end ?? '').sort()
    const at =
      new Date(Math.max(Date.parse(ends.at(-1) ?? ''), Date.now() - 47 * 60_000)).toISOString().slice(0, 19) + 'Z'
    await b.execute({ name: 'timer.start', input: { engagementId: e?.id, note: 'Winter issue, second draft', at } })
  })
  await show(page, { theme: 'light', language: 'en' })
  await face.timer.elapsed.waitFor()
  await page.mouse.move(640, 790)
  await page.waitForTimeout(500)
  await writeFile('/tmp/ex/readme.png', await page.screenshot())
})
