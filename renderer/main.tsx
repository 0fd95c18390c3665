import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { Fault } from './app/fault.tsx'
import { bridge } from './bridge.ts'
import { openMirror } from './mirror.ts'
import './ui/base.css'
import { learn } from './words.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

const face = createRoot(root)

// Not awaited by the module itself: what is fetched later is made of parts of it, and would wait for its end.
async function open(): Promise<void> {
  // The page is served in the language that it will most likely speak: its words come while the workspace does.
  void learn(document.documentElement.lang === 'it' ? 'it' : 'en').catch(() => undefined) // asked for again below
  let isOpen = false
  // Asked beside the rest, which waits until it is answered: a start where all is well does not.
  const ask = async (): Promise<void> => {
    const lost = await bridge().lost()
    if (!lost) return
    const [{ LostData }] = await Promise.all([import('./app/lost-data.tsx'), learn(lost.language)])
    if (!isOpen) face.render(<LostData lost={lost} />)
  }
  void ask()
  const mirror = await openMirror(bridge())
  await learn(mirror.view().settings.language)
  isOpen = true
  face.render(
    <StrictMode>
      <App mirror={mirror} />
    </StrictMode>,
  )
}

void open().catch((error: unknown) => {
  reportError(error)
  face.render(<Fault onAgain={() => location.reload()} />)
})
