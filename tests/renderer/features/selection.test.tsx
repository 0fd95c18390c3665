// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useSelection } from '#renderer/features/time/use-selection.ts'
import { openMirror } from '#renderer/mirror.ts'
import { WorkspaceProvider } from '#renderer/workspace.tsx'
import type { Asked } from '#shared/domain/entry-list/asked.ts'
import { made } from '#shared/model/change.ts'
import { memoryBridge } from '#tests/support/memory-bridge.ts'
import { entryAt, preferences } from '#tests/support/stores.ts'

afterEach(cleanup)

test('what is selected in the list is found again where a change has put it', async () => {
  const [first, second] = [entryAt('2026-10-02T07:00:00Z'), entryAt('2026-10-20T07:00:00Z')]
  const bridge = await memoryBridge({
    edits: [made('preferences', preferences), made('entries', first), made('entries', second)],
    now: () => Date.parse('2026-10-22T13:11:30Z'),
  })
  Object.assign(window, { mainstay: bridge })
  const mirror = await openMirror(bridge)
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <WorkspaceProvider mirror={mirror}>{children}</WorkspaceProvider>
  )
  const asked: Asked = { query: { words: [], clients: [], tags: [], ownWork: '' }, group: 'day', weekStart: 1 }
  const { result } = renderHook(() => useSelection(asked), { wrapper })
  const found = await bridge.listedIds({ ...asked, from: 0, to: 9 })
  act(() => result.current.set(found))
  const october = { '2026-10': [second.id, first.id] }
  expect(await result.current.latest()).toEqual({ files: october, count: 2 })
  await act(() => bridge.execute({ name: 'entries.move', input: { files: october, days: -3 } }))
  const after = { '2026-10': [second.id], '2026-09': [first.id] }
  await waitFor(async () => expect(await result.current.latest()).toEqual({ files: after, count: 2 }))
  await act(() => bridge.execute({ name: 'entry.remove', input: { id: first.id, month: '2026-09' } }))
  await waitFor(() => expect(result.current.count).toBe(1))
  expect(await result.current.latest()).toEqual({ files: { '2026-10': [second.id] }, count: 1 })
})
