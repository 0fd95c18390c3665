// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import { openMirror } from '#renderer/mirror.ts'
import { learn } from '#renderer/words.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { made } from '#shared/model/change.ts'
import { readSnapshot } from '#shared/snapshot-text.ts'
import { memoryBridge } from '#tests/support/memory-bridge.ts'
import { preferences } from '#tests/support/stores.ts'

afterEach(cleanup)
// Other places are fetched when the page is at rest, which it never is here.
vi.stubGlobal('requestIdleCallback', () => 0)

test('what a toast says goes with its language', async () => {
  const bridge = await memoryBridge({
    edits: [made('preferences', preferences)],
    now: () => Date.UTC(2026, 9, 22, 14),
  })
  Object.assign(window, { mainstay: bridge })
  const mirror = await openMirror(bridge)
  await Promise.all([learn('en'), learn('it')])
  render(<App mirror={mirror} />)
  act(() => void showToast({ text: 'Timer stopped' }))
  expect(await screen.findByText('Timer stopped')).toBeTruthy()
  const { settings } = readSnapshot(await bridge.load())
  act(() => bridge.tell('settings', { ...settings, theme: 'dark' }))
  expect(screen.getByText('Timer stopped')).toBeTruthy()
  act(() => bridge.tell('settings', { ...settings, language: 'it' }))
  await waitFor(() => expect(screen.queryByText('Timer stopped')).toBeNull())
  expect(document.documentElement.lang).toBe('it')
})
