import { expect, type Locator, type Page } from '@playwright/test'
import { translator } from '#shared/i18n/languages.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Language } from '#shared/model/quantities.ts'
import { TimerBar } from './timer-bar.ts'

export const places = ['today', 'time', 'clients', 'retainers', 'income', 'billing', 'close', 'settings'] as const
export type RailPlace = (typeof places)[number]

/** The window as whoever uses it finds things in it: by what they are and what they are called. */
export class Face {
  readonly t: Translator
  readonly timer: TimerBar
  readonly title: Locator
  readonly main: Locator
  readonly dialog: Locator

  constructor(
    readonly page: Page,
    language: Language = 'en',
  ) {
    this.t = translator(language)
    this.timer = new TimerBar(page, this.t)
    this.title = page.getByRole('heading', { level: 1 })
    this.main = page.getByRole('main')
    this.dialog = page.getByRole('dialog')
  }

  rail(place: RailPlace): Locator {
    const labels: Record<RailPlace, string> = {
      today: this.t('shell.rail.today'),
      time: this.t('shell.rail.time'),
      clients: this.t('shell.rail.clients'),
      retainers: this.t('shell.rail.retainers'),
      income: this.t('shell.rail.income'),
      billing: this.t('shell.rail.billing'),
      close: this.t('shell.rail.close'),
      settings: this.t('shell.rail.settings'),
    }
    return this.page.getByRole('navigation').getByRole('button', { name: labels[place], exact: true })
  }

  /** Goes to a place and waits until it is there with its figures. */
  async go(place: RailPlace): Promise<void> {
    await this.rail(place).click()
    await this.arrived(place)
  }

  async arrived(place: RailPlace): Promise<void> {
    await expect(this.rail(place)).toHaveAttribute('aria-current', 'page')
    await expect(this.title).toBeVisible()
    await expect(this.main.getByText(this.t('app.loading'))).toHaveCount(0)
    await expect(this.main.getByText(this.t('income.loading'))).toHaveCount(0)
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true })
  }

  /** What was said of a deed, with its way back. */
  toast(text: string | RegExp): Locator {
    return this.page.getByRole('alertdialog').filter({ hasText: text })
  }

  /** Chooses in a list that a button opens. */
  async select(label: string, option: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`${label}$`) }).click()
    const chosen = this.page.getByRole('option', { name: option })
    await chosen.click()
    // The list goes with a movement; until it has gone, another one may hold the same words.
    await expect(chosen).toHaveCount(0)
  }

  /** Writes a day (YYYY-MM-DD) into a date field. */
  async writeDay(label: string, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-')
    await this.page.getByRole('spinbutton', { name: `day, ${label}` }).click()
    await this.page.keyboard.type(`${date}${month}${year}`)
  }

  table(name: string | RegExp): Locator {
    return this.page.getByRole('table', { name })
  }
}

/** The texts of a row's cells, its own name first. */
export const cellsOf = async (row: Locator): Promise<string[]> =>
  (await row.locator(':is(th, td):not([aria-hidden])').allInnerTexts()).map((text) =>
    text.replaceAll(/\s+/g, ' ').trim(),
  )
