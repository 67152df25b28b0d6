import { guidIn, sumIn } from '../../../shared/interchange/web-annotation/names'
import type { RawFile } from '../parsed'
import { AnnotationBodies, partsOf } from './annotation-bodies'
import { HighlightsByText } from './highlights'
import { type Json, listOf, objectOf, objectsIn, textOf, textsIn } from './json'
import { instantOf } from './parse-timestamp'
import { selectedBy } from './selectors'

/**
 * Web Annotations (W3C Recommendation of 2017): one, a page, or a collection. A target is found again by the words or the
 * position that its selectors state; what has neither is counted.
 */
export function readWebAnnotations(whole: unknown): RawFile {
  const bodies = new AnnotationBodies()
  const found = new HighlightsByText()
  for (const annotation of annotationsIn(whole, 0)) {
    const about = bodies.of(annotation)
    const guid = guidIn(textOf(annotation.id))
    const modified = instantOf(annotation.modified)
    const targets = partsOf(annotation.target)
    for (const target of targets) {
      const own = objectOf(target)
      const source = own.source ?? target
      const of = {
        title: textOf(objectOf(source).title ?? objectOf(source)['dcterms:title'] ?? own.title),
        doi: '',
        source: typeof source === 'string' ? source : textOf(objectOf(source).id ?? objectOf(source)['@id']),
        ...viaOf(source)
      }
      const sum = sumIn(textOf(objectOf(source)['dcterms:identifier']))
      const isWhole = objectsIn(own.selector).length === 0
      const selected = isWhole ? selectedBy(fragmentOf(of.source)) : selectedBy(own.selector)
      if (!isWhole && !selected) found.leftOut++
      else
        found.add(of, {
          ...(selected ?? { exact: '', prefix: '', suffix: '', start: null }),
          ...about,
          created: instantOf(annotation.created),
          ...(modified && { modified }),
          ...(guid && targets.length === 1 && { guid }),
          ...(sum && { sum })
        })
    }
  }
  return found.file({ codebook: bodies.codebook(), coders: bodies.coders() })
}

function viaOf(source: unknown): { via?: string } {
  const [via] = textsIn(listOf(objectOf(source).via))
  return via ? { via } : {}
}

const deepest = 20

function annotationsIn(value: unknown, depth: number): Json[] {
  return objectsIn(value).flatMap((item) => {
    if ('target' in item || depth > deepest) return [item]
    return [item.items, item.first, item['@graph']].flatMap((each) => annotationsIn(each, depth + 1))
  })
}

/** An address may itself say which part of a page is meant. */
function fragmentOf(source: string): unknown {
  const [, value] = /#(.*(?:char=|:~:text=).*)$/.exec(source) ?? []
  return value === undefined ? [] : { type: 'FragmentSelector', value }
}
