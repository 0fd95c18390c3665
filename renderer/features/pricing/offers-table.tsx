import type { ReactNode } from 'react'
import { ceilings } from '#shared/domain/pricing.ts'
import type { Id } from '#shared/kernel/id.ts'
import { inSeconds, minutes, type Minor, type Minutes } from '#shared/kernel/units.ts'
import { useNavigation, type OfferedPerk } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { useWords } from '../../words.tsx'
import type { Sheet } from './sheet.ts'
import css from './offers-table.module.css'

/** The sheet, side by side: by the hour, at the discount, and at the full fee with extra time. */
export function OffersTable({ sheet, clientId }: { sheet: Sheet; clientId: Id | undefined }) {
  const { t, format } = useWords()
  const { result, currency, hours, extra, capacity, input } = sheet
  const amount = (value: number): string => format.amount(value, currency)
  const off = t('pricing.table.off', { discount: format.exactPercent(sheet.discountBasisPoints) })
  const added = t('pricing.table.extra', { extra: format.duration(inSeconds(extra)) })
  const given = minutes(hours + extra)
  const all = ceilings(input)
  const extraAYear = extra * input.periodsPerYear * 60
  const rows: readonly { name: string; cells: readonly [string, string, string]; isMain?: true }[] = [
    {
      name: t('pricing.table.fee'),
      cells: [amount(result.piecemeal), amount(result.discountedFee), amount(result.piecemeal)],
    },
    {
      name: t('pricing.table.time'),
      cells: [hours, hours, given].map((each) => format.hours(inSeconds(each))) as [string, string, string],
    },
    {
      name: t('pricing.table.anHour'),
      cells: [amount(sheet.listRate), amount(result.discountedRate), amount(result.valueAddRate ?? 0)],
      isMain: true,
    },
    {
      name: t('pricing.table.givenAway'),
      cells: [
        t('pricing.table.nothing'),
        result.givenAwayPerYear === 0 ? t('pricing.table.nothing') : amount(result.givenAwayPerYear),
        extra === 0 ? t('pricing.table.nothing') : format.duration(extraAYear),
      ],
    },
    {
      name: t('pricing.table.worth'),
      cells: [
        t('pricing.table.nothing'),
        t('pricing.table.nothing'),
        sheet.worth === 0 ? t('pricing.table.nothing') : amount(sheet.worth),
      ],
    },
    {
      name: t('pricing.table.ceiling', { capacity: format.duration(inSeconds(capacity)) }),
      cells: [amount(all.atList), amount(result.ceiling), amount(all.withPerks)],
    },
  ]
  return (
    <table className={cx(css.offers)} aria-label={t('pricing.table.label')}>
      <colgroup>
        <col />
        <col className={cx(css.column)} />
        <col className={cx(css.column)} />
        <col className={cx(css.column)} />
      </colgroup>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('pricing.table.byTheHour')}</th>
          <th scope="col">{off}</th>
          <th scope="col" className={cx(css.picked)}>
            {added}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells: [list, less, more], isMain }) => (
          <tr key={name} className={cx(isMain && css.main)}>
            <th scope="row">{name}</th>
            <td>{list}</td>
            <td>{less}</td>
            <td className={cx(css.picked)}>{more}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2} />
          <td>
            <UseThis {...{ sheet, clientId }} fee={result.discountedFee} extra={minutes(0)} perks={[]} offer={off} />
          </td>
          <td className={cx(css.picked)}>
            <UseThis
              {...{ sheet, clientId }}
              extra={sheet.extraTime}
              perks={sheet.perks}
              fee={result.piecemeal}
              offer={added}
            />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

interface UseThisProps {
  readonly sheet: Sheet
  readonly clientId: Id | undefined
  readonly fee: Minor
  readonly extra: Minutes
  readonly perks: readonly OfferedPerk[]
  readonly offer: string
}

/** Fills the draft of an agreement with the offer; who it is for may still be open. */
function UseThis({
  sheet: { hours, currency, listRate },
  clientId,
  fee,
  extra,
  perks,
  offer,
}: UseThisProps): ReactNode {
  const { t } = useWords()
  const { go } = useNavigation()
  return (
    <LinkButton
      size="small"
      aria-label={t('pricing.table.useThat', { offer })}
      onPress={() =>
        go({
          name: 'newRetainer',
          ...(clientId ? { clientId } : {}),
          offer: { hours, fee, currency, listRate, extra, perks },
        })
      }
    >
      {t('pricing.table.use')}
    </LinkButton>
  )
}
