import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { readDropped } from '../state/bridge'
import { useDropping } from '../state/dropping'
import { useT } from '../state/i18n'
import { openImport } from './importing'

/** Takes files and folders dropped anywhere on the window, for the import or for the place that wants them. */
export function DropTarget({ children }: { children: ReactNode }) {
  const t = useT()
  const taker = useDropping((state) => state.taker)
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  const enter = (event: DragEvent, by: 1 | -1) => {
    if (!hasFiles(event)) return
    depth.current += by
    setOver(depth.current > 0)
  }
  return (
    <div
      className="drop-target"
      role="presentation"
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        // The list of files is empty once the event is over.
        const files = [...event.dataTransfer.files]
        if (taker) taker.take(files)
        else void openImport(() => readDropped(files))
      }}
    >
      {children}
      {over && <div className="drop-hint">{taker?.hint ?? t('shell.dropHere')}</div>}
    </div>
  )
}
