import { Component, type ReactNode } from 'react'
import { faultWords } from '#shared/i18n/fault.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** What is shown in place of a screen that failed: nothing was lost, and there is a way on. */
export function Fault({ onAgain }: { onAgain: () => void }) {
  // The settings may be what failed, so the page's own language, or the system's.
  const tag = document.documentElement.lang || navigator.language
  const { title, text, again } = faultWords[tag.startsWith('it') ? 'it' : 'en']
  return (
    <Notice tone="fault" isUrgent actions={<Button onPress={onAgain}>{again}</Button>}>
      <b>{title}</b> {text}
    </Notice>
  )
}

/** Keeps a fault to the screen it happened on: rail, timer and tray go on. Give it the screen's name as its key. React has this for classes only. */
export class FaultBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError = (): { hasFailed: boolean } => ({ hasFailed: true })

  override render(): ReactNode {
    return this.state.hasFailed ? <Fault onAgain={() => this.setState({ hasFailed: false })} /> : this.props.children
  }
}
