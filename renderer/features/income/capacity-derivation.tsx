import type { CapacityMonth } from '#shared/domain/income/capacity.ts'
import { PartLink, PartMark } from '../../parts/income-part.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { usePreferences } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import type { IncomeView } from './income-view.ts'

/** Which retainer takes how much of the month, what there is, and what is left of it to sell. */
export function CapacityDerivation({ month, view }: { month: CapacityMonth; view: IncomeView }) {
  const { t, format } = useWords()
  const { minutesPerDay } = usePreferences()
  return (
    <Derivation
      title={format.month(month.month)}
      rows={month.parts
        .toSorted((one, other) => other.committed - one.committed)
        .map((part, index) => ({
          id: `${part.engagementId} ${index}`,
          mark: <PartMark view={view} part={part} />,
          label: <PartLink view={view} part={part} from={month.month} to={month.month} />,
          reason: [
            part.source === 'agreed' ? t('income.capacity.agreed') : t('income.capacity.tracked'),
            part.isGuaranteed ? '' : t('income.capacity.ifRenewed'),
          ]
            .filter(Boolean)
            .join(', '),
          figure: (
            <PartLink {...{ view, part }} from={month.month} to={month.month} name={format.hours(part.committed)} />
          ),
        }))}
      total={{
        label: t('income.capacity.ofAvailable', { hours: format.duration(month.available) }),
        figure: format.hours(month.committed),
      }}
      foot={[
        t('income.capacity.days', {
          count: month.workingDays,
          hours: format.duration(minutesPerDay * 60),
          available: format.duration(month.available),
        }),
        month.over > 0
          ? t('income.capacity.overBy', { hours: format.duration(month.over) })
          : t('income.capacity.leftToSell', { hours: format.duration(month.toSell) }),
      ].join(' ')}
    />
  )
}
