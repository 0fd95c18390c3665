import { useState } from 'react'
import { ClientMark } from '../parts/client-mark.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Choice } from '../ui/choice.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { cx } from '../ui/cx.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow, Word } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { Switch } from '../ui/switch.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { MARKS, Specimen } from './samples.tsx'
import css from './gallery.module.css'

const CLIENTS = [
  { id: 'aperta', label: 'Studio Aperta', note: '10 h a month', mark: <ClientMark mark={MARKS.aperta} /> },
  { id: 'halden', label: 'Halden & Reyes', note: '12 h a month', mark: <ClientMark mark={MARKS.halden} /> },
  { id: 'pineta', label: 'Pineta Hotels', note: 'by the hour', mark: <ClientMark mark={MARKS.pineta} /> },
]
const ENDS = [
  { id: 'renews', label: 'Renews', note: 'for another 12 months' },
  { id: 'ends', label: 'Ends', note: '30 April' },
  { id: 'open', label: 'Stays open', note: 'month by month' },
] as const

/** Fields as a form has them, and one clause of an agreement. */
export function Fields() {
  const [client, setClient] = useState<string | null>('aperta')
  const [end, setEnd] = useState<'renews' | 'ends' | 'open'>('renews')
  const [from, setFrom] = useState<string | null>('2026-05-01')
  const [cap, setCap] = useState('5')
  return (
    <Specimen title="Fields">
      <div className={cx(css.stack)}>
        <div className={cx(css.pair)}>
          <TextField label="Included" figures unit="h a month" defaultValue="10" />
          <TextField label="Fee" figures prefix="€" defaultValue="1,000.00" />
        </div>
        <TextField
          label="Last day of the term"
          defaultValue="31 April 2027"
          error="April has 30 days. Did you mean 30 April 2027?"
        />
        <div className={cx(css.pair)}>
          <ComboBox
            label="Client"
            options={CLIENTS}
            value={client}
            onChange={setClient}
            emptyText="Nobody by that name"
          />
          <TextField
            label="Used in September, closed"
            figures
            value="10:30"
            locked="September is closed. Reopen it to change what was used"
          />
        </div>
        <div className={cx(css.pair)}>
          <Select label="At the end" options={ENDS} value={end} onChange={setEnd} />
          <DateField label="From" value={from} onChange={setFrom} hint="The first day counts" />
        </div>
        <TextArea label="Note" defaultValue="An answer within the day" rows={2} />
        <FieldRow
          label="Unused time"
          {...(cap === '3'
            ? { hint: '€100.00 an hour, your list rate' }
            : { was: { text: 'Was 3 h.', action: 'Put back', onPutBack: () => setCap('3') } })}
        >
          <Select
            label="Unused time"
            labelPlacement="hidden"
            options={ENDS}
            value={end}
            onChange={setEnd}
            width={112}
          />
          <Word>up to</Word>
          <TextField label="Cap" labelPlacement="hidden" figures unit="h" value={cap} onChange={setCap} width={60} />
        </FieldRow>
      </div>
    </Specimen>
  )
}

/** Everything one chooses with. */
export function Choosing() {
  const [basis, setBasis] = useState<'hours' | 'pieces' | 'access'>('hours')
  const [tab, setTab] = useState('terms')
  const [billable, setBillable] = useState(true)
  const [archived, setArchived] = useState(false)
  const [follow, setFollow] = useState(true)
  const [over, setOver] = useState<'bill' | 'absorb' | null>('bill')
  return (
    <Specimen title="Choosing: segments, tabs, boxes">
      <div className={cx(css.stack)}>
        <div>
          <Segmented
            label="Basis"
            segments={[
              { id: 'hours', label: 'Hours' },
              { id: 'pieces', label: 'Deliverables' },
              { id: 'access', label: 'Access' },
            ]}
            value={basis}
            onChange={setBasis}
          />
        </div>
        <Tabs
          label="Agreement"
          value={tab}
          onChange={setTab}
          parts={[
            { id: 'terms', label: 'Terms', children: 'The terms as they stand.' },
            { id: 'documents', label: 'Documents', count: 2, children: 'Two documents.' },
            { id: 'history', label: 'History', children: 'Three versions.' },
          ]}
        />
        <div className={cx(css.row)}>
          <Checkbox label="Billable" isSelected={billable} onChange={setBillable} />
          <Checkbox label="Archived" isSelected={archived} onChange={setArchived} />
          <Checkbox label="Some" isSelected={false} isIndeterminate onChange={setArchived} />
          <Switch label="Follow the system" isSelected={follow} onChange={setFollow} />
        </div>
        <Choice
          label="1:30 over what was agreed"
          value={over}
          onChange={setOver}
          options={[
            { id: 'bill', label: 'Bill it', note: 'with the November advance, at €120.00 an hour', figure: '180.00' },
            { id: 'absorb', label: 'Absorb it', note: 'October comes to €88.89 an hour', figure: '0.00' },
          ]}
        />
      </div>
    </Specimen>
  )
}
