import { expect, test } from './app.ts'
import { disk, journal, runningOnDisk } from './disk.ts'
import { chooseInMenu } from './main-process.ts'
import { Face } from './pages/face.ts'
import { clientByTheHour } from './workspace.ts'
import type { Bridge } from '#shared/ipc.ts'
import type { Id } from '#shared/kernel/id.ts'

test('a timer that runs is found again after a crash', async ({ mainstay }) => {
  const crashed = await mainstay.start()
  const face = new Face(crashed.page)
  await clientByTheHour(crashed.page, 'Alder')
  await face.timer.pick('Alder')
  await expect(face.timer.elapsed).toBeVisible()
  await crashed.kill()
  const before = await runningOnDisk(mainstay.data)
  expect(before).toMatchObject({ end: null })

  const { page } = await mainstay.start()
  const again = new Face(page)
  await expect(again.timer.region).toContainText('Alder')
  await expect(again.timer.elapsed).toBeVisible()
  expect(await runningOnDisk(mainstay.data)).toEqual(before)
})

test('and after quitting in order', async ({ mainstay }) => {
  const first = await mainstay.start()
  const face = new Face(first.page)
  await clientByTheHour(first.page, 'Alder')
  await face.timer.pick('Alder')
  await face.timer.write('Plans')
  await expect.poll(async () => (await runningOnDisk(mainstay.data))?.['note']).toBe('Plans')
  const before = await runningOnDisk(mainstay.data)
  await first.quit()

  const again = new Face((await mainstay.start()).page)
  await expect(again.timer.note).toHaveValue('Plans')
  expect(await runningOnDisk(mainstay.data)).toEqual(before)
  await again.timer.stop()
  await expect(again.timer.stopButton).toHaveCount(0)
  expect(await runningOnDisk(mainstay.data)).toBeNull()
})

test('a note that is being typed when the app quits is kept', async ({ mainstay }) => {
  const { page, electron } = await mainstay.start()
  const face = new Face(page)
  await clientByTheHour(page, 'Alder')
  await face.timer.pick('Alder')
  await face.timer.note.fill('Half a sen')
  const ended = new Promise<void>((resolve) => void electron.once('close', () => resolve()))
  await chooseInMenu(electron, 'File', 'Quit Mainstay')
  await ended
  expect(await runningOnDisk(mainstay.data)).toMatchObject({ note: 'Half a sen', end: null })
})

test('a note that is still being typed is there after a kill: a pause has kept it', async ({ mainstay }) => {
  const first = await mainstay.start()
  const face = new Face(first.page)
  await clientByTheHour(first.page, 'Alder')
  await face.timer.pick('Alder')
  await face.timer.note.focus()
  for (const part of ['The plan', ' for May', ' and the rest of the ye']) {
    const before = (await runningOnDisk(mainstay.data))?.['note']
    await face.timer.note.pressSequentially(part)
    await expect(face.timer.note).toBeFocused()
    await expect.poll(async () => (await runningOnDisk(mainstay.data))?.['note']).toBe(`${before as string}${part}`)
    await expect(face.timer.note).toHaveValue(`${before as string}${part}`)
  }
  await first.kill()
  // As much as was paused, not a line a letter.
  expect((await journal(mainstay.data)).filter(({ label }) => label === 'entry.update')).toHaveLength(3)

  const { page, electron } = await mainstay.start()
  const again = new Face(page)
  await expect(again.timer.note).toHaveValue('The plan for May and the rest of the ye')
  await again.timer.note.fill('Other')
  await expect.poll(async () => (await runningOnDisk(mainstay.data))?.['note']).toBe('Other')
  await again.timer.note.fill('Other words')
  await again.timer.note.press('Enter')
  await page.keyboard.press('Control+z')
  await expect(again.timer.note).toHaveValue('Other words')
  await expect.poll(async () => (await runningOnDisk(mainstay.data))?.['note']).toBe('Other words')
  // What was typed in one go is one step.
  await chooseInMenu(electron, 'Edit', 'Undo')
  await expect(again.timer.note).toHaveValue('The plan for May and the rest of the ye')
})

test('nothing that was acknowledged is lost when the app is killed in a burst', async ({ mainstay }, testInfo) => {
  let work: Id | undefined
  const acknowledged: number[] = []
  for (let round = 0; round < 3; round++) {
    const { page, kill } = await mainstay.start()
    work ??= await clientByTheHour(page, 'Alder')
    const enough = 5 + Math.floor(Math.random() * 40)
    testInfo.annotations.push({ type: 'killed', description: `after ${enough} answers` })
    await new Promise<void>((resolve, reject) => {
      let answers = 0
      const killed = (seq: number): void => {
        // What arrives after the kill was sent had been answered before it, and counts all the same.
        acknowledged.push(seq)
        answers += 1
        if (answers === enough) kill().then(resolve, reject)
      }
      void page
        .exposeFunction('acknowledged', killed)
        .then(() => page.evaluate(startAndStopForEver, work))
        .catch(() => undefined) // the page went with its app
    })
    const lines = await journal(mainstay.data)
    // Those before the last checkpoint have left the journal: its first line says from where on it reaches.
    const from = lines[0]?.seq ?? Number.POSITIVE_INFINITY
    const there = new Set(lines.map(({ seq }) => seq))
    expect(there).toContain(acknowledged.at(-1))
    expect(acknowledged.filter((seq) => seq >= from && !there.has(seq))).toEqual([])
  }
  const { page } = await mainstay.start()
  const face = new Face(page)
  await expect(face.title).toBeVisible()
  const { entries } = await disk(mainstay.data)
  const running = [...entries.values()].filter(({ end }) => end === null)
  await expect(face.timer.stopButton).toHaveCount(running.length)
  expect((await journal(mainstay.data)).filter(({ label }) => label === 'timer.start').length).toBeGreaterThan(0)
})

/** Runs in the page until its process ends. */
async function startAndStopForEver(engagementId: Id | undefined): Promise<void> {
  const told = window as unknown as { mainstay: Bridge; acknowledged: (seq: number) => Promise<void> }
  for (;;) {
    for (const call of [
      { name: 'timer.start', input: { engagementId } },
      { name: 'timer.stop', input: {} },
    ]) {
      const outcome = await told.mainstay.execute(call)
      if (outcome.ok) void told.acknowledged(outcome.value.seq)
    }
  }
}
