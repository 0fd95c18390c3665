import { describe, expect, it } from 'vitest'
import type { Paper } from '#shared/documents/paper.ts'
import { reportPaper } from '#shared/documents/report-paper.ts'
import { reportTable } from '#shared/documents/report-table.ts'
import { reportOf, type Report } from '#shared/domain/report/report.ts'
import { day } from '#shared/kernel/day.ts'
import { minor } from '#shared/kernel/units.ts'
import type { Language } from '#shared/model/quantities.ts'
import { agreement, testId } from '#tests/support/agreements.ts'
import { session, type Session } from '#tests/support/session.ts'

const [CLIENT, RETAINER] = [testId(1), testId(2)]
const start = day('2026-02-01')

function begin(language: Language): Session {
  const at = session('2026-10-22T13:11:00Z')
  at.run('client.create', { name: 'Acme', currency: 'EUR', language, listRate: minor(10_000) })
  const perks = [{ id: 'review', name: 'Review', minutes: 60, count: null, value: minor(10_000) }]
  at.run('retainer.create', {
    clientId: CLIENT,
    agreement: agreement({ rollover: { periods: 1, cap: 300 }, perks }),
  })
  const work = (on: string, seconds: number, note: string, perkId?: string): void =>
    void at.run('entry.create', {
      engagementId: RETAINER,
      task: 'Site',
      note,
      when: { day: on, seconds },
      ...(perkId === undefined ? {} : { perkId }),
    })
  work('2026-01-10', 4 * 3600, 'before')
  work('2026-02-03', 9 * 3600 + 30, 'pages')
  work('2026-02-04', 6 * 3600 + 1830, 'texts')
  work('2026-02-05', 1800, 'a look', 'review')
  at.run('retainer.topUp', { id: RETAINER, on: day('2026-02-20'), amount: 30, price: 0, reason: 'Our delay' })
  return at
}

function made(at: Session, on = start): { report: Report; paper: Paper } {
  const retainer = at.book.workspace.tables.engagements.get(RETAINER)
  const report = retainer?.kind === 'retainer' ? reportOf(at.book, retainer, on) : null
  if (!report) throw new Error('no such period')
  return { report, paper: reportPaper(at.book, report) }
}

const tables = ({ blocks }: Paper) => blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))

