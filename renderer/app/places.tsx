import { lazy, Suspense } from 'react'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { ClientPlace } from '../features/clients/client-place.tsx'
import { ClientsPlace } from '../features/clients/clients-place.tsx'
import { RetainerEditor } from '../features/retainers/retainer-editor.tsx'
import { RetainerPlace } from '../features/retainers/retainer-place.tsx'
import { RetainersPlace } from '../features/retainers/retainers-place.tsx'
import { SettingsPlace } from '../features/settings/settings-place.tsx'
import { TimePlace } from '../features/time/time-place.tsx'
import { TodayPlace } from '../features/today/today-place.tsx'
import { useNavigation, type Place } from '../place.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words.tsx'

/** The charts' library is a third of the face: it comes with the first look at Income. */
const IncomePlace = lazy(async () => ({
  default: (await import('../features/income/income-place.tsx')).IncomePlace,
}))

export function CurrentPlace() {
  const { place } = useNavigation()
  const { t } = useWords()
  return <Suspense fallback={<Skeleton label={t('app.loading')} />}>{screenOf(place)}</Suspense>
}

function screenOf(place: Place) {
  switch (place.name) {
    case 'today':
      return <TodayPlace />
    case 'time':
      return <TimePlace {...(place.day ? { day: place.day } : {})} />
    case 'clients':
      return <ClientsPlace {...(place.making ? { making: true } : {})} />
    case 'client':
      return <ClientPlace key={place.id} id={place.id} />
    case 'retainers':
      return <RetainersPlace />
    case 'retainer':
      return <RetainerPlace key={place.id} id={place.id} />
    case 'newRetainer':
      return <RetainerEditor key={`new ${place.clientId}`} {...(place.clientId ? { clientId: place.clientId } : {})} />
    case 'editRetainer':
      return <RetainerEditor key={place.id} id={place.id} />
    case 'income':
      return <IncomePlace />
    case 'settings':
      return <SettingsPlace />
    default:
      return assertNever(place)
  }
}
