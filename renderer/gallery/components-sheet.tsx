import { Ellipsis, Layers, Plus } from 'lucide-react'
import { useState } from 'react'
import { ListBox } from 'react-aria-components/ListBox'
import { ClientMark } from '../parts/client-mark.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Figure } from '../ui/figure.tsx'
import { LinkButton } from '../ui/link.tsx'
import { Menu, MoreMenu } from '../ui/menu.tsx'
import { Notice } from '../ui/notice.tsx'
import { OptionRow } from '../ui/options.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Statement } from '../ui/statement.tsx'
import { Tag } from '../ui/tag.tsx'
import { showToast } from '../ui/toast.tsx'
import { Choosing, Fields } from './form-specimens.tsx'
import { DialogTwin, ToastTwin, TooltipTwin } from './twins.tsx'
import { GuaranteedDerivation, MARKS, Specimen } from './samples.tsx'
import { Stays, Tables } from './table-specimens.tsx'
import css from './gallery.module.css'
import menu from '../ui/menu.module.css'
import popover from '../ui/popover.module.css'

const ENDS = [
  { id: 'renews', label: 'Renews', note: 'for another 12 months' },
  { id: 'ends', label: 'Ends' },
  { id: 'open', label: 'Stays open', note: 'month by month' },
  { id: 'off', label: 'Not now', note: 'the month is closing', isDisabled: true },
]

const DEEDS = [
  { id: 'a', entries: [{ id: 'split', label: 'Split here', keys: 'S', onAction: () => showToast({ text: 'Split' }) }] },
  {
    id: 'b',
    entries: [
      { id: 'move', label: 'Move to another day', note: 'keeps its length', onAction: () => undefined },
      { id: 'remove', label: 'Remove', keys: 'Del', isDanger: true, onAction: () => undefined },
    ],
  },
]

/** The parts as one meets them, in the manner of the drawn sheet. */
export function ComponentsSheet() {
  return (
    <div className={cx(css.grid)}>
      <div>
        <Buttons />
        <Fields />
        <Choosing />
        <Specimen title="Select, open">
          <div className={cx(menu.panel)} data-surface="raised">
            <ListBox
              aria-label="At the end"
              className={cx(menu.list)}
              selectionMode="single"
              disallowEmptySelection
              defaultSelectedKeys={['renews']}
            >
              {ENDS.map((option) => (
                <OptionRow key={option.id} option={option} />
              ))}
            </ListBox>
          </div>
        </Specimen>
      </div>
      <div>
        <Stays />
        <Tables />
        <Specimen title="Tags are for kind and state, one to a row">
          <div className={cx(css.row)}>
            <Tag tone="guaranteed">retainer</Tag>
            <Tag tone="variable">project</Tag>
            <Tag tone="hourly">hourly</Tag>
            <Tag tone="over">1:30 over</Tag>
            <Tag>draft</Tag>
            <Tag isStrong>now</Tag>
          </div>
          <div className={cx(css.row)}>
            {Object.entries(MARKS).map(([name, mark]) => (
              <ClientMark key={name} mark={mark} size={18} />
            ))}
            <ClientMark mark={MARKS.halden} size={12} />
            <ClientMark mark={MARKS.halden} size={14} />
            <ClientMark mark={MARKS.halden} size={24} label="Halden & Reyes" />
          </div>
        </Specimen>
        <Specimen title="Empty state: says what will be here, and how">
          <EmptyState
            isSmall
            title="No retainers yet"
            actions={
              <>
                <Button variant="primary" size="small">
                  Start from a client
                </Button>
                <Button size="small">Blank agreement</Button>
              </>
            }
          >
            A retainer is a fee paid in advance for a share of your month. Start from a client's own history, or from a
            blank agreement.
          </EmptyState>
        </Specimen>
      </div>
      <div>
        <Specimen title="Every number explains itself: click or focus">
          <Statement>
            You can count on{' '}
            <Figure explainLabel="Guaranteed in October" explain={<GuaranteedDerivation />}>
              €4,400
            </Figure>{' '}
            a month
          </Statement>
          <div className={cx(popover.popover)} data-surface="raised">
            <div className={cx(popover.body)}>
              <GuaranteedDerivation />
            </div>
          </div>
        </Specimen>
        <Dialogs />
        <Specimen title="Toast with Undo, 8 s, waits while hovered">
          <div className={cx(css.row)}>
            <ToastTwin text="Merged two entries, 1:50" action="Undo" keys="Ctrl Z" />
            <ToastTwin text="October is closed: nothing moved" action="Reopen" tone="refused" />
            <Button
              size="small"
              onPress={() =>
                showToast({
                  text: 'Merged two entries, 1:50',
                  action: { label: 'Undo', keys: 'Ctrl Z', onAction: () => undefined },
                })
              }
            >
              Show one
            </Button>
          </div>
        </Specimen>
        <Specimen title="Tooltip">
          <div className={cx(css.row)}>
            <TooltipTwin text="Switch to Nordlys Foods" keys="Ctrl 2" />
            <TooltipTwin text="25 min not tracked" />
          </div>
        </Specimen>
        <Specimen title="Notice: the fault, then the ways out">
          <div className={cx(css.stack)}>
            <Notice
              tone="over"
              icon={Layers}
              actions={
                <>
                  <LinkButton size="small">Keep Aperta</LinkButton>
                  <LinkButton size="small">Keep Pineta</LinkButton>
                  <LinkButton size="small">Split</LinkButton>
                </>
              }
            >
              <b>Studio Aperta and Pineta Hotels share 30 min.</b> Both count until you choose.
            </Notice>
            <Notice
              tone="fault"
              actions={
                <>
                  <LinkButton size="small">Use last night's copy</LinkButton>
                  <LinkButton size="small">Show the file</LinkButton>
                </>
              }
            >
              <b>October's entries could not be read.</b> The file is there, its last line is cut off. Nothing was
              changed.
            </Notice>
          </div>
        </Specimen>
        <Specimen title="Loading: only past 300 ms, still, no shimmer">
          <Skeleton label="Loading" rows={2} />
        </Specimen>
      </div>
    </div>
  )
}

