import type { Unit } from '#shared/formats/columns.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { ImportChoices, ImportPreview } from '#shared/ipc.ts'
import { Choice } from '../../ui/choice.tsx'
import { cx } from '../../ui/cx.ts'
import { useWords } from '../../words.tsx'
import css from './importing.module.css'

interface WaysProps {
  ways: ImportPreview['ways']
  choices: ImportChoices
  change: (said: Partial<ImportChoices>) => void
}

/** What a file leaves open is asked, each way with what it would mean. Nothing is taken for granted. */
export function Ways({ ways: { dateOrder, decimal, unit }, choices, change }: WaysProps) {
  const { t, format } = useWords()
  return (
    <>
      {dateOrder ? (
        <Choice
          className={cx(css.way)}
          label={t('importing.ways.dateOrder', { cell: dateOrder[0]?.cell ?? '' })}
          value={choices.dateOrder ?? null}
          onChange={(way) => change({ dateOrder: way })}
          options={dateOrder.map(({ way, day, from, to }) => {
            const shown = { day: format.day(day, 'long') }
            return {
              id: way,
              label: way === 'dmy' ? t('importing.ways.dayFirst', shown) : t('importing.ways.monthFirst', shown),
              // Of one day there is no more to say.
              note:
                from === to
                  ? undefined
                  : t('importing.ways.spanned', {
                      from: format.day(from, 'long'),
                      fromDay: Number(from.slice(8)),
                      to: format.day(to, 'long'),
                      toDay: Number(to.slice(8)),
                    }),
            }
          })}
        />
      ) : null}
      {decimal ? (
        <Choice
          className={cx(css.way)}
          label={t('importing.ways.decimal', { cell: decimal[0]?.cell ?? '' })}
          value={choices.decimal ?? null}
          onChange={(way) => change({ decimal: way })}
          options={decimal.map(({ way, seconds, total }) => ({
            id: way,
            label: format.duration(seconds),
            note: t('importing.ways.comesTo', { total: format.duration(total) }),
          }))}
        />
      ) : null}
      {unit ? (
        <Choice
          className={cx(css.way)}
          label={t('importing.ways.unit', { cell: unit[0]?.cell ?? '' })}
          value={choices.unit ?? null}
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

function unitName(t: Translator, unit: Unit): string {
  if (unit === 'hours') return t('importing.ways.hours')
  if (unit === 'minutes') return t('importing.ways.minutes')
  return unit === 'seconds' ? t('importing.ways.seconds') : t('importing.ways.milliseconds')
}
