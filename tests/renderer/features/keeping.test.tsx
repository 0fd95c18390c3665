// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { BackupsPlace } from '#renderer/features/keeping/backups-place.tsx'
import { HealthPlace } from '#renderer/features/keeping/health-place.tsx'
import type { BackupsView, Health, Verified } from '#shared/keeping.ts'
import { msOf, type Instant } from '#shared/kernel/instant.ts'
import { plainText, showPlace } from '#tests/support/face.tsx'

// This page of the tests has none.
vi.stubGlobal('reportError', (error: unknown) => {
  throw error
})
afterEach(cleanup)

const NOW = msOf('2026-03-20T10:00:00Z' as Instant)
const at = (instant: string) => instant as Instant
const press = (name: string | RegExp): void => act(() => screen.getByRole('button', { name }).click())
const told = (pattern: RegExp): string =>
  plainText(screen.getByText((_, element) => element?.tagName === 'P' && pattern.test(element.textContent)).textContent)

const view: BackupsView = {
  backups: [
    { name: 'b', at: at('2026-03-20T09:00:00Z'), why: 'hourly', counts: { entries: 7, clients: 2 }, missing: 3 },
    { name: 'a', at: at('2026-03-19T09:00:00Z'), why: 'beforeDelete', counts: { entries: 10, clients: 2 }, missing: 0 },
  ],
  second: { folder: '/media/disk', problem: 'missing' },
  problem: 'full',
}

async function backups(shown: BackupsView, language: 'en' | 'it' = 'en') {
  return showPlace(<BackupsPlace />, { now: NOW, edits: [], language, calls: { backups: async () => shown } })
}

test('backups: what each holds and why it was made; what stands in the way of more, and of the second copy', async () => {
  await backups(view)
  const rows = (await screen.findAllByRole('row')).map(({ textContent }) => plainText(textContent))
  expect(rows.find((row) => row.includes('Before deleting many'))).toMatch(/10/)
  expect(rows.find((row) => row.includes('3 records fewer'))).toMatch(/7/)
  const page = plainText(document.body.textContent)
  expect(page).toContain('There is no newer backup: the disk is full')
  expect(page).toContain('/media/disk')
})

test('backups: in Italian', async () => {
  await backups(view, 'it')
  await screen.findAllByRole('row')
  expect(plainText(document.body.textContent)).toContain('Prima di una grossa eliminazione')
})

const health: Health = {
  files: [
    { what: 'entries', files: 3, records: 1200, bytes: 400_000 },
    { what: 'journal', files: 2, records: null, bytes: 1200 },
  ],
  checkpoint: at('2026-03-20T09:30:00Z'),
  backup: at('2026-03-20T09:00:00Z'),
  problems: [],
}
const verified: Verified = { files: 5, records: 1200, bytes: 401_200, backups: 2, problems: [] }

async function place(shown: Health, found: Verified = verified) {
  const calls = { health: async () => shown, verify: async () => found }
  await showPlace(<HealthPlace />, { now: NOW, edits: [], calls })
}

test('on the disk: what is there, and all of it read on request', async () => {
  await place(health)
  const table = await screen.findByRole('table')
  expect(
    within(table)
      .getAllByRole('row')
      .map(({ textContent }) => plainText(textContent))
      .join('|'),
  ).toMatch(/1,200/)
  expect(told(/^Nothing was found wrong/)).toMatch(/last brought up to date on .*10:30/)
  press('Verify everything')
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/All of it is as it was written/))
})

test('on the disk: each thing that is wrong is said in words, and what was found in reading', async () => {
  const problems: Health['problems'] = [
    { kind: 'badFile', file: 'devices/a/clients.json', kept: 'quarantine/clients-1.json' },
    { kind: 'notMigrated', cause: 'full' },
  ]
  await place({ ...health, problems }, { ...verified, problems: [{ kind: 'badCopy', file: 'backups/objects/x' }] })
  const items = (await screen.findAllByRole('listitem')).map(({ textContent }) => plainText(textContent))
  expect(items[0]).toContain('quarantine/clients-1.json')
  expect(items[1]).toMatch(/format of an older version.*the disk is full.*nothing is saved/)
  expect(told(/^2 things in the data folder/)).toContain('were not as they should be')
  press('Verify everything')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('backups/objects/x'))
})

// Last: what it is told stays in sight for a while.
test('backups: with none yet there is no table, and one can be made', async () => {
  const { bridge } = await backups({ backups: [], second: null, problem: null })
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Back up now' })).not.toBeNull())
  expect(screen.queryByRole('table')).toBeNull()
  press('Back up now')
  await waitFor(() => expect(plainText(document.body.textContent)).toContain('Backed up, read back and whole'))
  Object.assign(bridge, { backUp: async () => ({ ok: false, refusal: { code: 'notSaved', cause: 'full' } }) })
  press('Back up now')
  await waitFor(() => expect(plainText(document.body.textContent)).toContain('Not saved: the disk is full'))
})
