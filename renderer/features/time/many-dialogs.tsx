import { useId, useState } from 'react'
import { parseWhole } from '#shared/i18n/parse.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import { defined } from '#shared/kernel/defined.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { CountField } from '../../parts/count-field.tsx'
import { EngagementPicker } from '../../parts/engagement-picker.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { LinkButton } from '../../ui/link.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words.tsx'
import { useExecute } from '../../workspace.tsx'
import { readTags } from '../../parts/tags-text.ts'
import type { Selection } from './use-selection.ts'
import css from './list.module.css'

interface ManyProps {
  selection: Pick<Selection, 'count' | 'latest'>
  onClose: () => void
}

interface FrameProps extends ManyProps {
  title: string
  deed: string
  isPending: boolean
  onDeed: () => void
  children: React.ReactNode
}

function Frame({ title, deed, isPending, onDeed, onClose, children }: Omit<FrameProps, 'selection'>) {
  const { t } = useWords()
  const form = useId()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('timeList.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={form} isPending={isPending}>
            {deed}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={cx(css.form)}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending) onDeed()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}

type Billed = 'asIs' | 'yes' | 'no'

/** Says the same of all that are selected; what is left empty stays as it is in each. */
export function ChangeDialog({ selection, onClose }: ManyProps) {
  const { t, format } = useWords()
  const execute = useExecute()
  const [work, setWork] = useState<Id | null | undefined>(undefined)
  const [tags, setTags] = useState({ add: '', remove: '' })
  const [billed, setBilled] = useState<Billed>('asIs')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [isPending, setPending] = useState(false)
  const told = { count: selection.count, n: format.number(selection.count) }
  const list = (text: string): string[] | undefined => (readTags(text).length > 0 ? readTags(text) : undefined)

  const change = async (): Promise<void> => {
    const patch = defined({
      engagementId: work,
      addTags: list(tags.add),
      removeTags: list(tags.remove),
      billable: billed === 'asIs' ? undefined : billed === 'yes',
    })
    if (Object.keys(patch).length === 0) return setFault(t('timeList.changeMany.nothing'))
    setPending(true)
    const { files, count } = await selection.latest()
    const done = t('timeList.done.changed', { count, n: format.number(count) })
    const kept = await execute('entries.change', { files, ...patch }, { done })
    setPending(false)
    if (kept !== null) onClose()
  }
  return (
    <Frame
      title={t('timeList.changeMany.title', told)}
      deed={t('timeList.changeMany.deed', told)}
      isPending={isPending}
      onDeed={() => void change()}
      onClose={onClose}
    >
      <p>{t('timeList.changeMany.hint')}</p>
      <div>
        <EngagementPicker
          label={t('timeList.changeMany.work')}
          placeholder={t('timeList.changeMany.workPlaceholder')}
          value={work}
          withEnded
          error={fault}
          onChange={(next) => {
            setWork(next)
            setFault(undefined)
          }}
        />
        {work === undefined ? null : (
          <LinkButton size="small" onPress={() => setWork(undefined)}>
            {t('timeList.changeMany.workClear')}
          </LinkButton>
        )}
      </div>
      <div className={cx(css.pair)}>
        <TextField
          label={t('timeList.changeMany.addTags')}
          autoFocus
          value={tags.add}
          onChange={(add) => {
            setTags({ ...tags, add })
            setFault(undefined)
          }}
        />
        <TextField
          label={t('timeList.changeMany.removeTags')}
          value={tags.remove}
          onChange={(remove) => {
            setTags({ ...tags, remove })
            setFault(undefined)
          }}
        />
      </div>
      <Segmented<Billed>
        className={cx(css.modes)}
        label={t('timeList.changeMany.billable')}
        segments={[
          { id: 'asIs', label: t('timeList.changeMany.asIs') },
          { id: 'yes', label: t('timeList.changeMany.yes') },
          { id: 'no', label: t('timeList.changeMany.no') },
        ]}
        value={billed}
        onChange={(next) => {
          setBilled(next)
          setFault(undefined)
        }}
      />
      <p>{t('timeList.changeMany.rounding')}</p>
    </Frame>
  )
}

type Direction = 'earlier' | 'later'

/** Moves all that are selected by whole days. */
export function MoveDialog({ selection, onClose }: ManyProps) {
  const { t, format } = useWords()
  const execute = useExecute()
  const [days, setDays] = useState('1')
  const [direction, setDirection] = useState<Direction>('earlier')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isPending, setPending] = useState(false)
  const told = { count: selection.count, n: format.number(selection.count) }

  const move = async (): Promise<void> => {
    const read = parseWhole(days)
    if (!read.ok || read.value === 0) return setRefusal({ code: 'required', field: 'days' })
    setPending(true)
    const by = direction === 'earlier' ? -read.value : read.value
    const { files, count } = await selection.latest()
    const done = t('timeList.done.moved', { count, n: format.number(count) })
    const kept = await execute('entries.move', { files, days: by }, { done, onRefused: setRefusal })
    setPending(false)
    if (kept !== null) onClose()
  }
  return (
    <Frame
      title={t('timeList.moveMany.title', told)}
      deed={t('timeList.moveMany.deed')}
      isPending={isPending}
      onDeed={() => void move()}
      onClose={onClose}
    >
      <CountField
        label={t('timeList.moveMany.days')}
        unit={t('timeList.moveMany.unit')}
        hint={t('timeList.moveMany.hint')}
        value={days}
        width={140}
        autoFocus
        error={refusal ? refusalText(t, format, refusal) : undefined}
        onChange={(text) => {
          setDays(text)
          setRefusal(null)
        }}
      />
      <Segmented<Direction>
        className={cx(css.modes)}
        label={t('timeList.moveMany.direction')}
        segments={[
          { id: 'earlier', label: t('timeList.moveMany.earlier') },
          { id: 'later', label: t('timeList.moveMany.later') },
        ]}
        value={direction}
        onChange={(next) => {
          setDirection(next)
          setRefusal(null)
        }}
      />
    </Frame>
  )
}
