import { TriangleAlert } from 'lucide-react'
import type { QualityMark } from '../../shared/model/quality'
import { useT } from '../state/i18n'

/** The sign of passages with marks of their translation, in lists: which marks they are says its tooltip. */
export function MarkSign({ marks }: { marks: readonly QualityMark[] }) {
  const t = useT()
  if (marks.length === 0) return null
  const said = marks.map((mark) => t(`quality.${mark}`)).join(', ')
  return (
    <span className="mark-sign" title={said}>
      <TriangleAlert size={12} aria-label={said} />
    </span>
  )
}
