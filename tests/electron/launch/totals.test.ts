import { describe, expect, test } from 'vitest'
import { playwrightTotals, singleTotals, sum, totalsCode, totalsLine, vitestTotals } from '#electron/launch/totals.mjs'

const passing = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }

describe('vitest', () => {
  test('counts what passed', () => {
    expect(vitestTotals({ code: 0, report: passing })).toEqual({ passed: 5, failed: 0 })
  })

  test('counts skipped and planned tests as failed', () => {
    const report = { ...passing, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 }
    expect(vitestTotals({ code: 1, report })).toEqual({ passed: 5, failed: 6 })
  })

  test('counts a file that could not be loaded, and does not count a file twice whose tests failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ]
    const report = { ...passing, numFailedTests: 1, testResults }
    expect(vitestTotals({ code: 1, report })).toEqual({ passed: 5, failed: 2 })
  })

  test('believes the exit code when the report knows of no failure', () => {
    expect(vitestTotals({ code: 1, report: passing })).toEqual({ passed: 5, failed: 1 })
  })

  test.each([null, undefined, 'text', [], { numPassedTests: 'many' }, { numPassedTests: -3 }])(
    'a crash that left %j is one failure',
    (report) => {
      expect(vitestTotals({ code: 139, report })).toEqual({ passed: 0, failed: 1 })
      expect(vitestTotals({ code: 0, report })).toEqual({ passed: 0, failed: 1 })
    },
  )

  test('an empty run is a failure, whatever the exit code says', () => {
    expect(vitestTotals({ code: 0, report: { ...passing, numPassedTests: 0 } })).toEqual({ passed: 0, failed: 1 })
  })
})

describe('playwright', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 }

  test('counts what passed', () => {
    expect(playwrightTotals({ code: 0, report: { stats, errors: [] } })).toEqual({ passed: 4, failed: 0 })
  })

  test('counts flaky and skipped tests as failed', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 3 }, errors: [] }
    expect(playwrightTotals({ code: 1, report })).toEqual({ passed: 4, failed: 6 })
  })

  test('counts errors outside of any test', () => {
    const report = { stats, errors: [{ message: 'the set-up broke' }] }
    expect(playwrightTotals({ code: 1, report })).toEqual({ passed: 4, failed: 1 })
  })

  test.each([null, {}, { stats: { expected: 0 } }])('a crash or an empty run that left %j is one failure', (report) => {
    expect(playwrightTotals({ code: 0, report })).toEqual({ passed: 0, failed: 1 })
    expect(playwrightTotals({ code: 137, report })).toEqual({ passed: 0, failed: 1 })
  })
})

test('a check that knows yes or no is one', () => {
  expect(singleTotals({ code: 0, report: null })).toEqual({ passed: 1, failed: 0 })
  expect(singleTotals({ code: 2, report: null })).toEqual({ passed: 0, failed: 1 })
})

test('the sum, its line and its exit code', () => {
  const all = sum([
    { passed: 1, failed: 0 },
    { passed: 40, failed: 2 },
  ])
  expect(totalsLine(all)).toBe('41 passed, 2 failed')
  expect(totalsCode(all)).toBe(1)
  expect(totalsCode({ passed: 41, failed: 0 })).toBe(0)
  expect(totalsCode(sum([]))).toBe(1)
})
