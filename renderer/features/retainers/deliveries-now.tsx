import { Trash2 } from 'lucide-react'
import type { Period } from '#shared/domain/periods.ts'
import { perkOn } from '#shared/domain/perk-on.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { IconButton } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Cell, Row, Table } from '../../ui/table.tsx'
import { useBook, useExecute } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './retainer-place.module.css'

/** What was handed over in the period that runs, the latest first; what was noted by mistake is taken away. */
export function DeliveriesNow({ retainer, period }: { retainer: Retainer; period: Period }) {
  const { t, format } = useWords()
  const execute = useExecute()
  const book = useBook()
  const delivered = [...(book.deliveries.get(retainer.id)?.values() ?? [])]
    .filter(({ day }) => day >= period.start && day < period.end)
    .toSorted((a, b) => (a.day > b.day ? -1 : 1))
  if (delivered.length === 0) return null
  const nameOf = ({ day, note, perkId }: (typeof delivered)[number]): string => {
    const perk = perkId === undefined ? '' : perkOn(retainer, perkId, day)?.name
    return [perk, note].filter((part) => part).join(', ') || t('retainers.moves.delivered')
  }
  return (
    <section className={cx(css.months)}>
      <SectionHead title={t('retainers.page.deliveries')} />
      <Table label={t('retainers.page.deliveries')}>
        <tbody>
          {delivered.map((delivery) => (
            <Row key={delivery.id}>
              <Cell isHeader>
                <OwnWords>{nameOf(delivery)}</OwnWords>
              </Cell>
              <Cell>{format.day(delivery.day, 'day')}</Cell>
              <Cell align="end">{format.number(delivery.units)}</Cell>
              <Cell align="end">
                <IconButton
                  size="small"
                  icon={Trash2}
                  label={t('retainers.page.removeDelivery', { day: format.day(delivery.day, 'day') })}
                  onPress={() =>
                    void execute('delivery.remove', { id: delivery.id }, { done: t('retainers.page.removedDelivery') })
                  }
                />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
