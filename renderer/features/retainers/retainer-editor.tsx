import { useEffect, useRef, useState } from 'react'
import { refusalText } from '#shared/i18n/problems.ts'
import { theDay } from '#shared/i18n/the-day.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Id } from '#shared/kernel/id.ts'
import { isNameTooLong } from '#shared/kernel/names.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import type { Agreement } from '#shared/model/agreement.ts'
import { ClientMark } from '../../parts/client-mark.tsx'
import { Spoken } from '../../parts/spoken.tsx'
import { useEscape } from '../../parts/use-escape.ts'
import { useNavigation, type OfferedTerms } from '../../place.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Statement } from '../../ui/statement.tsx'
import { useBook, useToday } from '../../workspace.tsx'
import { useWords } from '../../words.tsx'
import { Gone } from '../../parts/retainer-gone.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { summary } from '../../parts/summary.ts'
import { TermsForm } from './terms-form.tsx'
import { useEditor, type Editing, type Editor } from './use-editor.ts'
import { useSave } from './use-save.ts'
import css from './retainer-editor.module.css'

/** The editor of a new retainer, perhaps for a client chosen already or with terms from the pricing lab, or of the terms of one there is. */
export function RetainerEditor({ id, clientId, offer }: { id?: Id; clientId?: Id; offer?: OfferedTerms }) {
  const { workspace } = useBook()
  const engagement = id === undefined ? undefined : workspace.tables.engagements.get(id)
  if (id === undefined) return <TermsEditor clientId={clientId} offer={offer} />
  return engagement?.kind === 'retainer' ? <TermsEditor base={engagement} /> : <Gone />
}

function TermsEditor(editing: Editing) {
  const { t } = useWords()
  const editor = useEditor(editing)
  const { save, refusal, clear, isPending } = useSave(editor)
  const whole = useRef<HTMLDivElement>(null)
  const { isAsking, discard, keep, ask } = useDiscard(editor)
  useEscape(whole, ask)
  const { form, isChecked, submit, draft: keepDraft } = useSubmit(editor, save)
  const { agreement, last, dated, adopted, draft, client, tracked, base, isChanged } = editor
  const errors = useFieldErrors(refusal, agreement)
  // What was refused is answered by another key: the fault goes, and saving finds it again if it is still there.
  const change: Editor['change'] = (patch) => {
    clear()
    editor.change(patch)
  }
  return (
    <div ref={whole} className={cx(css.editor)}>
      <form ref={form} className={cx(css.form)} onSubmit={submit} noValidate>
        <div className={cx(css.body)}>
          <Head editor={editor} />
          <AgreementText editor={editor} />
          <div className={cx(css.clauses)}>
            <TermsForm editor={{ ...editor, change }} isChecked={isChecked} errors={errors} />
          </div>
          <OtherRefusal refusal={refusal} />
        </div>
        <Foot editor={editor} isPending={isPending} onDiscard={ask} onDraft={keepDraft} />
      </form>
      <LedgerPanel
        {...{ client, tracked, base, isChanged, dated }}
        from={draft.from}
        agreement={last}
        adopt={draft.adopt && adopted !== null}
        isUnread={agreement === null && last !== null}
      />
      <ConfirmDialog
        isOpen={isAsking}
        onClose={keep}
        title={base ? t('retainers.editor.askDiscard') : t('retainers.editor.askDiscardNew')}
        safe={t('retainers.editor.keep')}
        deed={t('retainers.editor.discard')}
        onDeed={discard}
        isDanger
      >
        {base ? t('retainers.editor.discardWords') : t('retainers.editor.discardWordsNew')}
      </ConfirmDialog>
    </div>
  )
}

function Head({ editor: { base, client, draft } }: { editor: Editor }) {
  const { t } = useWords()
  const { go } = useNavigation()
  const name = client?.name ?? draft.newClient?.name.trim() ?? ''
  return (
    <PageHead
      className={cx(css.head)}
      crumbs={[
        { label: t('retainers.list.title'), onPress: () => go({ name: 'retainers' }) },
        { label: base ? t('retainers.editor.crumbEdit') : t('retainers.editor.crumb') },
      ]}
      mark={client ? <ClientMark mark={client.mark} size={24} /> : undefined}
      title={name === '' ? t('retainers.editor.title') : name}
    />
  )
}

