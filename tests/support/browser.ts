import { sampleEdits } from '#shared/sample/index.ts'
import { dayAt, instantOf, type Zone } from '#shared/kernel/instant.ts'
import { memoryBridge } from './memory-bridge.ts'

/** What `npm run dev` puts in the preload's place: the sample workspace, in memory, in a plain browser. */
const asked = new URLSearchParams(location.search)
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone as Zone
const now = instantOf(Date.now())
const language = asked.get('lang') === 'it' ? 'it' : 'en'
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light'

// What long work takes a breath with (electron/storage/breathe.ts); a browser has none.
if (!('setImmediate' in globalThis)) Object.assign(globalThis, { setImmediate: (act: () => void) => setTimeout(act) })

const bridge = await memoryBridge({
  edits: sampleEdits(dayAt(now, zone), now, zone, language),
  now: () => Date.now(),
  settings: { language, theme },
})
Object.assign(window, { mainstay: bridge })
