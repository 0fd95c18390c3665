import { Suspense, useState } from 'react'
import type { Day } from '#shared/kernel/day.ts'
import { useNavigation, type TimeView } from '../../place.tsx'
import { useKept } from '../../parts/kept.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useWords } from '../../words.tsx'
import { useToday } from '../../workspace.tsx'
import { Modes } from './modes.tsx'
import { useViewKeys } from './use-view-keys.ts'
import { viewOf, type ViewId } from './views.ts'

interface TimePlaceProps {
  day?: Day | undefined
  view?: TimeView | undefined
  search?: string | undefined
}

/** Where did it go? The same time in the views that there are, one at a time. */
export function TimePlace({ day, view, search }: TimePlaceProps) {
  const { t } = useWords()
  const shown = useShown(day, view)
  useViewKeys(shown.showView)
  const { View } = viewOf(shown.view)
  return (
    <Suspense fallback={<Skeleton label={t('app.loading')} />}>
      <View
        day={shown.day}
        show={shown.showDay}
        search={search}
        modes={<Modes view={shown.view} onChange={shown.showView} />}
      />
    </Suspense>
  )
}

/**
 * The day and the view that are asked for; today, and the view that was looked at last, where nothing is. Stepping on
 * from there is no place of its own, so that *back* leaves Time.
 */
function useShown(askedDay: Day | undefined, askedView: TimeView | undefined) {
  const today = useToday()
  const { place } = useNavigation()
  const [stepped, setStepped] = useState<{ from: typeof place; day: Day; view: ViewId } | null>(null)
  const { draft: last, change: remember } = useKept<{ view: ViewId }>('time.view', () => ({ view: 'day' }))
  const current =
    stepped?.from === place
      ? stepped
      : { from: place, day: askedDay ?? today, view: viewOf(askedView ?? (askedDay ? 'day' : last.view)).id }
  return {
    day: current.day,
    view: current.view,
    showDay: (day: Day) => setStepped({ ...current, day }),
    showView: (view: ViewId) => {
      remember({ view })
      setStepped({ ...current, view })
    },
  }
}
