import { expect, type Locator, type Page } from '@playwright/test'
import type { Translator } from '#shared/i18n/translator.ts'

/** The bar at the top, whatever the place. */
export class TimerBar {
  readonly region: Locator
  readonly elapsed: Locator
  readonly stopButton: Locator
  readonly note: Locator
  private readonly t: Translator

  constructor(
    private readonly page: Page,
    t: Translator,
  ) {
    this.t = t
    this.region = page.getByRole('region', { name: t('app.timer.label'), exact: true })
    this.elapsed = this.region.getByRole('timer')
    this.stopButton = this.region.getByRole('button', { name: t('app.timer.stop'), exact: true })
    this.note = this.region.getByRole('combobox', { name: t('app.timer.note') })
  }

  /** Picks what to work on by typing some of its name, which starts the timer. */
  async pick(name: string): Promise<void> {
    await this.region.getByRole('combobox').fill(name)
    await this.page.getByRole('option', { name }).first().click()
  }

  async write(note: string): Promise<void> {
    await this.note.fill(note)
    await this.note.press('Enter')
  }

  /** One of the last others, by its mark. */
  async switchTo(name: string): Promise<void> {
    const group = this.region.getByRole('group', { name: this.t('app.timer.switch') })
    await group.getByRole('button', { name, exact: true }).click()
  }

  /** Has run for a second: what ran for less is no entry. */
  async hasRun(): Promise<void> {
    await expect(this.elapsed).not.toHaveText('0:00:00')
  }

  async stop(): Promise<void> {
    await this.stopButton.click()
  }

  /** Moves the start half an hour back. */
  async startedEarlier(): Promise<void> {
    await this.region.getByRole('button', { name: /^Started at/ }).click()
    await this.page.getByRole('button', { name: '30 min earlier' }).click()
  }
}
