import type { ImportedText } from '../../shared/ipc/answers'
import { useT } from '../app/api/i18n'

const mostShown = 400

/** The blocks of a text before it comes in. A click, or Enter, turns a line into furniture or back. */
export function ImportPreview(props: {
  text: ImportedText
  furniture: ReadonlySet<number>
  onChange: (furniture: ReadonlySet<number>) => void
}) {
  const t = useT()
  const { text, furniture, onChange } = props
  const toggle = (index: number) => {
    const next = new Set(furniture)
    if (!next.delete(index)) next.add(index)
    onChange(next)
  }
  return (
    <section className="import-preview" aria-label={t('import.preview')} lang={text.language}>
      <p className="panel-hint">{t('import.furnitureHint')}</p>
      {text.blocks.slice(0, mostShown).map((block, index) => {
        const marked = furniture.has(index)
        return (
          <button
            type="button"
            // Blocks have no name but their place, and never move.
            key={`${index}-${block.text.slice(0, 8)}`}
            className={`preview-block ${block.kind}${marked ? ' furniture' : ''}`}
            aria-pressed={marked}
            title={marked ? t('import.toText') : t('import.toFurniture')}
            onClick={() => toggle(index)}
          >
            {block.text}
          </button>
        )
      })}
    </section>
  )
}
