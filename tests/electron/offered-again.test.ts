import { describe, expect, test } from 'vitest'
import type { Zone } from '#shared/kernel/instant.ts'
import { fileMonthOf } from '#shared/model/entry.ts'
import { bytesOf, offeredToMemory, rome, type Offered } from '#tests/support/offered.ts'

/** Brings a file in as its dialog does: shown, then kept as it was shown. */
async function bringIn({ files }: Offered, text: string, zone = rome) {
  const offered = files.offer('a.csv', bytesOf(text))
  const token = offered.ok ? offered.value.token : ''
  const shown = await files.preview(token, { zone })
  if (!shown.ok) throw new Error(shown.refusal.code)
  const kept = shown.value.fresh > 0 ? await files.commit(token, { ...shown.value.choices }) : null
  return { shown: shown.value, kept }
}
const allOf = async ({ store, workspace }: Offered) =>
  Promise.all((await store.allMonths()).map((month) => workspace.read(month))).then((months) => months.flat())

describe('another run of the same file adds nothing', () => {
  const HEADER = 'Client,Project,Description,Start date,Start time,Duration'
  const two = [
    HEADER,
    'Halden,Advice,One,2026-03-04,09:00:00,2:00:00',
    'Halden,Advice,Two,2026-03-05,09:00:00,0:30:00',
  ].join('\n')
  const first = async (here: Offered) => {
    const entry = (await allOf(here)).find(({ note }) => note === 'One')
    if (!entry) throw new Error('it did not come in')
    return { id: entry.id, month: fileMonthOf(entry), files: { [fileMonthOf(entry)]: [entry.id] } }
  }

  test('after an entry of it was moved months away', async () => {
    const here = offeredToMemory()
    await bringIn(here, two)
    const { files } = await first(here)
    expect(await here.workspace.execute('entries.move', { files, days: -120 })).toMatchObject({ ok: true })
    const { shown } = await bringIn(here, two)
    expect(shown).toMatchObject({ read: 2, known: 2, fresh: 0 })
    // Once more, by what is known of it from before; and after a change, which has to be seen.
    const offered = here.files.offer('a.csv', bytesOf(two))
    const token = offered.ok ? offered.value.token : ''
    const known = async (zone: Zone) => {
      const again = await here.files.preview(token, { zone })
      return again.ok ? again.value.known : null
    }
    expect([await known(rome), await known('UTC' as Zone), await known(rome)]).toEqual([2, 2, 2])
    await here.workspace.undo()
    await here.workspace.undo()
    expect(await known(rome)).toBe(0)
  })

  test('after an entry of it was split, whichever part is left', async () => {
    for (const gone of ['first', 'second']) {
      const here = offeredToMemory()
      await bringIn(here, two)
      const { id, month } = await first(here)
      await here.workspace.execute('entry.split', { id, month, cut: { at: '2026-03-04T08:30:00Z' } })
      const parts = (await allOf(here)).filter(({ note }) => note === 'One')
      const other = parts.find((part) => part.id !== id)?.id
      await here.workspace.execute('entry.remove', { id: gone === 'first' ? id : other, month })
      expect((await bringIn(here, two)).shown).toMatchObject({ known: 2, fresh: 0 })
    }
  })

  test('of moments in UTC, whatever zone its reader lives in by then, and whatever was written in the note since', async () => {
    const text = [
      'description,billable,client,project,tags,start,end,task,user_name,user_email',
      '"One","true","Halden","Advice","","2026-03-04T08:30:00Z","2026-03-04T10:00:00Z","","Ada","a@x"',
    ].join('\n')
    const here = offeredToMemory()
    expect((await bringIn(here, text)).shown).toMatchObject({ tracker: 'solidtime', hasClocks: false, fresh: 1 })
    const { id, month } = await first(here)
    await here.workspace.execute('entry.update', { id, month, note: 'Other words' })
    expect((await bringIn(here, text, 'America/New_York' as Zone)).shown).toMatchObject({ known: 1, fresh: 0 })
  })
})

describe('what is remembered of a table', () => {
  const table = (...dates: string[]) => ['Date,Client,Hours', ...dates.map((date) => `${date},Halden,2`)].join('\n')

  test('counts where the next one leaves it open, and can be said otherwise; not where that tells', async () => {
    const here = offeredToMemory()
    const choose = async (text: string, choices: object) => {
      const offered = here.files.offer('a.csv', bytesOf(text))
      const token = offered.ok ? offered.value.token : ''
      const shown = await here.files.preview(token, { zone: rome, ...choices })
      return { token, shown: shown.ok ? shown.value : null }
    }
    const { token, shown } = await choose(table('03/04/2026'), { dateOrder: 'dmy' })
    expect(await here.files.commit(token, shown?.choices ?? { zone: rome })).toMatchObject({ ok: true })

    const left = await choose(table('03/05/2026'), {})
    expect(left.shown).toMatchObject({ waits: false, isRemembered: true, asked: ['dateOrder'], from: '2026-05-03' })
    expect((await choose(table('03/05/2026'), { dateOrder: 'mdy' })).shown).toMatchObject({ from: '2026-03-05' })

    const sure = await choose(table('03/05/2026', '04/06/2026', '03/25/2026'), {})
    expect(sure.shown).toMatchObject({
      isRemembered: true,
      ways: {},
      refused: [],
      from: '2026-03-05',
      to: '2026-04-06',
    })
  })

  test('is whose it is too, where its user knew better', async () => {
    const here = offeredToMemory()
    const text = ['Date,Worked', '2026-03-04,1.5'].join('\n')
    const offered = here.files.offer('a.csv', bytesOf(text))
    const token = offered.ok ? offered.value.token : ''
    expect(await here.files.preview(token, { zone: rome })).toMatchObject({ value: { tracker: 'superProductivity' } })
    const shown = await here.files.preview(token, { zone: rome, tracker: 'csv', unit: 'hours' })
    expect(shown).toMatchObject({ value: { tracker: 'csv', seconds: 5400 } })
    await here.files.commit(token, { zone: rome, tracker: 'csv', unit: 'hours' })
    const { shown: next } = await bringIn(here, `${text}\n2026-03-05,2`)
    expect(next).toMatchObject({ tracker: 'csv', isRemembered: true, seconds: 7200, known: 1 })
  })
})
