import { isSpan } from '#shared/model/entry.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useKept } from '../../parts/kept.ts'
import { useBook, usePreferences } from '../../workspace.tsx'

export const guideSteps = ['you', 'money', 'days', 'client', 'retainer', 'minute'] as const
export type GuideStep = (typeof guideSteps)[number]

/** What is typed in it, until it is kept; and where one is. */
interface Draft {
  readonly step: GuideStep | 'ready'
  /** Steps that leave no trace of their own in the workspace when what stood there was right. */
  readonly passed: readonly GuideStep[]
  readonly name: string
  readonly currency: string
  /** null until they are typed over: what is kept is shown as the language writes it. */
  readonly rate: string | null
  readonly target: string | null
  readonly days: readonly number[]
  readonly client: string
  readonly hours: string
  readonly fee: string
  readonly unused: 'lapses' | 'carries'
  readonly note: string
}

/** What the guide has found and what was typed in it. Left and come back to, it goes on where something is still to be said. */
export function useGuide() {
  const book = useBook()
  const { currency, workingDays, billing } = usePreferences()
  const { clients, engagements, entries } = book.workspace.tables
  const client: Client | undefined = clients.values().next().value
  const retainer = [...engagements.values()].find((each): each is Retainer => each.kind === 'retainer')
  const hasMinute = [...entries.values()].some(isSpan)
  const { draft, change, forget } = useKept<Draft>('guide', () => ({
    step: client === undefined ? 'you' : retainer === undefined ? 'retainer' : hasMinute ? 'ready' : 'minute',
    passed: [],
    name: billing.issuer.name,
    currency,
    rate: null,
    target: null,
    days: workingDays,
    client: '',
    hours: '',
    fee: '',
    unused: 'lapses',
    note: '',
  }))
  const { step } = draft
  const done: Record<GuideStep, boolean> = {
    you: billing.issuer.name !== '',
    money: draft.passed.includes('money'),
    days: draft.passed.includes('days'),
    client: client !== undefined,
    retainer: retainer !== undefined,
    minute: hasMinute,
  }
  const at = step === 'ready' ? guideSteps.length : guideSteps.indexOf(step)
  return {
    draft,
    change,
    forget,
    client,
    retainer,
    hasMinute,
    done,
    before: guideSteps[at - 1],
    go: (to: Draft['step']) => change({ step: to }),
    /** To the next step; `said` where this one was answered. */
    next: (said: boolean) =>
      change({
        step: guideSteps[at + 1] ?? 'ready',
        ...(said && step !== 'ready' ? { passed: [...draft.passed, step] } : {}),
      }),
  }
}

export type Guide = ReturnType<typeof useGuide>
