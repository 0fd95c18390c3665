import { clientOf } from '#shared/domain/naming.ts'
import { ribbonOf, type RibbonBlock } from '#shared/domain/ribbon.ts'
import type { Format } from '#shared/i18n/format.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { cx } from '../../ui/cx.ts'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import css from './ribbon.module.css'

/** Today's timeline: what was worked, where the gaps are, and where now is. */
export function Ribbon({ now }: { now: Instant }) {
  const { t, format } = useWords()
  const book = useBook()
  const ribbon = ribbonOf(book, now)
  const { from, to, blocks, gaps, nowAt } = ribbon
  const at = (second: number): string => `${((second - from) / (to - from)) * 100}%`
  const width = (span: { from: number; to: number }): string => `${((span.to - span.from) / (to - from)) * 100}%`
  const hours = Array.from({ length: (to - from) / 3600 + 1 }, (_, index) => from / 3600 + index)
  const step = hours.length > 13 ? 2 : 1
  return (
    <div className={cx(css.ribbon)}>
      <ol className={cx(css.hours, 'figures')} aria-hidden="true">
        {hours.map((hour, index) =>
          index % step === 0 ? (
            <li key={hour} style={{ left: at(hour * 3600) }}>
              {hour}
            </li>
          ) : null,
        )}
      </ol>
      <ol className={cx(css.blocks)} aria-label={t('today.ribbon.label')}>
        {blocks.map((block) => (
          <li key={block.id} style={{ left: at(block.from), width: width(block) }} className={cx(css.place)}>
            <Block block={block} />
          </li>
        ))}
        {gaps.map((gap) => (
          <li
            key={gap.from}
            className={cx(css.gap)}
            style={{ left: at(gap.from), width: width(gap) }}
            title={t('today.ribbon.gap', { duration: format.duration(gap.to - gap.from) })}
          >
            <span aria-hidden="true">{gapText(format, gap.to - gap.from)}</span>
            <span className="visually-hidden">
              {t('today.ribbon.gap', { duration: format.duration(gap.to - gap.from) })}
            </span>
          </li>
        ))}
        {nowAt === null ? null : <li className={cx(css.now)} style={{ left: at(nowAt) }} aria-hidden="true" />}
      </ol>
    </div>
  )
}

/** Minutes, as long as it is less than an hour. */
const gapText = (format: Format, seconds: number): string =>
  seconds < 3600 ? String(Math.floor(seconds / 60)) : format.hours(seconds)

function Block({ block }: { block: RibbonBlock }) {
  const { t, format } = useWords()
  const book = useBook()
  const { go } = useNavigation()
  const engagement = block.engagementId ? book.workspace.tables.engagements.get(block.engagementId) : undefined
  const client = engagement && clientOf(book, engagement)
  const hours = format.hours(block.to - block.from)
  const name = client ? nameInWords(client.name) : t('app.timer.ownWork')
  return (
    <button
      type="button"
      className={cx(css.block, css[engagement?.kind ?? 'own'], block.isRunning && css.running)}
      aria-label={t('today.ribbon.block', { name, duration: format.duration(block.to - block.from) })}
      title={`${name}${block.note ? ` · ${block.note}` : ''}`}
      onClick={() => go({ name: 'time' })}
    >
      {client ? <ClientMark mark={client.mark} size={12} /> : null}
      <span className="figures">{hours}</span>
    </button>
  )
}
