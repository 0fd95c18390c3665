import * as all from '../../node_modules/fast-check/lib/fast-check.js'

/** As many draws as a mutant gets, the same ones each time: one that survives can be looked at again. */
const RUNS = 25

const assert = ((property: all.IRawProperty<unknown>, parameters: all.Parameters<unknown> = {}) =>
  all.assert(property, {
    ...parameters,
    numRuns: Math.min(parameters.numRuns ?? RUNS, RUNS),
    seed: 1,
    endOnFailure: true,
  })) as typeof all.assert

export * from '../../node_modules/fast-check/lib/fast-check.js'
export default { ...all, assert }
