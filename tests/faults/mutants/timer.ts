import { type Mutant, storage, tests } from './mutant.ts'

const presence = 'shared/domain/presence.ts'
const tested = 'tests/shared/domain/presence.test.ts'

/** Recovery of the timer: what nobody was there for counts for nobody until it is answered. */
export const timer: readonly Mutant[] = (
  [
    {
      name: 'counts an absence that is not answered',
      file: 'shared/commands/gaps.ts',
      without: "replaced('entries', running, { ...running, end: from })",
      instead: "replaced('entries', running, { ...running, end: to })",
      test: 'tests/property/gaps.test.ts',
      by: 'a question that is not answered lies in no entry, begins where it began, and what was worked is all there',
    },
    {
      name: 'moves the beginning of a question that is open',
      file: 'shared/commands/gaps.ts',
      without: "[replaced('gaps', gap, { ...gap, to, later: false }), replaced('entries'",
      instead: "[replaced('gaps', gap, { ...gap, from: gap.to, to, later: false }), replaced('entries'",
      test: 'tests/shared/commands/scenarios.test.ts',
      by: 'is longer when nothing was worked since the last, and begins where it began',
    },
    {
      name: 'adds time by an answer that says none',
      file: 'shared/commands/gap-answer.ts',
      without: "    if (input.answer === 'stopped') return edits(...stoppedThere(book, gap), closed)",
      instead: "    if (input.answer === 'stopped') return edits(...kept(book, gap, context), closed)",
      test: 'tests/property/gaps.test.ts',
      by: 'no answer adds time that was not asked for, and each can be taken back',
    },
    {
      name: 'takes a clock that was set for time that went by',
      file: presence,
      without: "moved === 0 ? [] : [{ kind: 'clockMoved', seconds: moved / 1000 }]",
      instead: '[]',
      test: tested,
      by: 'by %i minutes is told as such, and adds nothing',
    },
    {
      name: 'does not see a sleep that nobody told of',
      file: presence,
      without: 'const stoodStill = reading.up - before.up > UNSEEN_MS',
      instead: 'const stoodStill = reading.up < before.up',
      test: tested,
      by: 'is found though the system told nothing',
    },
    {
      name: 'asks nothing after a crash',
      file: presence,
      without: '...(reading.wall - from >= UNSEEN_MS',
      instead: '...(reading.wall < from',
      test: tested,
      by: 'the time since somebody was last seen is asked about',
    },
    {
      name: 'loses what had run to a clock that woke up in 1970',
      file: presence,
      without: 'Math.min(0, reading.wall - beat.seen)',
      instead: '0',
      test: tested,
      by: 'a clock that woke up in 1970 keeps what had run, and adds nothing',
    },
    {
      name: 'asks nothing after a sleep',
      file: 'electron/presence.ts',
      without: "for (const sign of ['suspend', 'resume'] as const) powerMonitor",
      instead: "for (const sign of ['suspend'] as const) powerMonitor",
      test: 'tests/electron/presence.test.ts',
      by: 'a sleep of eight hours: before it all is put into the files, after it the time is set aside and counts for nobody',
    },
    {
      name: 'does not write down what was seen last',
      file: 'electron/presence.ts',
      without: ' || next.up - beaten >= BEAT_EVERY_MS',
      test: 'tests/electron/presence.test.ts',
      by: 'what was seen last is written down every half a minute: a crash leaves no more than that open',
    },
    {
      name: 'keeps no heartbeat',
      file: storage('heartbeat'),
      without: 'fs.renameSync(temporary, file)',
      instead: 'fs.rmSync(temporary)',
      test: tests('heartbeat'),
      by: 'the next run reads what the last one wrote, and nothing else is left',
    },
    {
      name: 'believes half a heartbeat',
      file: storage('heartbeat'),
      without: 'return isWhole ? ',
      instead: 'return isWhole || value ? ',
      test: tests('heartbeat'),
      by: 'what is no heartbeat is none: %j',
    },
  ] as const
).map((mutant) => ({ ...mutant, breaks: 'nobody is given time that was not worked' }))
