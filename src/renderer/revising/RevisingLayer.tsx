import { useMemo, useState } from 'react'
import type { ReimportPlan } from '../../shared/ipc/answers'
import type { VariorumDocument } from '../../shared/model/document'
import type { ContentHash } from '../../shared/model/ids'
import type { Block } from '../../shared/model/text-content'
import { indexAt } from '../../shared/text/canonical'
import { call } from '../state/bridge'
import { type Command, useCommands } from '../state/commands'
import { currentProject } from '../state/project'
import { useSurface } from '../state/surface'
import { showError } from '../state/toasts'
import { CorrectDialog } from './CorrectDialog'
import { ReimportDialog } from './ReimportDialog'
import { RevisionsDialog } from './RevisionsDialog'

type Shown =
  /** The block as it was when the dialog was opened: another window may correct the text meanwhile. */
  | {
      readonly what: 'correct'
      readonly index: number
      readonly block: Block
      readonly revision: ContentHash
    }
  | { readonly what: 'reimport'; readonly plan: ReimportPlan }
  | { readonly what: 'revisions' }

/** The commands and dialogs with which the text that is read is corrected. */
export function RevisingLayer({ document }: { document: VariorumDocument }) {
  const { id } = document
  const [shown, setShown] = useState<Shown | null>(null)
  const commands = useMemo<Command[]>(() => {
    const mayWrite = () => !currentProject().readOnly
    return [
      {
        id: 'reader.correct',
        keys: ['Mod+Shift+E'],
        when: () => mayWrite() && useSurface.getState().caret?.document === id,
        run: () => {
          const { caret } = useSurface.getState()
          const text = currentProject().texts[id]
          const index = caret && text ? indexAt(text.blocks, caret.offset) : -1
          const block = text?.content[index]
          if (text && block) setShown({ what: 'correct', index, block, revision: text.revision })
        }
      },
      {
        id: 'reader.reimport',
        when: mayWrite,
        run: () =>
          void call('document.planReimport', { document: id }).then((answer) => {
            if (!answer.ok) showError(answer.error)
            else if (answer.value) setShown({ what: 'reimport', plan: answer.value })
          })
      },
      { id: 'reader.revisions', run: () => setShown({ what: 'revisions' }) }
    ]
  }, [id])
  useCommands(commands)
  const close = () => setShown(null)
  if (shown === null) return null
  switch (shown.what) {
    case 'correct': {
      const { index, block, revision } = shown
      return <CorrectDialog document={id} revision={revision} index={index} block={block} onClose={close} />
    }
    case 'reimport':
      return <ReimportDialog document={id} plan={shown.plan} onClose={close} />
    case 'revisions':
      return <RevisionsDialog document={document} onClose={close} />
  }
}
