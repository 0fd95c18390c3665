import { parentPort, type Transferable } from 'node:worker_threads'
import { newId } from './ids.ts'
import { importDesk, type ImportDesk } from './import-desk.ts'
import type { DeskAsked, DeskSaid } from './import-thread.ts'

/** The thread in which an import is worked on (import-thread.ts). */
const port = parentPort
const say = (said: DeskSaid, handed: readonly Transferable[] = []): void => port?.postMessage(said, [...handed])
const desk: ImportDesk = importDesk(newId, (share) => say({ share }))

port?.on('message', ({ id, name, input }: DeskAsked) => {
  const answer = async (): Promise<unknown> => (desk[name] as (...input: readonly unknown[]) => unknown)(...input)
  answer().then(
    (value) => say({ id, value }, handedOver(value)),
    (error: unknown) => say({ id, error: String(error) }),
  )
})

/** What is written is handed over, not copied. */
function handedOver(value: unknown): ArrayBuffer[] {
  const { pieces } = (value ?? {}) as { pieces?: readonly Uint8Array<ArrayBuffer>[] }
  return (pieces ?? []).map(({ buffer }) => buffer)
}
