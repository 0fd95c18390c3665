import { lastDay } from '#shared/domain/periods.ts'
import { shownAmount } from '#shared/domain/ledger/shown-row.ts'
import { clientOf } from '#shared/domain/naming.ts'
import type { Standing } from '#shared/domain/standing.ts'
import { amountInColumn } from '#shared/i18n/amounts.ts'
import { searchFor } from '#shared/i18n/entry-search.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import { sumOf } from '#shared/kernel/units.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { useNavigation } from '../../place.tsx'
import { Derivation } from '../../ui/derivation.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'

interface LeftDerivationProps {
  readonly retainer: Retainer
  readonly standing: Standing
}

/** What is left of a period: what there was to use, less what was used. Its time leads to the entries. */
export function LeftDerivation({ retainer, standing }: LeftDerivationProps) {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const { name } = clientOf(book, retainer)
  const { basis, over, left, row } = standing
  const { period } = row
  const write = (amount: number): string => amountInColumn(format, basis, amount)
  const search = searchFor(format.language, name, period.start, lastDay(period))
  const used =
    basis === 'deliverables' ? (
      t('today.retainers.used')
    ) : (
      <LinkButton onPress={() => go({ name: 'time', view: 'list', search })}>{t('today.retainers.used')}</LinkButton>
    )
  const rows: readonly Step[] = basis === 'access' ? [{ id: 'used', amount: row.worked }] : stepsOf(standing)
  const labels = {
    carriedOver: t('today.retainers.carriedOver'),
    included: t('today.retainers.included'),
    added: t('today.retainers.added'),
    used,
  }
  const { carriedUntil } = standing
  return (
    <Derivation
      title={name}
      rows={rows.map(({ id, amount }) => ({
        id,
        label: labels[id],
        reason:
          id === 'carriedOver' && carriedUntil ? t('today.retainers.useBy', { day: theDay(format, carriedUntil) }) : '',
        figure: write(amount),
      }))}
      total={{
        label:
          basis === 'access'
            ? t('today.retainers.all')
            : over > 0
              ? t('today.retainers.over')
              : t('today.retainers.left'),
        figure: write(basis === 'access' ? row.worked : over > 0 ? over : left),
      }}
      foot={
        <LinkButton onPress={() => go({ name: 'retainer', id: retainer.id })}>{t('today.retainers.ledger')}</LinkButton>
      }
    />
  )
}

interface Step {
  readonly id: 'carriedOver' | 'included' | 'added' | 'used'
  readonly amount: number
}

/** What came in and what was used, each the step between two levels that are cut as they are shown: so they add up. */
function stepsOf({ basis, over, left, row }: Standing): Step[] {
  const cut = (amount: number): number => shownAmount(basis, amount)
  const added = sumOf(row.lots, ({ source, period, granted }) =>
    source === 'topUp' && period === row.period.index ? granted : 0,
  )
  const came = row.opening + row.adjusted
  const levels = [
    { id: 'carriedOver', to: cut(came) },
    { id: 'included', to: cut(came + row.granted - added) },
    { id: 'added', to: cut(came + row.granted) },
    { id: 'used', to: over > 0 ? -cut(over) : cut(left) },
  ] as const
  return levels
    .map(({ id, to }, index) => ({ id, amount: to - (levels[index - 1]?.to ?? 0) }))
    .filter(({ amount }) => amount !== 0)
}
