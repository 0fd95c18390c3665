import { createContext, use, useCallback, useEffect, useSyncExternalStore, type ReactNode } from 'react'
import type { CommandInput, CommandName } from '#shared/commands/index.ts'
import { preferencesOf, type Book } from '#shared/domain/book.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import { monthsBetween, type Day, type Month } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { dayAt, type Instant } from '#shared/kernel/instant.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Preferences } from '#shared/model/preferences.ts'
import type { SettingsView } from '#shared/ipc.ts'
import { useNow } from './clock.ts'
import type { Mirror, View } from './mirror.ts'
import { showToast } from './ui/toast.tsx'
import { useUndo } from './undo.ts'
import { useWords } from './words.tsx'

const MirrorContext = createContext<Mirror | null>(null)

export function WorkspaceProvider({ mirror, children }: { mirror: Mirror; children: ReactNode }) {
  return <MirrorContext value={mirror}>{children}</MirrorContext>
}

export function useMirror(): Mirror {
  const mirror = use(MirrorContext)
  if (!mirror) throw new Error('no workspace around this component')
  return mirror
}

export function useView(): View {
  const mirror = useMirror()
  return useSyncExternalStore(mirror.subscribe, mirror.view)
}

/** The book, a new object after every change: what is worked out from it can be kept with `useMemo(…, [book])`. */
export const useBook = (): Book => useView().book
export const usePreferences = (): Preferences => preferencesOf(useBook().workspace)
export const useSettings = (): SettingsView => useView().settings

/** The time by the minute, for hours that what runs is part of: they turn when its timer does. */
export const useMinute = (): Instant => useNow('minute', useBook().running?.start)

/** The local day; it turns at midnight while the window is open. */
export function useToday(): Day {
  return dayAt(useNow('minute'), usePreferences().timeZone)
}

/** Has the entries of these months in memory; true once they are. */
export function useMonths(from: Month, to: Month): boolean {
  const mirror = useMirror()
  const { months } = useBook().workspace
  const wanted = monthsBetween(from, to)
  const held = months === 'all' || wanted.every((month) => months.has(month))
  useEffect(() => {
    if (!held) mirror.hold(monthsBetween(from, to)).catch(reportError)
  }, [mirror, held, from, to])
  return held
}

export interface Told {
  /** What to say when it is done, in the past tense: shown as a toast with Undo. */
  readonly done?: string
  /** Takes the refusal to its field; without it a toast says it. */
  readonly onRefused?: (refusal: Refusal) => void
}

/** Runs a command. @returns the id of what was made, true where nothing was, or null when it was refused. */
export type Execute = <Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
  told?: Told,
) => Promise<Id | true | null>

export function useExecute(): Execute {
  const mirror = useMirror()
  const { t, format } = useWords()
  const undoChange = useUndo()
  return useCallback<Execute>(
    async (name, input, { done, onRefused } = {}) => {
      const outcome = await mirror.execute(name, input)
      if (!outcome.ok) {
        if (onRefused) onRefused(outcome.refusal)
        else showToast({ text: refusalText(t, format, outcome.refusal), tone: 'refused' })
        return null
      }
      const { seq } = outcome.value
      const undo = { label: t('app.undo'), onAction: () => undoChange(seq) }
      if (done !== undefined) showToast({ text: done, action: undo })
      return outcome.value.made ?? true
    },
    [mirror, t, format, undoChange],
  )
}