/** The terms in plain words, as they are written. Not a live region: it would speak on every key. */
function AgreementText({ editor: { dated, client, draft, base } }: { editor: Editor }) {
  const { t, format } = useWords()
  const today = useToday()
  const name = client?.name ?? draft.newClient?.name.trim() ?? ''
  return (
    <Statement size="lead" className={cx(css.sentence)}>
      {dated ? (
        <Spoken>
          {summary(t, format, {
            agreement: dated,
            client: name === '' ? null : name,
            today,
            on: draft.from ?? dated.startsOn,
            agreed: base?.agreement,
          })}
        </Spoken>
      ) : (
        t('retainers.editor.waiting')
      )}
    </Statement>
  )
}

interface FootProps {
  editor: Editor
  isPending: boolean
  onDiscard: () => void
  onDraft: () => void
}

/** A new agreement is signed with a press, or kept as a draft to be proposed first. */
function Foot({ editor, isPending, onDiscard, onDraft }: FootProps) {
  const { t } = useWords()
  const { base } = editor
  return (
    <footer className={cx(css.foot)}>
      <div className={cx(css.applies)}>
        <Begins editor={editor} />
      </div>
      <Button variant="quiet" onPress={onDiscard}>
        {t('retainers.editor.discard')}
      </Button>
      {base ? null : (
        <Button isPending={isPending} onPress={onDraft}>
          {t('retainers.editor.keepDraft')}
        </Button>
      )}
      <Button variant="primary" type="submit" isPending={isPending}>
        {base ? t('retainers.editor.saveTerms') : t('retainers.editor.save')}
      </Button>
    </footer>
  )
}

/** From when what is saved holds. */
function Begins({ editor: { base, draft, last } }: { editor: Editor }) {
  const { t, format } = useWords()
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  const day = base ? draft.from : last?.startsOn
  if (!day) return null
  return <p>{t.rich('retainers.editor.appliesNew', { day: theDay(format, day, 'long', 'dal'), b })}</p>
}

/** Leaving: at once when nothing was changed, else after a question. Esc is the same as Discard. */
function useDiscard({ isChanged, forget }: Editor) {
  const { back } = useNavigation()
  const [isAsking, setAsking] = useState(false)
  const discard = (): void => {
    forget()
    back()
  }
  const ask = (): void => {
    if (isChanged) setAsking(true)
    else discard()
  }
  return { isAsking, discard, ask, keep: () => setAsking(false) }
}

/** Saving: where something is wrong every field says so and the first of them takes the focus. */
function useSubmit({ agreement, draft, base }: Editor, save: (status: 'draft' | 'active') => Promise<void>) {
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')?.focus()
  }, [tries])
  const hasClient = base !== undefined || draft.clientId !== null || (draft.newClient?.name.trim() ?? '') !== ''
  const isTooLong = isNameTooLong(draft.name, base?.name) || isNameTooLong(draft.newClient?.name ?? '')
  const keep = (status: 'draft' | 'active'): void => {
    if (agreement !== null && hasClient && !isTooLong) void save(status)
    else setTries(tries + 1)
  }
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    keep('active')
  }
  return { form, isChecked: tries > 0, submit, draft: () => keep('draft') }
}

/** A refusal at the field that it is about. */
function useFieldErrors(refusal: Refusal | null, agreement: Agreement | null) {
  const { t, format } = useWords()
  if (refusal?.code === 'nameTaken') return { name: refusalText(t, format, refusal) }
  if (refusal?.code !== 'versionBeforeStart') return {}
  const later: Day | undefined = agreement?.versions.at(-1)?.from
  return { startsOn: t('retainers.problem.early', { day: theDay(format, later ?? refusal.startsOn, 'long') }) }
}

/** One that is about no field stands before the buttons. */
function OtherRefusal({ refusal }: { refusal: Refusal | null }) {
  const { t, format } = useWords()
  if (refusal === null || refusal.code === 'nameTaken' || refusal.code === 'versionBeforeStart') return null
  return (
    <Notice tone="fault" isUrgent className={cx(css.refused)}>
      {refusalText(t, format, refusal)}
    </Notice>
  )
}
