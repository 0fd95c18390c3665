import { isEnough, roles, type Columns, type Role } from '#shared/formats/columns.ts'
import { trackerNames, type TrackerId } from '#shared/formats/trackers.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { ImportPreview } from '#shared/ipc.ts'
import { ColumnTable } from '../../parts/column-table.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { useWords } from '../../words.tsx'
import css from './importing.module.css'

interface MappingProps {
  table: NonNullable<ImportPreview['table']>
  tracker: TrackerId
  isOpen: boolean
  isRemembered: boolean
  onOpen: () => void
  onChange: (columns: (Role | null)[]) => void
  onTracker: (tracker: TrackerId) => void
}

/** Whose a table is and what its columns hold. Closed where that is known; there it can be looked at and changed. */
export function Mapping({ isOpen, isRemembered, onOpen, ...shown }: MappingProps) {
  const { t } = useWords()
  if (!isOpen)
    return (
      <p className={cx(css.quiet, css.below)}>
        {isRemembered ? `${t('importing.mapping.remembered')}. ` : null}
        <LinkButton size="small" onPress={onOpen}>
          {isRemembered ? t('importing.mapping.change') : t('importing.dialog.columns')}
        </LinkButton>
      </p>
    )
  return <OpenMapping {...shown} />
}

function OpenMapping({
  table,
  tracker,
  onChange,
  onTracker,
}: Omit<MappingProps, 'isOpen' | 'isRemembered' | 'onOpen'>) {
  const { t } = useWords()
  const { header, samples, columns, trackers } = table
  const missing = isEnough(columns) ? null : missingIn(t, columns)
  // A role stands once: where it goes to another column, it leaves the one that had it.
  const give = (place: number, role: Role | null): void =>
    onChange(columns.map((had, index) => (index === place ? role : had === role ? null : had)))
  return (
    <section className={cx(css.below)}>
      <SectionHead className={cx(css.head)} title={t('importing.mapping.title')} level={3} count={header.length} />
      <p className={cx(css.quiet)}>{t('importing.mapping.statement')}</p>
      {trackers.length > 1 ? (
        <Select
          label={t('importing.mapping.tracker')}
          className={cx(css.tracker)}
          options={trackers.map((id) => ({
            id,
            label: id === 'csv' ? t('importing.mapping.otherTracker') : trackerNames[id],
          }))}
          value={tracker}
          onChange={onTracker}
        />
      ) : null}
      {missing === null ? null : (
        <Notice tone="plain" className={cx(css.statement)}>
          {missing}
        </Notice>
      )}
      <ColumnTable
        label={t('importing.mapping.title')}
        {...{ header, samples, columns }}
        roles={roles.map((id) => ({ id, label: roleName(t, id) }))}
        onGive={give}
      />
    </section>
  )
}

const missingIn = (t: Translator, columns: Columns): string =>
  columns.includes('day') || columns.includes('start')
    ? t('importing.mapping.missingLength')
    : t('importing.mapping.missingWhen')

function roleName(t: Translator, role: Role): string {
  const names: { readonly [R in Role]: string } = {
    client: t('importing.mapping.client'),
    project: t('importing.mapping.project'),
    task: t('importing.mapping.task'),
    note: t('importing.mapping.note'),
    tags: t('importing.mapping.tags'),
    billable: t('importing.mapping.billable'),
    perk: t('importing.mapping.perk'),
    day: t('importing.mapping.day'),
    start: t('importing.mapping.start'),
    endDay: t('importing.mapping.endDay'),
    end: t('importing.mapping.end'),
    duration: t('importing.mapping.duration'),
  }
  return names[role]
}
