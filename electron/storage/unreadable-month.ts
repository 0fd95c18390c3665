import { refused, type Outcome } from '#shared/kernel/refusal.ts'

/** A month's file is there and cannot be read now: it must not be taken for an empty one. The message is the month. */
export class UnreadableMonth extends Error {}

/** What needs a month that cannot be read is not done at all: half of it would be wrong. */
export async function readable<Value>(act: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof UnreadableMonth) return refused({ code: 'notRead', month: error.message })
    throw error
  }
}
