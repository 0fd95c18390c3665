/** What the probe says to the bench. */
export type Told =
  | {
      readonly kind: 'usable'
      /** Milliseconds of the wall clock. */
      readonly at: number
      readonly processes: readonly Process[]
    }
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly value: unknown
      /** Milliseconds that each call took in main. */
      readonly took: Readonly<Record<string, number>>
      /** Milliseconds of the longest time in which main did nothing else; where it was watched. */
      readonly stall: number
      /** Milliseconds of script in the page, all of it; where that was measured. */
      readonly script: number
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string }

export interface Process {
  readonly pid: number
  /** Its working set, where the system tells nothing better. */
  readonly kilobytes: number
}

/** What the bench asks the probe: to run a script in the page. */
export interface Asked {
  readonly id: number
  readonly script: string
  /** Looks out for what holds up main meanwhile. */
  readonly watch: boolean
  /** Counts the page's script. */
  readonly measure: boolean
}
