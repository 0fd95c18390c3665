import { expect, type Page } from '@playwright/test'
import type { CommandInput, CommandName } from '#shared/commands/index.ts'
import type { Bridge } from '#shared/ipc.ts'
import type { Id } from '#shared/kernel/id.ts'
import { instantOf, type Instant } from '#shared/kernel/instant.ts'

/** Does a thing as the page does it, through its own bridge: for what a test begins with, and is not about. */
export async function execute<Name extends CommandName>(
  page: Page,
  name: Name,
  input: CommandInput<Name>,
): Promise<Id> {
  const outcome = await page.evaluate((call) => (window as unknown as { mainstay: Bridge }).mainstay.execute(call), {
    name,
    input,
  })
  if (!outcome.ok) throw new Error(`${name}: ${outcome.refusal.code}`)
  expect(outcome.value.seq).toBeGreaterThan(0)
  return (outcome.value.made ?? '') as Id
}

/** A client with work by the hour. */
export async function clientByTheHour(page: Page, name: string): Promise<Id> {
  const currency = 'GBP'
  const clientId = await execute(page, 'client.create', { name, currency, listRate: 10_000, language: 'en', note: '' })
  return execute(page, 'hourly.create', { clientId, name: '', rate: 10_000 })
}

/** An hour of work that began so many hours ago. */
export async function worked(
  page: Page,
  engagementId: Id,
  hoursAgo: number,
  note = '',
  more: { tags?: string[]; billable?: boolean } = {},
): Promise<void> {
  const start = Math.floor(Date.now() / 1000) - hoursAgo * 3600
  const at = (seconds: number): Instant => instantOf(seconds * 1000)
  await execute(page, 'entry.create', {
    engagementId,
    note,
    ...more,
    when: { start: at(start), end: at(start + 3600) },
  })
}
