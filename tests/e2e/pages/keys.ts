import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any screen has. */
const MOST_STOPS = 120

/** Hands on the keyboard that never leave it: what is to be pressed has to be come to. */
export class Keys {
  constructor(private readonly page: Page) {}

  press = (key: string): Promise<void> => this.page.keyboard.press(key)
  type = (text: string): Promise<void> => this.page.keyboard.type(text)

  /** Goes on with Tab until it has the focus. */
  async tabTo(to: Locator): Promise<void> {
    await expect(to).toBeVisible()
    // Held, since a list that opens on the way hides the rest from those who listen.
    const goal = await to.elementHandle()
    for (let step = 0; step < MOST_STOPS; step++) {
      if (await this.page.evaluate((element) => element === document.activeElement, goal)) return
      await this.press('Tab')
    }
    throw new Error(`${to.toString()} is not reached with Tab`)
  }

  /** Comes to a button and presses it. */
  async push(button: Locator): Promise<void> {
    await this.tabTo(button)
    await this.press('Enter')
  }

  /** Anything by its name, through the palette. */
  async find(text: string): Promise<void> {
    await this.press('Control+k')
    const field = this.page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(this.page.getByRole('dialog').locator('input'))
    await expect(field.first()).toBeFocused()
    await this.type(text)
    await expect(this.page.getByRole('menuitem').first()).toContainText(new RegExp(text, 'i'))
    await this.press('Enter')
    await expect(field).toHaveCount(0)
  }
}
