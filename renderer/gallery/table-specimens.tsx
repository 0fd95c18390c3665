import { useState } from 'react'
import { ClientMark } from '../parts/client-mark.tsx'
import { pieceLots } from '../parts/stay-geometry.ts'
import type { StayLot } from '../parts/stay-geometry.ts'
import { Stay } from '../parts/stay.tsx'
import { cx } from '../ui/cx.ts'
import { Figure } from '../ui/figure.tsx'
import { LinkButton } from '../ui/link.tsx'
import { Cell, CellWith, Column, DisclosureRow, Row, RowActions, RowLink, Table, TableHead } from '../ui/table.tsx'
import { GuaranteedDerivation, MARKS, Specimen } from './samples.tsx'
import css from './gallery.module.css'

interface Sample {
  name: string
  lots: StayLot[]
  over?: number
  today: number
  height?: 'edge' | 'small' | 'row' | 'decision'
}

const lot = (kind: StayLot['kind'], granted: number, used: number): StayLot => ({ kind, granted, used })
const SAMPLES: readonly Sample[] = [
  { name: 'Used, left, and the calendar', lots: [lot('included', 720, 430)], today: 0.71 },
  { name: 'Carried time goes first', lots: [lot('carried', 150, 90), lot('included', 600, 0)], today: 0.3 },
  { name: 'With a 2 h top-up', lots: [lot('included', 600, 600), lot('topUp', 120, 30)], today: 0.58 },
  { name: '1:30 over', lots: [lot('included', 720, 720)], over: 90, today: 0.75 },
  { name: 'Deliverables, 3 of 4', lots: pieceLots(4, 3), today: 0.71 },
  { name: 'Small, in lists', lots: [lot('included', 720, 430)], today: 0.71, height: 'small' },
  { name: 'Small, carried', lots: [lot('carried', 150, 150), lot('included', 600, 410)], today: 0.71, height: 'small' },
  { name: 'Edge', lots: [lot('included', 720, 660)], over: 0, today: 0.71, height: 'edge' },
  {
    name: 'A decision',
    lots: [lot('carried', 150, 150), lot('included', 600, 600)],
    over: 90,
    today: 1,
    height: 'decision',
  },
]

/** The stay, lot by lot. */
export function Stays() {
  return (
    <Specimen title="The stay: a period, lot by lot">
      <div className={cx(css.stays)}>
        {SAMPLES.map(({ name, ...stay }) => (
          <div key={name}>
            <span>{name}</span>
            <Stay label={name} {...stay} />
          </div>
        ))}
      </div>
    </Specimen>
  )
}

const INVOICES = [
  { id: '2026-038', name: 'Studio Aperta', mark: MARKS.aperta, due: '1 Oct', sum: '1,000.00', isOver: false },
  { id: '2026-041', name: 'Quartieri Legal', mark: MARKS.quartieri, due: '7 days over', sum: '600.00', isOver: true },
  { id: '2026-042', name: 'Obel Robotics', mark: MARKS.obel, due: '30 Oct', sum: '1,600.00', isOver: false },
]

/** A list that sorts, selects and totals, and a ledger's row that opens. */
export function Tables() {
  const [direction, setDirection] = useState<'ascending' | 'descending'>('ascending')
  const [selected, setSelected] = useState('2026-041')
  const [isOpen, setIsOpen] = useState(true)
  const rows = direction === 'ascending' ? INVOICES : INVOICES.toReversed()
  return (
    <Specimen title="Table: sortable head, hover, selected, total">
      <Table label="Invoices">
        <TableHead>
          <Column sort={direction} onSort={() => setDirection(direction === 'ascending' ? 'descending' : 'ascending')}>
            Invoice
          </Column>
          <Column>Client</Column>
          <Column>Due</Column>
          <Column align="end">EUR</Column>
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} isSelected={row.id === selected}>
              <Cell isHeader>
                <RowLink onPress={() => setSelected(row.id)}>{row.id}</RowLink>
              </Cell>
              <Cell>
                <CellWith mark={<ClientMark mark={row.mark} />}>{row.name}</CellWith>
              </Cell>
              <Cell tone={row.isOver ? 'over' : undefined}>{row.due}</Cell>
              <Cell align="end">
                <Figure isInTable explainLabel="Guaranteed in October" explain={<GuaranteedDerivation />}>
                  {row.sum}
                </Figure>
              </Cell>
            </Row>
          ))}
        </tbody>
        <tfoot>
          <Row>
            <Cell isHeader span={3}>
              Three invoices
            </Cell>
            <Cell align="end">3,200.00</Cell>
          </Row>
        </tfoot>
      </Table>
      <div className={cx(css.well)} data-surface="well">
        <Table label="Ledger">
          <TableHead>
            <Column>2026</Column>
            <Column align="end">Granted</Column>
            <Column align="end">Used</Column>
            <Column align="end">Carried</Column>
            <Column isHidden>Actions</Column>
          </TableHead>
          <tbody>
            <DisclosureRow
              name="August"
              isOpen={isOpen}
              onToggle={() => setIsOpen(!isOpen)}
              columns={5}
              detail="Carried from July, to use by 31 August"
            >
              <Cell align="end">10:00</Cell>
              <Cell align="end">1:30</Cell>
              <Cell align="end" tone="guaranteed">
                5:00
              </Cell>
              <Cell />
            </DisclosureRow>
            <Row>
              <Cell isHeader>September</Cell>
              <Cell align="end">10:00</Cell>
              <Cell align="end">10:30</Cell>
              <Cell align="end" tone="quiet">
                –
              </Cell>
              <Cell align="end">
                <RowActions>
                  <LinkButton size="small">Open</LinkButton>
                </RowActions>
              </Cell>
            </Row>
          </tbody>
        </Table>
      </div>
    </Specimen>
  )
}
