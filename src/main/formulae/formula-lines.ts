import { isChinese } from '../../shared/alignment/evidence/language'
import type { FormulaLine } from '../../shared/formulae/formula-answers'
import { chanceMeant } from '../../shared/formulae/meant'
import type { VariorumDocument } from '../../shared/model/document'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import type { RenderingId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import type { Comparison } from '../services/compare'
import { type Reading, readVersion } from '../services/version'

/** UTF-16 code units of a sentence on each side. */
const contextLength = 160

interface Place extends Span {
  readonly document: number
  readonly rendering: RenderingId | null
}

/** Reads the sentences about some places, and what other versions say there. */
export async function linesOf(
  reading: Reading,
  documents: readonly VariorumDocument[],
  places: readonly Place[],
  comparison: Comparison | null
): Promise<FormulaLine[]> {
  const lines: FormulaLine[] = []
  for (const { document: at, start, end, rendering } of places) {
    const document = documents[at]
    const version = document && (await readVersion(reading, document.id))
    if (!document || !version?.ok) continue
    const { text, sentences } = version.value
    const own = sentences.find((each) => each.start <= start && each.end > start)
    const from = Math.max(own?.start ?? 0, start - contextLength)
    const to = Math.min(Math.max(end, own?.end ?? text.length), end + contextLength)
    const beside = comparison ? await besideOf(reading, document, span(start, end), comparison) : []
    const words = { left: text.slice(from, start), hit: text.slice(start, end), right: text.slice(end, to) }
    const sources = beside
      .filter((other) => isChinese(reading.state.documents.get(other.document)?.language ?? ''))
      .map((other) => other.text)
    const forms = rendering === null ? [] : (formsOf(reading).get(rendering) ?? [])
    const meant = chanceMeant({ ...words, forms, sources })
    lines.push({ document: document.id, start, end, rendering, ...words, meant, beside })
  }
  return lines
}

const known = new WeakMap<object, ReadonlyMap<RenderingId, readonly string[]>>()

/** The source forms behind each rendering of the register. */
function formsOf({ state }: Reading): ReadonlyMap<RenderingId, readonly string[]> {
  const { formulae } = state.info
  const before = known.get(formulae)
  if (before) return before
  const made = new Map(
    Object.values<Formula>(formulae).flatMap(({ forms, renderings }) =>
      Object.values<FormulaRendering>(renderings).map(({ id }) => [id, forms] as const)
    )
  )
  known.set(formulae, made)
  return made
}

async function besideOf(
  reading: Reading,
  document: VariorumDocument,
  place: Span,
  comparison: Comparison
): Promise<FormulaLine['beside']> {
  const found = await comparison.renderings(reading, document.id, place)
  return found.flatMap(({ version, spans }) => {
    const text = spans.map(({ start, end }) => version.text.slice(start, end)).join(' ')
    return text === '' ? [] : [{ document: version.document.id, text }]
  })
}
