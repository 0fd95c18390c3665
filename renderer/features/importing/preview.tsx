import type { ReactNode } from 'react'
import type { RowProblem } from '#shared/formats/rows.ts'
import { rowProblemText } from '#shared/i18n/importing.ts'
import type { ImportPreview } from '#shared/ipc.ts'
import { day } from '#shared/kernel/day.ts'
import { cx } from '../../ui/cx.ts'
import { OwnWords } from '../../ui/own-words.tsx'
import { SectionHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useWords } from '../../words.tsx'
import css from './importing.module.css'

/** More of them tell nothing new: it is the file then, not the rows. */
const MOST_SHOWN = 100

/** What would come in, in a sentence. */
export function Summary({ preview }: { preview: ImportPreview }) {
  const { t, format } = useWords()
  const { read, known, refused, clients } = preview
  const fresh = clients.filter((client) => client.isNew).length
  const counted = (count: number) => ({ count, shown: format.number(count) })
  const parts = [
    t('importing.dialog.rowsRead', counted(read)),
    ...(fresh > 0 ? [t('importing.dialog.newClients', counted(fresh))] : []),
    ...(known > 0 ? [t('importing.dialog.known', counted(known))] : []),
    ...(refused.length > 0 ? [t('importing.dialog.refused', counted(refused.length))] : []),
  ]
  return (
    <>
      <Statement>
        <Sentence preview={preview} />
      </Statement>
      {read > known || refused.length > 0 ? <p className={cx(css.quiet)}>{parts.join(' · ')}</p> : null}
    </>
  )
}

function Sentence({ preview }: { preview: ImportPreview }) {
  const { t, format } = useWords()
  const { read, known, refused, from, to, seconds } = preview
  const b = (words: ReactNode): ReactNode => <b>{words}</b>
  if (read === 0) return t('importing.dialog.nothingToRead', { count: refused.length })
  if (from === null || to === null)
    return t.rich('importing.dialog.nothingNew', { count: known, shown: format.number(known), b })
  const words = {
    count: read - known,
    shown: format.number(read - known),
    duration: format.duration(seconds),
    from: format.day(day(from), 'long'),
    fromDay: Number(from.slice(8)),
    b,
  }
  if (from === to) return t.rich('importing.dialog.summaryOfDay', words)
  return t.rich('importing.dialog.summary', { ...words, to: format.day(day(to), 'long'), toDay: Number(to.slice(8)) })
}

export const hasTables = ({ clients, refused }: ImportPreview): boolean => clients.length > 0 || refused.length > 0

/** What would come in by client; what not, row by row, with the reason. */
export function Tables({ preview }: { preview: ImportPreview }) {
  const { clients, refused } = preview
  return (
    <div className={cx(css.tables, refused.length > 0 && clients.length > 0 && css.both)}>
      {clients.length > 0 ? <Clients preview={preview} /> : null}
      {refused.length > 0 ? <LeftOut refused={refused} /> : null}
    </div>
  )
}

function Clients({ preview: { clients, seconds, read, known } }: { preview: ImportPreview }) {
  const { t, format } = useWords()
  return (
    <section>
      <SectionHead
        className={cx(css.head)}
        title={t('importing.dialog.clients')}
        level={3}
        count={clients.filter(({ name }) => name !== '').length}
      />
      <Table label={t('importing.dialog.clients')} isFixed>
        <TableHead>
          <Column>{t('importing.dialog.client')}</Column>
          <Column align="end" width={72}>
            {t('importing.dialog.entries')}
          </Column>
          <Column align="end" width={72}>
            {t('importing.dialog.hours')}
          </Column>
        </TableHead>
        <tbody>
          {clients.map((client) => (
            <Row key={client.name}>
              <Cell isHeader>
                <span className={cx(css.client)}>
                  <OwnWords className={cx(css.name)}>{client.name || t('importing.dialog.ownWork')}</OwnWords>
                  {client.isNew ? <Tag>{t('importing.dialog.newClient')}</Tag> : null}
                  {client.name === '' ? (
                    <span className={cx(css.quiet)}>{t('importing.dialog.ownWorkNote')}</span>
                  ) : null}
                </span>
              </Cell>
              <Cell align="end">{format.number(client.entries)}</Cell>
              <Cell align="end">{format.hours(client.seconds)}</Cell>
            </Row>
          ))}
        </tbody>
        {clients.length > 1 ? (
          <tfoot>
            <Row>
              <Cell isHeader>{t('importing.dialog.total')}</Cell>
              <Cell align="end">{format.number(read - known)}</Cell>
              <Cell align="end">{format.hours(seconds)}</Cell>
            </Row>
          </tfoot>
        ) : null}
      </Table>
    </section>
  )
}

function LeftOut({ refused }: { refused: readonly RowProblem[] }) {
  const { t, format } = useWords()
  const rest = refused.length - MOST_SHOWN
  return (
    <section>
      <SectionHead className={cx(css.head)} title={t('importing.dialog.leftOut')} level={3} count={refused.length} />
      <Table label={t('importing.dialog.leftOut')}>
        <TableHead>
          <Column align="end">{t('importing.dialog.line')}</Column>
          <Column>{t('importing.dialog.column')}</Column>
          <Column width="32%">{t('importing.dialog.found')}</Column>
          <Column>{t('importing.dialog.why')}</Column>
        </TableHead>
        <tbody>
          {refused.slice(0, MOST_SHOWN).map((problem) => (
            <Row key={problem.line}>
              <Cell align="end" isHeader>
                {format.number(problem.line)}
              </Cell>
              <Cell>{problem.column || t('importing.dialog.wholeRow')}</Cell>
              <Cell className={cx(css.found)} {...(problem.text === '' ? { tone: 'quiet' } : {})}>
                {problem.text || '–'}
              </Cell>
              <Cell className={cx(css.why)}>{rowProblemText(t, format, problem)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {rest > 0 ? (
        <p className={cx(css.quiet)}>
          {t('importing.dialog.moreLeftOut', { count: rest, shown: format.number(rest) })}
        </p>
      ) : null}
    </section>
  )
}
