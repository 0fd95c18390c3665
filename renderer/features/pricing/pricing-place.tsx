import type { Id } from '#shared/kernel/id.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { BreakEven } from './break-even.tsx'
import { ExtraRows } from './extra-rows.tsx'
import { LabStatement } from './lab-statement.tsx'
import { OffersTable } from './offers-table.tsx'
import { OwnMonths } from './own-months.tsx'
import { SheetForm } from './sheet-form.tsx'
import { useLab, type Lab } from './use-lab.ts'
import css from './pricing-place.module.css'

/** The pricing lab: what a discount gives away, what to give in its place, and what each would have paid. */
export function PricingPlace({ clientId }: { clientId?: Id }) {
  const lab = useLab(clientId)
  const { sheet, client } = lab
  return (
    <>
      <Head lab={lab} />
      {sheet === null ? null : <LabStatement sheet={sheet} />}
      <div className={cx(css.lab)}>
        <section>
          <SheetForm lab={lab} />
          <ExtraRows lab={lab} />
          {sheet === null ? null : <OffersTable sheet={sheet} clientId={clientId} />}
        </section>
        {sheet === null ? null : <BreakEven sheet={sheet} />}
      </div>
      {sheet === null || client === null ? null : <OwnMonths sheet={sheet} client={client} />}
    </>
  )
}

function Head({ lab: { client } }: { lab: Lab }) {
  const { t } = useWords()
  const { go, replace } = useNavigation()
  const clients = useClients()
  const nobody = { id: 'nobody', label: t('pricing.nobody') }
  return (
    <PageHead
      crumbs={[
        { label: t('retainers.list.title'), onPress: () => go({ name: 'retainers' }) },
        { label: t('pricing.title') },
      ]}
      mark={client ? <ClientMark mark={client.mark} size={24} /> : undefined}
      title={client?.name ?? t('pricing.title')}
      actions={
        clients.length === 0 ? undefined : (
          <Select
            label={t('pricing.client')}
            labelPlacement="hidden"
            options={[nobody, ...clients]}
            value={client?.id ?? nobody.id}
            onChange={(id) => replace({ name: 'pricing', ...(id === nobody.id ? {} : { clientId: id as Id }) })}
            width={220}
          />
        )
      }
    />
  )
}

/** From A; who is archived is not priced. */
function useClients() {
  const { workspace } = useBook()
  const { format } = useWords()
  return [...workspace.tables.clients.values()]
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => a.name.localeCompare(b.name, format.locale))
    .map(({ id, name, mark }) => ({ id: id as string, label: name, mark: <ClientMark mark={mark} /> }))
}
