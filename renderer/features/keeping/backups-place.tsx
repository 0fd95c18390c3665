import { useState, type ReactNode } from 'react'
import { causeText } from '#shared/i18n/keeping-problems.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { BackupRow, BackupsView } from '#shared/keeping.ts'
import { bridge } from '../../bridge.ts'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Statement } from '../../ui/statement.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { BackupsTable } from './backups-table.tsx'
import { useMoment } from './moment.ts'
import { RestoreBackup } from './restore-backup.tsx'
import { SecondCopy } from './second-copy.tsx'
import { useTold } from './use-told.ts'
import css from './keeping.module.css'

const bold = { b: (chunks: ReactNode) => <b>{chunks}</b> }
const askBackups = (): Promise<BackupsView> => bridge().backups()

/** Backups: what is kept, and the way back to it. */
export function BackupsPlace() {
  const { t, format } = useWords()
  const { go } = useNavigation()
  const { told, again } = useTold(askBackups)
  const [chosen, setChosen] = useState<BackupRow | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  const make = async (): Promise<void> => {
    setIsMaking(true)
    const outcome = await bridge().backUp()
    setIsMaking(false)
    const text = outcome.ok ? t('keeping.backups.made') : refusalText(t, format, outcome.refusal)
    showToast({ text, tone: outcome.ok ? 'done' : 'refused' })
    again()
  }
  return (
    <>
      <PageHead
        title={t('keeping.backups.title')}
        crumbs={[{ label: t('settings.title'), onPress: () => go({ name: 'settings' }) }]}
        actions={
          <Button isPending={isMaking} onPress={() => void make()}>
            {t('keeping.backups.make')}
          </Button>
        }
      />
      {told === null ? (
        <Skeleton label={t('app.loading')} rows={6} />
      ) : (
        <div className={cx(css.page)}>
          <Opening view={told} onLook={setChosen} onAccepted={again} />
          <SecondCopy second={told.second} onChanged={again} />
          {told.backups.length > 0 ? <BackupsTable backups={told.backups} onChoose={setChosen} /> : null}
        </div>
      )}
      {chosen ? (
        <RestoreBackup
          key={chosen.name}
          backup={chosen}
          onClose={() => {
            setChosen(null)
            again()
          }}
        />
      ) : null}
    </>
  )
}

interface OpeningProps {
  view: BackupsView
  onLook: (backup: BackupRow) => void
  onAccepted: () => void
}

/** How old the last one is and what it holds; and what is wrong, with the ways out. */
function Opening({ view, onLook, onAccepted }: OpeningProps) {
  const { t } = useWords()
  const moment = useMoment()
  const [last] = view.backups
  const { problem } = view
  const whole = view.backups.find(({ missing }) => missing === 0)
  const accept = async (): Promise<void> => {
    await bridge().acceptDrop()
    onAccepted()
  }
  return (
    <div className={cx(css.stack)}>
      <Statement>
        {last
          ? t.rich('keeping.backups.last', {
              ...bold,
              ...moment(last.at),
              clients: last.counts.clients ?? 0,
              entries: last.counts.entries ?? 0,
            })
          : t.rich('keeping.backups.none', bold)}
      </Statement>
      <p className={cx(css.quiet)}>{t('keeping.backups.how')}</p>
      {problem ? (
        <Notice tone="fault">{t.rich('keeping.backups.problem', { ...bold, cause: causeText(t, problem) })}</Notice>
      ) : null}
      {last && last.missing > 0 ? (
        <Notice
          tone="fault"
          actions={
            <>
              {whole ? (
                <LinkButton size="small" onPress={() => onLook(whole)}>
                  {t('keeping.backups.look')}
                </LinkButton>
              ) : null}
              <LinkButton size="small" onPress={() => void accept()}>
                {t('keeping.backups.accept')}
              </LinkButton>
            </>
          }
        >
          {t.rich('keeping.backups.doubtful', { ...bold, count: last.missing })}
        </Notice>
      ) : null}
    </div>
  )
}
