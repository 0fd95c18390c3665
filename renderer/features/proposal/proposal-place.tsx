import { FileDown } from 'lucide-react'
import { useState } from 'react'
import type { DocumentOf } from '#shared/documents/sent-papers.ts'
import { preferencesOf } from '#shared/domain/book.ts'
import { clientOf } from '#shared/domain/naming.ts'
import type { Id } from '#shared/kernel/id.ts'
import type { Client } from '#shared/model/client.ts'
import type { Retainer } from '#shared/model/engagement.ts'
import { NotSaved, PaperSheet, useSavePaper } from '../../documents/preview.tsx'
import { ClientMark } from '../../parts/client-mark.tsx'
import { useNavigation } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { LinkButton } from '../../ui/link.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useBook } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { Gone } from '../../parts/retainer-gone.tsx'
import { ProblemsStep } from './problems-step.tsx'
import css from './proposal.module.css'
import { StateLine } from './state-line.tsx'
import { ClausesStep, DoubtsStep, LetterStep, ServiceStep, TermsStep } from './steps.tsx'
import { isSigned, useDocuments, type Documents } from './use-documents.ts'
import { useProposal } from './use-proposal.ts'

/** What is said to the client of a retainer, step by step, beside the page that they get. */
export function ProposalPlace({ id, document }: { id: Id; document?: 'agreement' }) {
  const { workspace } = useBook()
  const retainer = workspace.tables.engagements.get(id)
  return retainer?.kind === 'retainer' ? (
    <Writing retainer={retainer} first={document ?? firstOf(retainer)} />
  ) : (
    <Gone />
  )
}

/** What was signed without a proposal has an agreement alone to be looked at. */
const firstOf = (retainer: Retainer): DocumentOf =>
  isSigned(retainer) && retainer.proposal === null ? 'agreement' : 'proposal'

const stepIds = ['problems', 'service', 'terms', 'doubts', 'letter', 'agreement'] as const
type StepId = (typeof stepIds)[number]

function Writing({ retainer, first }: { retainer: Retainer; first: DocumentOf }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const client = clientOf(useBook(), retainer)
  const proposal = useProposal(retainer)
  const [step, setStep] = useState<StepId>(first === 'agreement' ? 'agreement' : 'problems')
  const [which, setWhich] = useState<DocumentOf>(first)
  const documents = useDocuments(retainer, proposal.draft, which)
  const isWritten = !isSigned(retainer)
  const show = (to: StepId): void => {
    proposal.leave()
    setStep(to)
    setWhich(to === 'agreement' ? 'agreement' : 'proposal')
  }
  return (
    <div className={cx(css.place, !isWritten && css.signed)}>
      <div className={cx(css.form)}>
        <div className={cx(css.body)}>
          <PageHead
            crumbs={[
              { label: t('retainers.list.title'), onPress: () => go({ name: 'retainers' }) },
              { label: client.name, onPress: () => go({ name: 'retainer', id: retainer.id }) },
              { label: t('proposal.crumb') },
            ]}
            mark={<ClientMark mark={client.mark} size={24} />}
            title={t('proposal.title', { client: client.name })}
          />
          <StateLine
            {...{ retainer, client }}
            written={proposal.draft}
            isChanged={documents.isChanged}
            onLeave={proposal.leave}
          />
          {isWritten ? <Steps {...{ retainer, client, proposal, step, show }} /> : null}
        </div>
        {isWritten ? <Foot step={step} show={show} /> : null}
      </div>
      <Page {...{ client, which, documents }} onChoose={setWhich} />
    </div>
  )
}

interface StepsProps {
  retainer: Retainer
  client: Client
  proposal: ReturnType<typeof useProposal>
  step: StepId
  show: (step: StepId) => void
}

function Steps({ retainer, client, proposal: { draft, change }, step, show }: StepsProps) {
  const { t } = useWords()
  const names = useStepNames()
  const of = { retainer, client, draft, change }
  const inside = {
    problems: <ProblemsStep {...of} />,
    service: <ServiceStep {...of} />,
    terms: <TermsStep {...of} />,
    doubts: <DoubtsStep {...of} />,
    letter: <LetterStep {...of} />,
    agreement: <ClausesStep {...of} />,
  }
  const parts = stepIds.map((id) => ({
    id,
    label: names[id],
    children: <div className={cx(css.step)}>{inside[id]}</div>,
  }))
  return <Tabs label={t('proposal.steps')} parts={parts} value={step} onChange={show} className={cx(css.steps)} />
}

function useStepNames(): Record<StepId, string> {
  const { t } = useWords()
  return {
    problems: t('proposal.stepProblems'),
    service: t('proposal.stepService'),
    terms: t('proposal.stepTerms'),
    doubts: t('proposal.stepDoubts'),
    letter: t('proposal.stepLetter'),
    agreement: t('proposal.stepAgreement'),
  }
}

function Foot({ step, show }: Pick<StepsProps, 'step' | 'show'>) {
  const { t } = useWords()
  const names = useStepNames()
  const at = stepIds.indexOf(step)
  const [before, after] = [stepIds[at - 1], stepIds[at + 1]]
  return (
    <footer className={cx(css.foot)}>
      {before === undefined ? null : (
        <Button variant="quiet" onPress={() => show(before)}>
          {t('proposal.back')}
        </Button>
      )}
      {after === undefined ? null : (
        <Button onPress={() => show(after)}>{t('proposal.next', { step: names[after] })}</Button>
      )}
    </footer>
  )
}

interface PageProps {
  client: Client
  which: DocumentOf
  onChoose: (which: DocumentOf) => void
  documents: Documents
}

/** The document as the client gets it, with what has just been typed; saved as a PDF from here. */
function Page({ client, which, onChoose, documents: { paper, version, setVersion } }: PageProps) {
  const { t } = useWords()
  const { go } = useNavigation()
  const book = useBook()
  const { save, isSaving, refusal } = useSavePaper(paper)
  const segments = [
    { id: 'proposal', label: t('proposal.proposal') },
    { id: 'agreement', label: t('proposal.agreement') },
  ] as const
  return (
    <section className={cx(css.page)} data-surface="well" aria-label={t('proposal.page')}>
      <header className={cx(css.pageHead)}>
        <Segmented size="small" label={t('proposal.which')} {...{ segments }} value={which} onChange={onChoose} />
        {version === null ? null : (
          <Segmented
            size="small"
            label={t('proposal.version')}
            segments={[
              { id: 'sent', label: t('proposal.asSent') },
              { id: 'now', label: t('proposal.asItIs') },
            ]}
            value={version}
            onChange={setVersion}
          />
        )}
        <Button variant="primary" icon={FileDown} isPending={isSaving} onPress={() => void save()}>
          {t('proposal.save')}
        </Button>
      </header>
      <p className={cx(css.words)}>
        {client.language === 'en' ? t('proposal.inEnglish') : t('proposal.inItalian')}{' '}
        {preferencesOf(book.workspace).billing.issuer.name === '' ? (
          <>
            {t('proposal.noOwn')}{' '}
            <LinkButton size="small" onPress={() => go({ name: 'settings' })}>
              {t('proposal.ownDetails')}
            </LinkButton>
          </>
        ) : null}
      </p>
      <NotSaved refusal={refusal} />
      <PaperSheet paper={paper} className={cx(css.sheet)} />
    </section>
  )
}
