import { lazy, Suspense, useEffect } from 'react'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { defined } from '#shared/kernel/defined.ts'
import { TodayPlace } from '../features/today/today-place.tsx'
import { afterPicture } from '../after-picture.tsx'
import { useNavigation, type Place } from '../place.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words.tsx'

/**
 * Every start opens Today, so Today is what a start waits for. The other places come when the page is at rest after
 * its first picture, or with the first look at one of them, if that is sooner.
 */
const later = {
  clients: () => import('../features/clients/clients-place.tsx'),
  client: () => import('../features/clients/client-place.tsx'),
  retainers: () => import('../features/retainers/retainers-place.tsx'),
  retainer: () => import('../features/retainers/retainer-place.tsx'),
  proposal: () => import('../features/proposal/proposal-place.tsx'),
  editor: () => import('../features/retainers/retainer-editor.tsx'),
  settings: () => import('../features/settings/settings-place.tsx'),
  time: () => import('../features/time/time-place.tsx'),
  pricing: () => import('../features/pricing/pricing-place.tsx'),
  income: () => import('../features/income/income-place.tsx'),
  billing: () => import('../features/billing/billing-place.tsx'),
  invoice: () => import('../features/billing/invoice-place.tsx'),
  report: () => import('../features/report/report-place.tsx'),
  close: () => import('../features/close/close-place.tsx'),
  backups: () => import('../features/keeping/backups-place.tsx'),
  guide: () => import('../features/guide/guide-place.tsx'),
  health: () => import('../features/keeping/health-place.tsx'),
}
const ClientsPlace = lazy(async () => ({ default: (await later.clients()).ClientsPlace }))
const ClientPlace = lazy(async () => ({ default: (await later.client()).ClientPlace }))
const RetainersPlace = lazy(async () => ({ default: (await later.retainers()).RetainersPlace }))
const RetainerPlace = lazy(async () => ({ default: (await later.retainer()).RetainerPlace }))
const ProposalPlace = lazy(async () => ({ default: (await later.proposal()).ProposalPlace }))
const RetainerEditor = lazy(async () => ({ default: (await later.editor()).RetainerEditor }))
const SettingsPlace = lazy(async () => ({ default: (await later.settings()).SettingsPlace }))
const TimePlace = lazy(async () => ({ default: (await later.time()).TimePlace }))
const PricingPlace = lazy(async () => ({ default: (await later.pricing()).PricingPlace }))
const IncomePlace = lazy(async () => ({ default: (await later.income()).IncomePlace }))
const BillingPlace = lazy(async () => ({ default: (await later.billing()).BillingPlace }))
const InvoicePlace = lazy(async () => ({ default: (await later.invoice()).InvoicePlace }))
const ReportPlace = lazy(async () => ({ default: (await later.report()).ReportPlace }))
const ClosePlace = lazy(async () => ({ default: (await later.close()).ClosePlace }))
const BackupsPlace = lazy(async () => ({ default: (await later.backups()).BackupsPlace }))
const GuidePlace = lazy(async () => ({ default: (await later.guide()).GuidePlace }))
const HealthPlace = lazy(async () => ({ default: (await later.health()).HealthPlace }))

/** Fetches them one after the other while nothing else is to be done, once the first picture is on the screen. */
export function fetchOtherPlaces(): void {
  const [next, ...rest] = Object.values(later)
  const fetch = (load: typeof next, then: typeof rest): void => {
    if (load)
      requestIdleCallback(
        () =>
          void load().then(
            () => fetch(then[0], then.slice(1)),
            () => undefined,
          ),
      )
  }
  afterPicture(() => fetch(next, rest))
}

/** @param onShown told of each place once it is on the page itself, and not what stands for one that is yet to be fetched */
export function CurrentPlace({ onShown }: { onShown: (place: Place) => void }) {
  const { place } = useNavigation()
  const { t } = useWords()
  return (
    <Suspense fallback={<Skeleton label={t('app.loading')} />}>
      {screenOf(place)}
      <Shown place={place} onShown={onShown} />
    </Suspense>
  )
}

/** Beside what is fetched: nothing of a Suspense is on the page before all of it is. */
function Shown({ place, onShown }: { place: Place; onShown: (place: Place) => void }) {
  useEffect(() => onShown(place), [place, onShown])
  return null
}

function screenOf(place: Place) {
  switch (place.name) {
    case 'today':
      return <TodayPlace />
    case 'time':
      return <TimePlace day={place.day} view={place.view} search={place.search} />
    case 'clients':
      return <ClientsPlace {...(place.making ? { making: true } : {})} />
    case 'client':
      return <ClientPlace key={place.id} id={place.id} />
    case 'retainers':
      return <RetainersPlace />
    case 'retainer':
      return <RetainerPlace key={`${place.id} ${place.period}`} id={place.id} {...defined({ period: place.period })} />
    case 'newRetainer':
      return (
        <RetainerEditor key={`new ${place.clientId}`} {...defined({ clientId: place.clientId, offer: place.offer })} />
      )
    case 'editRetainer':
      return <RetainerEditor key={place.id} id={place.id} />
    case 'proposal':
      return <ProposalPlace key={place.id} id={place.id} {...defined({ document: place.document })} />
    case 'pricing':
      return <PricingPlace key={`pricing ${place.clientId}`} {...defined({ clientId: place.clientId })} />
    case 'income':
      return <IncomePlace />
    case 'billing':
      return <BillingPlace />
    case 'invoice':
      return <InvoicePlace key={place.id} id={place.id} />
    case 'report':
      return <ReportPlace key={`${place.engagementId} ${place.start}`} id={place.engagementId} start={place.start} />
    case 'close':
      return <ClosePlace key={place.month ?? 'last'} {...defined({ month: place.month })} />
    case 'settings':
      return <SettingsPlace />
    case 'backups':
      return <BackupsPlace />
    case 'guide':
      return <GuidePlace />
    case 'health':
      return <HealthPlace />
    default:
      return assertNever(place)
  }
}
