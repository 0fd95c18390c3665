import type { RecordRow, WorkRecord } from '../domain/record.ts'
import { amountInColumn, amountInWords } from '../i18n/amounts.ts'
import type { Format } from '../i18n/format.ts'
import type { Translator } from '../i18n/translator.ts'
import { addDays, addToMonth, firstDayOf, monthOf } from '../kernel/day.ts'
import type { Block } from './paper.ts'

/** What was agreed and delivered so far: a sentence, and the periods with their sum as a table. */
export function recordBlocks(t: Translator, format: Format, record: WorkRecord): Block[] {
  const { agreement, rows, agreed, delivered, onTime } = record
  const basis = agreement?.basis ?? 'hours'
  const told = { delivered: amountInWords(t, format, basis, delivered), count: rows.length }
  const words = agreement
    ? t('documents.recordRows.hours', { ...told, agreed: amountInWords(t, format, basis, agreed) })
    : t('documents.recordRows.tracked', told)
  const sentences = [
    words,
    ...(onTime
      ? [t('documents.recordRows.onTime', { done: format.number(onTime.done), all: format.number(onTime.all) })]
      : []),
  ]
  const figure = (amount: number): string => amountInColumn(format, basis, amount)
  const cells = (row: RecordRow): string[] => [
    periodText(format, row),
    ...(agreement ? [row.agreed === null ? '–' : figure(row.agreed)] : []),
    figure(row.delivered),
  ]
  return [
    { kind: 'text', text: sentences.join(' ') },
    {
      kind: 'table',
      columns: [
        { label: t('documents.recordRows.period') },
        ...(agreement ? [{ label: t('documents.recordRows.agreed'), isFigure: true }] : []),
        { label: t('documents.recordRows.delivered'), isFigure: true },
      ],
      rows: [
        ...rows.map(cells),
        [t('documents.recordRows.total'), ...(agreement ? [figure(agreed)] : []), figure(delivered)],
      ],
    },
  ]
}

/** A month by its name, any other period by its first and last day. */
function periodText(format: Format, { start, end }: RecordRow): string {
  const month = monthOf(start)
  const isMonth = start === firstDayOf(month) && end === firstDayOf(addToMonth(month, 1))
  if (isMonth) return format.month(month, 'long')
  return `${format.day(start, 'numeric')} – ${format.day(addDays(end, -1), 'numeric')}`
}
