import { useState } from 'react'
import type { ImportedText } from '../../shared/ipc/import-answers'
import { blockSpans } from '../../shared/text/canonical'
import { useT } from '../state/i18n'
import { Words } from '../ui/Words'

const mostShown = 400

/** The blocks of a text before it comes in. A click, or Enter, turns a line into furniture or back. */
export function ImportPreview(props: {
  text: ImportedText
  furniture: ReadonlySet<number>
  onChange: (furniture: ReadonlySet<number>) => void
  /** Takes a line for furniture in all texts of its site; absent where no site is known. */
  always?: (block: number, isFurniture: boolean) => void
}) {
  const [last, setLast] = useState<number | null>(null)
  const t = useT()
  const { text, furniture, onChange, always } = props
  // A block is named by where it begins in the text.
  const starts = blockSpans(text.blocks).map(({ start }) => start)
  const toggle = (index: number) => {
    const next = new Set(furniture)
    if (!next.delete(index)) next.add(index)
    onChange(next)
    setLast(index)
  }
  return (
    <section className="import-preview" aria-label={t('import.preview')} lang={text.language}>
      <p className="panel-hint">{t('import.furnitureHint')}</p>
      {last !== null && always && text.blocks[last] && (
        <p className="always">
          <span className="grow">“{text.blocks[last].text.slice(0, 60)}”</span>
          <button
            type="button"
            className="button"
            onClick={() => {
              always(last, furniture.has(last))
              setLast(null)
            }}
          >
            {furniture.has(last) ? t('import.alwaysFurniture') : t('import.alwaysText')}
          </button>
        </p>
      )}
      {text.blocks.slice(0, mostShown).map((block, index) => {
        const marked = furniture.has(index)
        return (
          <button
            type="button"
            key={starts[index]}
            className={`preview-block ${block.kind}${marked ? ' furniture' : ''}`}
            aria-pressed={marked}
            title={marked ? t('import.toText') : t('import.toFurniture')}
            onClick={() => toggle(index)}
            onKeyDown={(event) => {
              if (event.key !== 'x') return
              event.preventDefault()
              toggle(index)
            }}
          >
            <Words text={block.text} />
          </button>
        )
      })}
    </section>
  )
}
