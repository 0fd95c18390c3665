import { expect, test, vi } from 'vitest'
import { pageOptions } from '#electron/windows/page.ts'

vi.mock('electron', () => ({ default: {}, app: { getAppPath: () => '/app' } }))

// tests/e2e/walls.spec.ts tries it in the page.
test('every window’s page is in the sandbox, has a world of its own, and no Node', () => {
  const { webPreferences } = pageOptions('light')
  expect(webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
})
