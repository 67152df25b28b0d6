import { useEffect, useState } from 'react'
import type { RenderingAnswer } from '../../shared/ipc/answers'
import type { Annotation } from '../../shared/model/annotation'
import { call } from '../app/api/bridge'
import { useT } from '../app/api/i18n'
import { useProject } from '../app/api/project'

/** What the other versions of the work say where an annotation stands. Its key names the passage: another one, another panel. */
export function OtherRenderings({ annotation }: { annotation: Annotation }) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const [found, setFound] = useState<readonly RenderingAnswer[]>([])
  const { document, id } = annotation
  useEffect(() => {
    let current = true
    void call('annotation.renderings', { document, annotation: id }).then((answer) => {
      if (current && answer.ok) setFound(answer.value)
    })
    return () => {
      current = false
    }
  }, [document, id])
  if (found.length === 0) return null
  return (
    <section className="card">
      <h3>{t('reader.otherRenderings')}</h3>
      <dl className="renderings">
        {found.map((each) => (
          <div key={each.document}>
            <dt>{t(`rendering.${documents[each.document]?.rendering ?? 'unknown'}`)}</dt>
            <dd lang={documents[each.document]?.language}>{each.text || <em>{t('compare.leftOut')}</em>}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
