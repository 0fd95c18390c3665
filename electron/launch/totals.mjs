/** How many checks passed and failed, read from what the runners report; nothing that went wrong counts as nothing. */

/** @typedef {{ passed: number, failed: number }} Totals */
/** @typedef {{ code: number, report: unknown }} Ran what a runner left: its exit code, and its report (null when there is none) */

/** @type {Totals} */
const NONE = { passed: 0, failed: 0 }

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
const record = (value) =>
  typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {}
/** @param {unknown} value */
const list = (value) => (Array.isArray(value) ? value.map(record) : [])
/** @param {unknown} value */
const count = (value) => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0)

/**
 * A runner that says it failed has at least one failure, and so has one that ran nothing: an empty run proves nothing.
 * @param {number} code
 * @param {Totals} totals
 * @returns {Totals}
 */
function honest(code, { passed, failed }) {
  if (failed === 0 && (code !== 0 || passed === 0)) return { passed, failed: 1 }
  return { passed, failed }
}

/**
 * Vitest's JSON report. A file that could not be loaded has no tests in it and is one failure; a skipped or planned test is
 * a failure too, because this house has none: it would be a check that everyone believes in and nobody runs.
 * @param {Ran} ran
 * @returns {Totals}
 */
export function vitestTotals({ code, report }) {
  const found = record(report)
  const passed = count(found['numPassedTests'])
  const unloaded = list(found['testResults']).filter(
    (file) =>
      file['status'] === 'failed' && !list(file['assertionResults']).some((test) => test['status'] === 'failed'),
  ).length
  const failed =
    count(found['numFailedTests']) + count(found['numPendingTests']) + count(found['numTodoTests']) + unloaded
  return honest(code, { passed, failed })
}

/**
 * Playwright's JSON report. A flaky test failed once; errors outside of any test (a set-up that broke) are failures.
 * @param {Ran} ran
 * @returns {Totals}
 */
export function playwrightTotals({ code, report }) {
  const stats = record(record(report)['stats'])
  const outside = list(record(report)['errors']).length
  const failed = count(stats['unexpected']) + count(stats['flaky']) + count(stats['skipped']) + outside
  return honest(code, { passed: count(stats['expected']), failed })
}

/**
 * A check that knows only yes or no.
 * @param {Ran} ran
 * @returns {Totals}
 */
export function singleTotals({ code }) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * @param {readonly Totals[]} all
 * @returns {Totals}
 */
export function sum(all) {
  return all.reduce((left, right) => ({ passed: left.passed + right.passed, failed: left.failed + right.failed }), NONE)
}

/** @param {Totals} totals */
export const totalsLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/** @param {Totals} totals */
export const totalsCode = ({ passed, failed }) => (failed > 0 || passed === 0 ? 1 : 0)
