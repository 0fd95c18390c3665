import { FileDown } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Paper } from '#shared/documents/paper.ts'
import { refusalText } from '#shared/i18n/problems.ts'
import type { Refusal } from '#shared/kernel/refusal.ts'
import { bridge } from '../bridge.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { useWords } from '../words.tsx'
import { PaperPage } from './paper-page.tsx'
import paperCss from './paper.css?inline'
import { printable } from './print.tsx'
import css from './preview.module.css'

interface DocumentPreviewProps {
  paper: Paper
  onClose: () => void
  /** Once it has been saved. */
  onSaved?: (() => void) | undefined
}

/** A document before it is saved as a PDF: the same elements and the same style as what is printed. */
export function DocumentPreview({ paper, onClose, onSaved }: DocumentPreviewProps) {
  const { t } = useWords()
  const { save, isSaving, refusal } = useSavePaper(paper, () => {
    onSaved?.()
    onClose()
  })
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={paper.title}
      closeLabel={t('app.documents.close')}
      actions={
        <Button variant="primary" icon={FileDown} isPending={isSaving} onPress={() => void save()}>
          {t('app.documents.save')}
        </Button>
      }
    >
      <NotSaved refusal={refusal} />
      <PaperSheet paper={paper} />
    </Dialog>
  )
}

/** Why a document was not saved, where it was not. */
export function NotSaved({ refusal }: { refusal: Refusal | null }) {
  const { t, format } = useWords()
  if (refusal === null) return null
  return (
    <Notice tone="fault" isUrgent>
      {refusalText(t, format, refusal)}
    </Notice>
  )
}

/** Asks where to and saves a document as a PDF. */
export function useSavePaper(paper: Paper, onSaved?: () => void) {
  const { t } = useWords()
  const [isSaving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const save = async (): Promise<void> => {
    setSaving(true)
    const outcome = await bridge().saveDocument(printable(paper))
    setSaving(false)
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (!outcome.ok || outcome.value === null) return
    showToast({ text: t('app.documents.saved', { name: outcome.value.name }) })
    onSaved?.()
  }
  return { save, isSaving, refusal }
}

/** In a tree of its own, so that the app's style and the paper's do not meet. */
export function PaperSheet({ paper, className }: { paper: Paper; className?: string | undefined }) {
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<ShadowRoot | null>(null)
  useLayoutEffect(() => {
    if (!host.current) return
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(paperCss)
    shadow.adoptedStyleSheets = [sheet]
    setRoot(shadow)
  }, [])
  return (
    <div ref={host} className={cx(css.sheet, className)}>
      {root === null ? null : createPortal(<PaperPage paper={paper} />, root)}
    </div>
  )
}
