import { expect, test, vi } from 'vitest'
import { printPage } from '#electron/print-page.ts'

/** A window whose printing ends like this. */
const printed = (isDone: boolean, reason: string) => {
  const [show, refuse] = [vi.fn(), vi.fn()]
  const print = (_options: object, done: (isDone: boolean, reason: string) => void): void => done(isDone, reason)
  printPage({ show, current: () => ({ webContents: { print } }) as never }, refuse)
  return { show, refuse }
}

test('what is shown is printed', () => {
  const { show, refuse } = printed(true, '')
  expect(show).toHaveBeenCalledOnce()
  expect(refuse).not.toHaveBeenCalled()
})

test('who changes their mind is told nothing; who has no printer is', () => {
  expect(printed(false, 'Print job canceled').refuse).not.toHaveBeenCalled()
  expect(printed(false, 'cancelled').refuse).not.toHaveBeenCalled()
  expect(printed(false, 'Invalid printer settings').refuse).toHaveBeenCalledWith({ code: 'notPrinted' })
})