describe('a report on paper', () => {
  it('is in the language of its client, whatever the window speaks', () => {
    expect(made(begin('en')).paper).toMatchObject({ language: 'en', title: 'Report for February 2026' })
    expect(made(begin('it')).paper).toMatchObject({ language: 'it', title: 'Resoconto di febbraio 2026' })
  })

  it('has the ledger’s equation, from what was carried in to what is carried on', () => {
    expect(tables(made(begin('en')).paper)[0]).toEqual([
      ['Carried over from before', '5:00'],
      ['Agreed', '10:00'],
      ['Given at no charge: Our delay', '0:30'],
      ['Delivered', '15:31'],
      ['Past what was agreed, billed', '0:01'],
      ['Carried over to the next period', '0:00'],
    ])
  })

  it('lists what was done, and leads from it to what was used, to the minute', () => {
    const work = tables(made(begin('en')).paper)[2]
    expect(work).toEqual([
      ['Site', '16:01'],
      ['pages', '9:00'],
      ['texts', '6:31'],
      ['a look', '0:30'],
      ['Covered by extras', '−0:30'],
      ['Together', '15:31'],
    ])
  })

  it('has no head where nothing has a task, and says the time of what is not said', () => {
    const at = session('2026-10-22T13:11:00Z')
    at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
    at.run('retainer.create', { clientId: CLIENT, agreement: agreement() })
    for (const [note, hours] of [
      ['pages', 2],
      ['', 1],
    ] as const)
      at.run('entry.create', { engagementId: RETAINER, note, when: { day: '2026-02-03', seconds: hours * 3600 } })
    expect(tables(made(at).paper)[2]).toEqual([
      ['pages', '2:00'],
      ['Other work', '1:00'],
      ['Together', '3:00'],
    ])
  })

  it('says no time where the user does not want it said', () => {
    const at = begin('it')
    at.run('period.close', { engagementId: RETAINER, start, earlier: true })
    const closing = at.book.closings.get(RETAINER)?.get(start)
    at.run('report.write', { id: closing?.id ?? testId(99), saysTime: false, intro: 'Grazie' })
    const { paper } = made(at)
    expect(paper.blocks[0]).toEqual({ kind: 'text', text: 'Grazie' })
    expect(tables(paper)[2]).toEqual([['Site'], ['pages'], ['texts'], ['a look']])
  })

  it('draws the periods up to it', () => {
    const bars = made(begin('en')).paper.blocks.find(({ kind }) => kind === 'bars')
    expect(bars).toMatchObject({
      series: ['Agreed', 'Delivered'],
      bars: [
        { label: 'Jan', amounts: [36_000, 14_400], figure: '4:00' },
        { label: 'Feb', figure: '15:31' },
      ],
    })
  })

  it('names them by how long they are', () => {
    const drawn = (every: 'quarter' | 'year', on: string, language: Language) => {
      const at = session('2028-02-05T09:00:00Z')
      at.run('client.create', { name: 'Acme', currency: 'EUR', language, listRate: minor(10_000) })
      at.run('retainer.create', {
        clientId: CLIENT,
        agreement: agreement({ period: { every, anchor: 'calendar' }, term: { periods: 12, atEnd: 'open' } }),
      })
      const retainer = at.book.workspace.tables.engagements.get(RETAINER)
      const report = retainer?.kind === 'retainer' ? reportOf(at.book, retainer, day(on)) : null
      if (!report) throw new Error('no such period')
      return reportPaper(at.book, report).blocks.flatMap((block, index, all) => {
        const head = all[index - 1]
        return block.kind === 'bars' && head?.kind === 'heading'
          ? [head.text, ...block.bars.map(({ label }) => label)]
          : []
      })
    }
    expect(drawn('quarter', '2026-04-01', 'en')).toEqual(['Quarter by quarter', 'Jan – Mar', 'Apr – Jun'])
    expect(drawn('year', '2027-01-01', 'it')).toEqual(['Anno per anno', '2026', '2027'])
  })

  it('is a table with the same figures as numbers', () => {
    const at = begin('en')
    const rows = reportTable(at.book, made(at).report)
    expect(rows[0]).toEqual(['Report for February 2026', 'Acme'])
    expect(rows).toContainEqual(['Delivered', 15.52])
    expect(rows).toContainEqual(['Site', 'pages', 9])
    expect(rows).toContainEqual(['Review', 0.5, 50])
    expect(rows).toContainEqual(['Fee', 1000])
    // What is listed less what perks covered is what was delivered, on paper and here.
    const foot = rows.findIndex(([label]) => label === 'Together')
    expect(rows.slice(foot - 1, foot + 1)).toEqual([
      ['Covered by extras', '', -0.5],
      ['Together', '', 15.52],
    ])
  })

  it('tells what is left by when it ends, and what was changed in a period that had been sent, on paper and as a table', () => {
    const at = begin('en')
    const closed = at.run('period.close', { engagementId: RETAINER, start: day('2026-01-01') })
    if (!closed.ok || closed.made === undefined) throw new Error('not closed')
    at.run('period.send', { id: closed.made })
    const when = { day: day('2026-01-11'), seconds: 2 * 3600 }
    at.run('entry.create', { engagementId: RETAINER, task: 'Site', note: 'told late', when })
    const { report, paper } = made(at)
    expect(tables(paper).at(-1)).toEqual([['January 2026', '+2:00', '–']])
    const rows = reportTable(at.book, report)
    expect(rows).toContainEqual(['Changed in earlier periods', 'Used', 'Amount'])
    expect(rows).toContainEqual(['2026-01-01', 2, 0])

    const retainer = at.book.workspace.tables.engagements.get(RETAINER)
    const march = retainer?.kind === 'retainer' ? reportOf(at.book, retainer, day('2026-03-01')) : null
    if (!march) throw new Error('no such period')
    expect(reportTable(at.book, march)).toContainEqual(['', '2026-04-30', 5])
  })

  it('has one figure for what is carried on, on paper and in the rows of its table', () => {
    const at = session('2026-02-05T09:00:00Z')
    at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
    at.run('retainer.create', { clientId: CLIENT, agreement: agreement({ rollover: { periods: 1, cap: null } }) })
    const when = { day: day('2026-01-05'), seconds: 9 * 3600 + 30 * 60 + 31 }
    at.run('entry.create', { engagementId: RETAINER, when })
    const { report, paper } = made(at, day('2026-01-01'))
    expect(JSON.stringify(paper)).toContain('0:29 can be used')
    const rows = reportTable(at.book, report)
    expect(rows).toContainEqual(['Carried over to the next period', 0.48])
    expect(rows).toContainEqual(['', '2026-02-28', 0.48])
  })

  it('says what was taken in advance of a period that was paused, and draws nothing below zero', () => {
    const at = session('2026-02-05T09:00:00Z')
    at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
    at.run('retainer.create', { clientId: CLIENT, agreement: agreement({ overage: { policy: 'borrow' } }) })
    at.run('entry.create', { engagementId: RETAINER, when: { day: day('2026-01-05'), seconds: 15 * 3600 } })
    expect(at.run('period.close', { engagementId: RETAINER, start: day('2026-01-01') })).toMatchObject({ ok: true })
    const pause = { id: RETAINER, from: day('2026-02-01'), to: day('2026-04-01') }
    expect(at.run('retainer.pause', pause)).toMatchObject({ ok: true })
    const stay = made(at).paper.blocks.find((block) => block.kind === 'stay')
    expect(stay).toMatchObject({
      label: '0:00 used. 5:00 that had been taken in advance could not be made up for.',
      lots: [{ amount: 0 }, { amount: 0 }, { amount: 5 * 3600 }],
    })
  })

  it('leads from what is listed to what was closed, where units were delivered after it', () => {
    const at = session('2026-02-05T09:00:00Z')
    at.run('client.create', { name: 'Acme', currency: 'EUR', language: 'en', listRate: minor(10_000) })
    const january = day('2026-01-01')
    const versions = [{ from: january, fee: minor(200_000), included: 4 }]
    at.run('retainer.create', { clientId: CLIENT, agreement: agreement({ basis: 'deliverables', versions }) })
    const deliver = (on: string, units: number, note: string): void =>
      void at.run('delivery.record', { engagementId: RETAINER, day: day(on), units, note })
    deliver('2026-01-10', 3, 'three')
    const told = () => {
      const retainer = at.book.workspace.tables.engagements.get(RETAINER)
      const report = retainer?.kind === 'retainer' ? reportOf(at.book, retainer, january) : null
      if (!report) throw new Error('no such period')
      return {
        since: report.since,
        rows: tables(reportPaper(at.book, report)).at(2),
        table: reportTable(at.book, report),
      }
    }
    expect(told()).toMatchObject({ since: 0, rows: [['10 January', 'three', '3']] })
    at.run('period.close', { engagementId: RETAINER, start: january })
    deliver('2026-01-20', 2, 'two more')
    expect(told()).toMatchObject({
      since: -2,
      rows: [
        ['10 January', 'three', '3'],
        ['20 January', 'two more', '2'],
        ['', 'Changed since the period was closed', '−2'],
        ['', 'Together', '3'],
      ],
    })
    expect(told().table).toContainEqual(['Changed since the period was closed', '', -2])
    expect(told().table).toContainEqual(['Together', '', 3])
  })
})
