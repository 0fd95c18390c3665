import { Button as AriaButton } from 'react-aria-components/Button'
import { clientOf, fullName } from '#shared/domain/naming.ts'
import { nameInWords } from '#shared/i18n/names.ts'
import { dayAt } from '#shared/kernel/instant.ts'
import type { SpanEntry } from '#shared/model/entry.ts'
import { ClientMark } from '../parts/client-mark.tsx'
import { EngagementPicker } from '../parts/engagement-picker.tsx'
import { PerkField } from '../parts/perk-field.tsx'
import { TagsField } from '../parts/tags-field.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { cx } from '../ui/cx.ts'
import { OwnWords } from '../ui/own-words.tsx'
import { Popover } from '../ui/popover.tsx'
import { useBook, useExecute, usePreferences } from '../workspace.tsx'
import { useWords } from '../words.tsx'
import css from './timer-bar.module.css'

/** Whose work runs; opens to change that, its tags, its perk and whether it is billed, while it runs on. */
export function WhatRuns({ entry }: { entry: SpanEntry }) {
  const { t } = useWords()
  const book = useBook()
  const { timeZone } = usePreferences()
  const execute = useExecute()
  const engagement = entry.engagementId && book.workspace.tables.engagements.get(entry.engagementId)
  const client = engagement ? clientOf(book, engagement) : null
  const name = client && engagement ? fullName(client, engagement) : t('app.timer.ownWork')
  const said = [
    ...entry.tags.map((tag) => `#${tag}`),
    ...(engagement && !entry.billable ? [t('time.list.notBillable')] : []),
  ]
  const describe = (words: Parameters<typeof execute<'timer.describe'>>[1]): void =>
    void execute('timer.describe', words)
  return (
    <Popover
      label={t('app.timer.details')}
      trigger={
        <AriaButton className={cx(css.who)} aria-label={t('app.timer.changeWhat', { name: nameInWords(name) })}>
          {client ? <ClientMark mark={client.mark} size={14} /> : null}
          <OwnWords>{name}</OwnWords>
          {said.length > 0 ? <small>{said.join(' ')}</small> : null}
        </AriaButton>
      }
    >
      <div className={cx(css.details)}>
        <EngagementPicker
          label={t('time.form.for')}
          value={entry.engagementId}
          onChange={(engagementId) => describe({ engagementId })}
        />
        <TagsField label={t('time.form.tags')} value={entry.tags} onChange={(tags) => describe({ tags: [...tags] })} />
        <PerkField
          label={t('time.form.perk')}
          engagementId={entry.engagementId}
          day={dayAt(entry.start, timeZone)}
          value={entry.perkId ?? null}
          onChange={(perkId) => describe({ perkId })}
        />
        {entry.engagementId === null ? null : (
          <Checkbox
            label={t('time.form.billable')}
            isSelected={entry.billable}
            onChange={(billable) => describe({ billable })}
          />
        )}
      </div>
    </Popover>
  )
}
