import { useState, type ReactNode } from 'react'
import { problemText, tableText } from '#shared/i18n/keeping-problems.ts'
import { mayHaveLost, type Health, type Problem, type Verified } from '#shared/keeping.ts'
import { bridge } from '../../bridge.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHead, SectionHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Statement } from '../../ui/statement.tsx'
import { Cell, Column, Row, Table, TableHead } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { useMoment } from './moment.ts'
import { useTold } from './use-told.ts'
import css from './keeping.module.css'

const askHealth = (): Promise<Health> => bridge().health()
const bold = { b: (chunks: ReactNode) => <b>{chunks}</b> }

/** On the disk: is all of it there, and as it was written? */
export function HealthPlace() {
  const { t } = useWords()
  const { go } = useNavigation()
  const { told, again } = useTold(askHealth)
  const [verified, setVerified] = useState<Verified | null>(null)
  const [isVerifying, setIsVerifying] = useState(false)
  const verify = async (): Promise<void> => {
    setIsVerifying(true)
    setVerified(await bridge().verify())
    setIsVerifying(false)
    again()
  }
  return (
    <>
      <PageHead
        title={t('keeping.health.title')}
        crumbs={[{ label: t('settings.title'), onPress: () => go({ name: 'settings' }) }]}
        actions={
          <Button isPending={isVerifying} onPress={() => void verify()}>
            {isVerifying ? t('keeping.health.verifying') : t('keeping.health.verify')}
          </Button>
        }
      />
      {told === null ? (
        <Skeleton label={t('app.loading')} rows={6} />
      ) : (
        <div className={cx(css.page)}>
          <Opening health={told} />
          {verified ? <Report verified={verified} /> : null}
          {told.problems.length > 0 ? (
            <section className={cx(css.section)}>
              <SectionHead title={t('keeping.health.problems')} count={told.problems.length} />
              <Problems problems={told.problems} />
              {told.problems.some(mayHaveLost) ? (
                <div>
                  <Button onPress={() => go({ name: 'backups' })}>{t('keeping.health.restore')}</Button>
                </div>
              ) : null}
            </section>
          ) : null}
          <FilesTable health={told} />
        </div>
      )}
    </>
  )
}

function Opening({ health: { problems, checkpoint, backup } }: { health: Health }) {
  const { t } = useWords()
  const moment = useMoment()
  const sentence =
    problems.length > 0
      ? t.rich('keeping.health.wrong', { ...bold, count: problems.length })
      : checkpoint
        ? t.rich('keeping.health.whole', { ...bold, ...moment(checkpoint, 'al') })
        : t.rich('keeping.health.fresh', bold)
  return (
    <div className={cx(css.stack)}>
      <Statement>{sentence}</Statement>
      <p className={cx(css.quiet)}>
        {backup ? t('keeping.health.lastBackup', moment(backup)) : t('keeping.health.noBackup')}
      </p>
    </div>
  )
}

/** What came of reading everything, read out when it has. */
function Report({ verified }: { verified: Verified }) {
  const { t, format } = useWords()
  const { files, records, backups, bytes, problems } = verified
  const facts = { ...bold, files, records, backups, size: format.size(bytes) }
  if (problems.length === 0)
    return (
      <div role="status">
        <p>{t.rich('keeping.health.verified', facts)}</p>
      </div>
    )
  return (
    <Notice tone="fault" isUrgent>
      {t.rich('keeping.health.verifiedWrong', { ...facts, count: problems.length })}
      <Problems problems={problems} />
    </Notice>
  )
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const { t } = useWords()
  return (
    <ul className={cx(css.problems)}>
      {problems.map((problem, index) => (
        <li key={index}>{problemText(t, problem)}</li>
      ))}
    </ul>
  )
}

function FilesTable({ health: { files } }: { health: Health }) {
  const { t, format } = useWords()
  const sum = (of: (file: (typeof files)[number]) => number): number => files.reduce((all, file) => all + of(file), 0)
  return (
    <section className={cx(css.section)}>
      <SectionHead title={t('keeping.health.files')} />
      <Table label={t('keeping.health.files')}>
        <TableHead>
          <Column>{t('keeping.health.what')}</Column>
          <Column align="end">{t('keeping.health.count')}</Column>
          <Column align="end">{t('keeping.health.records')}</Column>
          <Column align="end">{t('keeping.health.size')}</Column>
        </TableHead>
        <tbody>
          {files.map(({ what, files, records, bytes }) => (
            <Row key={what}>
              <Cell isHeader>{tableText(t, what)}</Cell>
              <Cell align="end">{format.number(files)}</Cell>
              <Cell align="end" tone={records === null ? 'quiet' : undefined}>
                {records === null ? '–' : format.number(records)}
              </Cell>
              <Cell align="end">{format.size(bytes)}</Cell>
            </Row>
          ))}
        </tbody>
        <tfoot>
          <Row>
            <Cell isHeader>{t('keeping.health.total')}</Cell>
            <Cell align="end">{format.number(sum(({ files }) => files))}</Cell>
            <Cell align="end">{format.number(sum(({ records }) => records ?? 0))}</Cell>
            <Cell align="end">{format.size(sum(({ bytes }) => bytes))}</Cell>
          </Row>
        </tfoot>
      </Table>
    </section>
  )
}
