import type { IncomePart } from '#shared/domain/income/parts.ts'
import { searchFor } from '#shared/i18n/entry-search.ts'
import type { Format } from '#shared/i18n/format.ts'
import { periodName } from '#shared/i18n/period-name.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { firstDayOf, lastDayOf, monthOf, type Day, type Month } from '#shared/kernel/day.ts'
import { defined } from '#shared/kernel/defined.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Client } from '#shared/model/client.ts'
import type { Engagement } from '#shared/model/engagement.ts'
import { useNavigation, type Place } from '../place.tsx'
import { LinkButton } from '../ui/link.tsx'
import { OwnWords } from '../ui/own-words.tsx'
import { useBook } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import { ClientMark } from './client-mark.tsx'

/** Where a part's work and client are looked up: in the book, or in one that is only supposed. */
export interface PartSource {
  /** Today's month: what lies after it has no entries. */
  readonly now: Month
  readonly engagementOf: (id: Id) => Engagement | undefined
  /** Whose an engagement is. */
  readonly clientOf: (engagementId: Id) => Client | undefined
}

interface PartProps {
  readonly view: PartSource
  readonly part: Pick<IncomePart, 'engagementId'>
}

export function PartMark({ view, part }: PartProps) {
  const client = view.clientOf(part.engagementId)
  return client ? <ClientMark mark={client.mark} size={12} /> : null
}

interface PartLinkProps extends PartProps {
  /** The months that it is about. */
  readonly from: Month
  readonly to: Month
  /** How the work is called, where whose it is is known. */
  readonly name?: string
  /** The first day of the agreement's period that it is about: it leads to that row of the ledger. */
  readonly period?: Day | undefined
  /** Whether it is about hours: then it leads to them, whatever the work is. */
  readonly isHours?: boolean
}

/** Whose it is; it leads to the agreement, to the entries of hours, or to the client. */
export function PartLink({ view, part, from, to, name, period, isHours = false }: PartLinkProps) {
  const { go } = useNavigation()
  const { format } = useWords()
  const book = useBook()
  const client = view.clientOf(part.engagementId)
  const engagement = view.engagementOf(part.engagementId)
  if (!client) return null
  const place = (): Place => {
    // What is only supposed has no page.
    const isThere = engagement && book.workspace.tables.engagements.has(engagement.id)
    if (engagement?.kind === 'retainer' && isThere && !isHours)
      return { name: 'retainer', id: engagement.id, ...defined({ period }) }
    if ((engagement?.kind !== 'hourly' && !isHours) || from > view.now) return { name: 'client', id: client.id }
    return {
      name: 'time',
      view: 'list',
      search: searchFor(format.language, client.name, firstDayOf(from), lastDayOf(to)),
    }
  }
  return (
    <LinkButton onPress={() => go(place())}>
      <OwnWords>{name ?? client.name}</OwnWords>
    </LinkButton>
  )
}

/** What a part of a month is for. */
export function partText(
  t: Translator,
  format: Format,
  part: IncomePart,
  engagement: Engagement | undefined,
  today: Day,
): string {
  const { source } = part
  const agreement = engagement?.kind === 'retainer' ? engagement.agreement : null
  switch (source.what) {
    case 'fee': {
      const period = agreement ? periodName(t, format, agreement, source.period, 'name') : ''
      if (part.kind === 'guaranteed') return t('income.month.fee', { period })
      return agreement?.term.atEnd === 'open'
        ? t('income.month.feeOpen', { period })
        : t('income.month.feeExpected', { period })
    }
    case 'overage':
      return agreement?.basis === 'deliverables'
        ? t('income.month.overageUnits', { count: format.number(source.over) })
        : t('income.month.overage', { time: format.duration(source.over) })
    case 'topUp':
      return t('income.month.topUp', { day: format.day(source.on, 'short') })
    case 'milestone': {
      const day = format.day(source.on, 'short')
      return source.name === ''
        ? t('income.month.milestonePlain', { day })
        : t('income.month.milestone', { name: source.name, day })
    }
    case 'hours':
      return t('income.month.hours', { time: format.duration(source.seconds) })
    case 'estimate':
      return part.month === monthOf(today) ? t('income.month.estimateRest') : t('income.month.estimate')
    default:
      return assertNever(source)
  }
}
