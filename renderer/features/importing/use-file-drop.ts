import { useEffect, useState } from 'react'
import { bridge } from '../../bridge.ts'

/**
 * Lets a file be dropped anywhere on the window. A dropped file never opens in place of the app, whatever it is.
 *
 * @param onFile gets the first of them; it must stay the same between renders.
 * @returns whether one is held over the window.
 */
export function useFileDrop(onFile: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    let isHeld = false
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      if (!isHeld) void bridge().readyImport()
      isHeld = true
      setIsOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget !== null) return
      isHeld = false
      setIsOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      isHeld = false
      setIsOver(false)
      const file = event.dataTransfer.files[0]
      if (file) onFile(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [onFile])
  return isOver
}