function Buttons() {
  return (
    <Specimen title="Buttons: one primary to a view">
      <div className={cx(css.row)}>
        <Button variant="primary">Save version 3</Button>
        <Button>Leave for now</Button>
        <Button variant="quiet">Discard</Button>
      </div>
      <div className={cx(css.row)}>
        <Button variant="danger">Void 2026-041</Button>
        <Button isDisabled>Issue</Button>
        <IconButton variant="default" label="More" icon={Ellipsis} />
        <Button size="small">Fill</Button>
        <Button icon={Plus}>New retainer</Button>
      </div>
      <div className={cx(css.row)}>
        <Button variant="primary" isPending>
          Save version 3
        </Button>
        <Menu label="Actions for the entry" groups={DEEDS}>
          <Button>Open a menu</Button>
        </Menu>
        <MoreMenu label="More for the entry" groups={DEEDS} />
        <LinkButton>A link</LinkButton>
      </div>
    </Specimen>
  )
}

function Dialogs() {
  const [open, setOpen] = useState<'confirm' | 'wide' | null>(null)
  const close = () => setOpen(null)
  return (
    <Specimen title="Dialog: the verb is on the button">
      <DialogTwin />
      <div className={cx(css.row)}>
        <Button size="small" onPress={() => setOpen('confirm')}>
          Ask
        </Button>
        <Button size="small" onPress={() => setOpen('wide')}>
          Wide
        </Button>
      </div>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onClose={close}
        title="Void invoice 2026-041?"
        safe="Keep it"
        deed="Void 2026-041"
        isDanger
        onDeed={close}
      >
        The number stays in the series, marked void. Quartieri Legal will owe nothing for October.
      </ConfirmDialog>
      <Dialog
        isOpen={open === 'wide'}
        onClose={close}
        size="wide"
        title="Import from Toggl Track"
        closeLabel="Close"
        aside="8,412 entries, 14 already here"
        actions={
          <>
            <Button variant="quiet" onPress={close}>
              Leave
            </Button>
            <Button variant="primary" onPress={close}>
              Import 8,398 entries
            </Button>
          </>
        }
      >
        <Tables />
      </Dialog>
    </Specimen>
  )
}
