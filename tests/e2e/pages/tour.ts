import { expect, type Page } from '@playwright/test'
import type { Bridge } from '#shared/ipc.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { Face, RailPlace } from './face.ts'

/** A screen of the sample workspace, and the way to it. */
export interface Stop {
  readonly name: string
  readonly reach: (face: Face) => Promise<void>
}

const place = (name: RailPlace): Stop => ({ name, reach: (face) => face.go(name) })

/** Clients of the sample keep their names in every language. */
const WITH_RETAINER = 'Studio Aperta'
const READY = 'Pineta Hotels'

const reachRetainer = async (face: Face): Promise<void> => {
  await face.go('retainers')
  await face.main.getByRole('radio', { name: face.t('retainers.list.terms') }).check({ force: true })
  await face.main.getByRole('button', { name: WITH_RETAINER, exact: true }).click()
  await face.page.getByRole('region', { name: face.t('retainers.page.now') }).waitFor()
}

/** Every screen there is: the places of the rail, and those behind them. */
export const stops: readonly Stop[] = [
  place('today'),
  place('time'),
  {
    name: 'a day with work',
    async reach(face) {
      await face.go('time')
      await face.page.keyboard.press('Control+Digit1')
      await face.button(face.t('time.head.before')).click()
      await expect(face.main.getByText(face.t('time.head.loading'))).toHaveCount(0)
    },
  },
  {
    name: 'a week',
    async reach(face) {
      await face.go('time')
      await face.page.keyboard.press('Control+Digit2')
      await expect(face.page.getByRole('grid', { name: face.t('timeWeek.label') })).toBeVisible()
    },
  },
  {
    name: 'all entries',
    async reach(face) {
      await face.go('time')
      await face.page.keyboard.press('Control+Digit3')
      await expect(face.page.getByRole('grid', { name: face.t('timeList.label') })).toBeVisible()
    },
  },
  place('clients'),
  {
    name: 'a client',
    async reach(face) {
      await face.go('clients')
      await face.main.getByRole('button', { name: READY, exact: true }).click()
      await face.page.getByRole('heading', { level: 1, name: READY }).waitFor()
    },
  },
  place('retainers'),
  {
    name: 'the board of retainers',
    async reach(face) {
      await face.go('retainers')
      await face.main.getByRole('radio', { name: face.t('retainers.list.board') }).check({ force: true })
      await face.page.getByRole('region', { name: face.t('retainers.list.active') }).waitFor()
    },
  },
  {
    name: 'renewals',
    async reach(face) {
      await face.go('retainers')
      await face.main.getByRole('radio', { name: face.t('renewals.view') }).check({ force: true })
      await face.table(face.t('renewals.table')).waitFor()
    },
  },
  {
    name: 'a retainer',
    async reach(face) {
      await reachRetainer(face)
    },
  },
  {
    name: 'a report',
    async reach(face) {
      await reachRetainer(face)
      const reports = face.page.getByRole('region', { name: face.t('report.list.title') })
      await reports.getByRole('button').first().click()
      await expect(face.main.getByRole('button', { name: face.t('report.page.preview') })).toBeVisible()
    },
  },
  {
    name: 'a new retainer',
    async reach(face) {
      await face.go('clients')
      await face.button(face.t('clients.list.makeRetainerFor', { client: READY })).click()
      await face.page.getByRole('region', { name: face.t('retainers.ledger.title') }).waitFor()
    },
  },
  {
    name: 'the terms of a retainer',
    async reach(face) {
      await reachRetainer(face)
      await face.button(face.t('retainers.page.edit')).click()
      await face.page.getByRole('region', { name: face.t('retainers.ledger.title') }).waitFor()
    },
  },
  {
    name: 'a proposal',
    async reach(face) {
      await reachRetainer(face)
      await face.button(face.t('retainers.page.more', { client: WITH_RETAINER })).click()
      await face.page.getByRole('menuitem', { name: face.t('retainers.deeds.documents') }).click()
      await face.page.getByRole('region', { name: face.t('proposal.page') }).waitFor()
    },
  },
  {
    name: 'a proposal that is written',
    async reach(face) {
      await face.go('clients')
      await face.button(face.t('clients.list.makeRetainerFor', { client: READY })).click()
      await face.button(face.t('retainers.editor.keepDraft')).click()
      await face.button(face.t('proposal.open')).click()
      await face.page.getByRole('tab', { name: face.t('proposal.stepDoubts') }).click()
      await face.button(face.t('proposal.doubts.usual')).click()
      await face.page.getByRole('tab', { name: face.t('proposal.stepProblems') }).click()
    },
  },
  {
    name: 'the pricing lab',
    async reach(face) {
      await face.go('clients')
      await face.main.getByRole('button', { name: READY, exact: true }).click()
      await face.button(face.t('clients.readiness.price')).click()
      await face.main.getByRole('table', { name: face.t('pricing.months.table') }).waitFor()
    },
  },
  {
    name: 'income',
    async reach(face) {
      await face.go('income')
      await face.page.getByRole('tab', { name: face.t('income.pages.months') }).click()
      await face.main.getByRole('radio', { name: face.t('income.cash.earned') }).check({ force: true })
    },
  },
  ...(['rates', 'capacity', 'origin'] as const).map((page): Stop => ({
    name: `income, ${page}`,
    async reach(face) {
      await face.go('income')
      await face.page.getByRole('tab', { name: face.t(`income.pages.${page}`) }).click()
      if (page === 'origin') await face.table(face.t('income.hours.table')).waitFor()
    },
  })),
  {
    name: 'income, as it is paid',
    async reach(face) {
      await face.go('income')
      await face.page.getByRole('tab', { name: face.t('income.pages.months') }).click()
      await face.main.getByRole('radio', { name: face.t('income.cash.cash') }).check({ force: true })
      await face.table(face.t('income.cash.title')).waitFor()
    },
  },
  place('billing'),
  {
    name: 'an invoice',
    async reach(face) {
      await face.go('billing')
      const open = face.page.getByRole('region', { name: face.t('billing.place.list.open') })
      await open.getByRole('button').first().click()
      await face.main.getByRole('region', { name: face.t('billing.invoice.totals.title') }).waitFor()
    },
  },
  place('close'),
  ...(['ledgers', 'reports', 'invoices', 'changes'] as const).map((step): Stop => ({
    name: `close the month, ${step}`,
    async reach(face) {
      await face.go('close')
      await face.main
        .getByRole('button', { name: new RegExp(face.t(`close.steps.${step}`)) })
        .first()
        .click()
      await expect(face.main.locator('[aria-current=step]')).toContainText(face.t(`close.steps.${step}`))
    },
  })),
  {
    name: 'the first steps',
    async reach(face) {
      await face.page.keyboard.press('Control+k')
      await face.page.getByRole('dialog').locator('input').fill(face.t('guide.title'))
      await face.page.getByRole('menuitem', { name: face.t('guide.title') }).click()
      await face.main.getByRole('button', { name: new RegExp(face.t('guide.steps.money')) }).click()
      await face.page.getByRole('heading', { level: 2, name: face.t('guide.money.title') }).waitFor()
    },
  },
  place('settings'),
  {
    name: 'on the disk',
    async reach(face) {
      await face.go('settings')
      await face.button(face.t('keeping.health.open')).click()
      await face.table(face.t('keeping.health.files')).waitFor()
    },
  },
  {
    name: 'backups',
    async reach(face) {
      await face.go('settings')
      await face.button(face.t('settings.data.backups')).click()
      await face.button(face.t('keeping.backups.make')).click()
      await face.table(face.t('keeping.backups.list')).waitFor()
    },
  },
]

/** Changes how the app shows itself, as its settings do, and waits until the page has followed. */
export async function show(page: Page, settings: Partial<Pick<Settings, 'language' | 'theme'>>): Promise<void> {
  const view = await page.evaluate(
    (patch) => (window as unknown as { mainstay: Bridge }).mainstay.setSettings(patch),
    settings,
  )
  await expect(page.locator('html')).toHaveAttribute('data-theme', view.theme)
  await expect(page.locator('html')).toHaveAttribute('lang', view.language)
}
