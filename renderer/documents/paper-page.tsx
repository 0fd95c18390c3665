import type { Block, Paper } from '#shared/documents/paper.ts'
import { translator } from '#shared/i18n/languages.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { PaperBars, PaperStay } from './paper-charts.tsx'

/** A document as it is printed, and as it is shown before that: plain elements, styled by paper.css alone. */
export function PaperPage({ paper }: { paper: Paper }) {
  const t = translator(paper.language)
  return (
    <article className="paper" lang={paper.language}>
      {paper.logo === undefined ? null : <img className="logo" src={paper.logo} alt="" />}
      <h1>{paper.title}</h1>
      <div className="heads">
        <Address label={t('billing.paper.to')} lines={paper.to} />
        <Address label={t('billing.paper.from')} lines={paper.from} />
        <dl>
          {paper.facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {paper.blocks.map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </article>
  )
}

function Address({ label, lines: [name, ...lines] }: { label: string; lines: readonly string[] }) {
  if (name === undefined) return null
  return (
    <address>
      <div className="label">{label}</div>
      <b dir="auto">{name}</b>
      {lines.map((line) => (
        <div key={line} dir="auto">
          {line}
        </div>
      ))}
    </address>
  )
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h2 dir="auto">{block.text}</h2>
    case 'lead':
      return <h3 dir="auto">{block.text}</h3>
    case 'note':
      return <aside>{block.text}</aside>
    case 'text':
      return <p dir="auto">{block.text}</p>
    case 'table':
      return <PaperTable block={block} />
    case 'stay':
      return <PaperStay block={block} />
    case 'bars':
      return <PaperBars block={block} />
    case 'sums':
      return <PaperSums block={block} />
    default:
      return assertNever(block)
  }
}

function PaperSums({ block: { rows } }: { block: Extract<Block, { kind: 'sums' }> }) {
  return (
    <table className="sums">
      <tbody>
        {rows.map(({ label, figure, isStrong }) => (
          <tr key={label} className={isStrong ? 'strong' : undefined}>
            <th scope="row">{label}</th>
            <td className="figure">{figure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PaperTable({ block: { columns, rows, strong = [], isTall } }: { block: Extract<Block, { kind: 'table' }> }) {
  const look = (index: number) => (columns[index]?.isFigure ? 'figure' : undefined)
  return (
    <table className={isTall ? 'tall' : undefined}>
      <thead>
        <tr>
          {columns.map(({ label }, index) =>
            // What has no name is no head of anything.
            label === '' ? (
              <td key={index} />
            ) : (
              <th key={index} scope="col" className={look(index)}>
                {label}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row} className={strong.includes(row) ? 'strong' : undefined}>
            {cells.map((cell, index) => (
              <td key={index} className={look(index)} dir="auto">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
