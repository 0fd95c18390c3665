import { expect, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { STEPS, chosenSteps } from '#electron/launch/steps.mjs'

test('every step is a script of package.json', () => {
  const scripts = Object.keys(packageJson.scripts)
  expect(STEPS.filter((step) => !scripts.includes(step.script))).toEqual([])
})

test('no word means all steps', () => {
  expect(chosenSteps([])).toBe(STEPS)
})

test('a step is chosen by a word of its script, and the order stays', () => {
  expect(chosenSteps(['e2e', 'format']).map((step) => step.script)).toEqual(['format:check', 'test:e2e'])
})

test('an unknown word is said, with the words there are', () => {
  expect(() => chosenSteps(['unit', 'all'])).toThrow(/No check is called "all"; there are: format:check, .*test:e2e/)
})
