import type { VariorumDocument } from '../../shared/model/document'
import { indexAt } from '../../shared/text/canonical'
import { runCommand } from '../state/commands'
import { useDrafts } from '../state/draft-store'
import { useT } from '../state/i18n'
import type { Route } from '../state/navigation'
import { useProject, useSaving } from '../state/project'
import { useSurface } from '../state/surface'

/** The line at the foot: where the caret is, how much there is, who is coding, and that it is saved. */
export function StatusBar({ place }: { place: Route }) {
  const t = useT()
  const problem = useProject((project) => project.problem)
  const saving = useSaving(({ slow }) => slow)
  const readOnly = useProject((project) => project.readOnly)
  const unsaved = useDrafts(({ fields }) => Object.values(fields).some(({ state }) => state.refusal))
  const state = readOnly ? 'readOnly' : problem || unsaved ? 'notSaved' : saving ? 'saving' : 'saved'
  const coder = useProject((project) => project.state.info.coders[project.coder])
  return (
    <footer className="foot">
      {place.name === 'reader' && <TextFoot id={place.document} />}
      <span className="grow" />
      <button type="button" title={t('command.app.coder')} onClick={() => runCommand('app.coder')}>
        {t('firstSteps.codedBy', { name: coder?.name ?? '' })}
      </button>
      <span data-save-state={state}>{t(`common.${state}`)}</span>
    </footer>
  )
}

function TextFoot({ id }: { id: VariorumDocument['id'] }) {
  const t = useT()
  const text = useProject((project) => project.texts[id])
  const count = useProject((project) => project.counts.documents[id] ?? 0)
  const caret = useSurface((state) => state.caret)
  const block = text && caret?.document === id ? text.content[indexAt(text.blocks, caret.offset)] : undefined
  const total = text?.content.findLast((each) => each.number !== null)?.number
  return (
    <>
      {block?.number != null && (
        <button type="button" title={t('reader.goTo')} onClick={() => runCommand('reader.goTo')}>
          {t('reader.paragraph', { n: block.number, total: total ?? block.number })}
        </button>
      )}
      <span>{t('shell.highlights', { count })}</span>
    </>
  )
}
