import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { Fault } from './app/fault.tsx'
import { bridge } from './bridge.ts'
import { openMirror } from './mirror.ts'
import './ui/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

const face = createRoot(root)
try {
  const mirror = await openMirror(bridge())
  face.render(
    <StrictMode>
      <App mirror={mirror} />
    </StrictMode>,
  )
} catch (error) {
  reportError(error)
  face.render(<Fault onAgain={() => location.reload()} />)
}
