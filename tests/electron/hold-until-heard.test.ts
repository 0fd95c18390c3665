import { expect, test, vi } from 'vitest'
import { holdUntilHeard } from '#electron/hold-until-heard.ts'

function held() {
  const soon: (() => void)[] = []
  const events = holdUntilHeard<string>((act) => void soon.push(act))
  return { ...events, comeToTheEnd: () => soon.splice(0).forEach((act) => act()) }
}

test('what comes before anyone listens is told to all that come in the same moment, once', () => {
  const { hear, on, comeToTheEnd } = held()
  const [first, second, later] = [vi.fn(), vi.fn(), vi.fn()]
  hear('import')
  on(first)
  on(second)
  expect(first).not.toHaveBeenCalled()
  comeToTheEnd()
  on(later)
  comeToTheEnd()
  expect(first.mock.calls).toEqual([['import']])
  expect(second.mock.calls).toEqual([['import']])
  expect(later).not.toHaveBeenCalled()
})

test('from then on it is told at once, to those who still listen', () => {
  const { hear, on, comeToTheEnd } = held()
  const [stays, leaves] = [vi.fn(), vi.fn()]
  on(stays)
  const off = on(leaves)
  comeToTheEnd()
  off()
  hear('undo')
  expect(stays.mock.calls).toEqual([['undo']])
  expect(leaves).not.toHaveBeenCalled()
})
