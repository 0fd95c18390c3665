import type { DateOrder, Unit } from '#shared/formats/columns.ts'
import type { Format } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { ImportChoices, ImportPreview } from '#shared/ipc.ts'
import type { Day } from '#shared/kernel/day.ts'
import { Choice } from '../../ui/choice.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import css from './importing.module.css'

interface WaysProps {
  preview: ImportPreview
  /** Whether its user looks at how it is read: then what the file itself tells can be changed too. */
  isMapping: boolean
  change: (said: Partial<ImportChoices>) => void
}

/** What a file leaves open is asked, each way with what it would mean. Nothing is taken for granted. */
export function Ways({ preview: { ways, asked, manner }, isMapping, change }: WaysProps) {
  const { t, format } = useWords()
  const { dateOrder, decimal } = ways
  const unit = isMapping || asked.includes('unit') ? ways.unit : undefined
  const misfitsOf = ({ misfits }: { misfits: number }): string[] =>
    misfits > 0 ? [t('importing.ways.misfits', { count: misfits, shown: format.number(misfits) })] : []
  const noteOf = (...parts: string[]): string | undefined => (parts.length === 0 ? undefined : parts.join('. '))
  return (
    <>
      {dateOrder ? (
        <Choice
          className={cx(css.way)}
          label={
            dateOrder.every(({ misfits }) => misfits > 0)
              ? t('importing.ways.bothOrders')
              : t('importing.ways.dateOrder', { cell: dateOrder[0]?.cell ?? '' })
          }
          value={manner.dateOrder ?? null}
          onChange={(way) => change({ dateOrder: way })}
          options={dateOrder.map((reading) => ({
            id: reading.way,
            label: orderName(
              t,
              reading.way,
              dateOrder.every(({ day }) => day) && format.day(reading.day as Day, 'long'),
            ),
            note: noteOf(...spanOf(t, format, reading), ...misfitsOf(reading)),
          }))}
        />
      ) : null}
      {decimal ? (
        <Choice
          className={cx(css.way)}
          label={t('importing.ways.decimal', { cell: decimal[0]?.cell ?? '' })}
          value={manner.decimal ?? null}
          onChange={(way) => change({ decimal: way })}
          options={decimal.map((reading) => ({
            id: reading.way,
            label: reading.seconds === null ? t('importing.ways.noNumber') : format.duration(reading.seconds),
            note: noteOf(t('importing.ways.comesTo', { total: format.duration(reading.total) }), ...misfitsOf(reading)),
          }))}
        />
      ) : null}
      {unit ? (
        <Choice
          className={cx(css.way)}
          label={t('importing.ways.unit', { cell: unit[0]?.cell ?? '' })}
          value={manner.unit ?? null}
          onChange={(way) => change({ unit: way })}
          options={unit.map(({ way, total }) => ({
            id: way,
            label: unitName(t, way),
            note: t('importing.ways.comesTo', { total: format.duration(total) }),
          }))}
        />
      ) : null}
    </>
  )
}

/** @param day what the cell that is asked about would be; false where it is none in one of the ways */
function orderName(t: Translator, order: DateOrder, day: string | false): string {
  if (day === false) return order === 'mdy' ? t('importing.ways.monthFirstAlone') : t('importing.ways.dayFirstAlone')
  if (order === 'ymd') return t('importing.ways.yearFirst', { day })
  return order === 'mdy' ? t('importing.ways.monthFirst', { day }) : t('importing.ways.dayFirst', { day })
}

/** Of one day there is no more to say. */
const spanOf = (t: Translator, format: Format, { from, to }: { from: Day; to: Day }): string[] =>
  from === to
    ? []
    : [
        t('importing.ways.spanned', {
          from: format.day(from, 'long'),
          fromDay: Number(from.slice(8)),
          to: format.day(to, 'long'),
          toDay: Number(to.slice(8)),
        }),
      ]

function unitName(t: Translator, unit: Unit): string {
  if (unit === 'hours') return t('importing.ways.hours')
  if (unit === 'minutes') return t('importing.ways.minutes')
  return unit === 'seconds' ? t('importing.ways.seconds') : t('importing.ways.milliseconds')
}
